import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";
import { decisionsHref } from "./view";

const t = translator("smallest-sets");

interface Given {
  about: "pledge" | "requirement";
  /** The page's address. */
  home: string;
}

/** Shown until the search is asked for. */
export const FindDecisions = ({ about, home }: Given) => (
  <section className="section" aria-labelledby="decisions">
    <header>
      <div>
        <h2 id="decisions">{t(`title.${about}`)}</h2>
        <p>{t(`offer.${about}`)}</p>
      </div>
      <a className={buttonLook()} href={decisionsHref(home, "assumed")}>
        {t("find")}
      </a>
    </header>
  </section>
);
