import { asOfHref } from "@/components/ui/address/as-of-href";
import { AsOfField } from "@/components/ui/address/as-of-field";
import { buttonLook } from "@/components/ui/looks";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { translator } from "@/lib/i18n/translator";

const t = translator("requirements");
const domain = translator("domain");

interface Props {
  home: string;
  q: string | null;
  found: number;
  more: boolean;
  measure: Measure;
}

/** A plain form that narrows the candidates: the address is the view. */
export function CandidateSearch({ home, q, found, more, measure }: Props) {
  const of = "currency" in measure ? measure.currency : domain(`unit.${measure.unit}`, { n: 2 });
  return (
    <>
      <form
        className="flex flex-wrap gap-2 mb-4"
        action={home}
        role="search"
        aria-label={t("candidates.label")}
      >
        <AsOfField />
        <input
          className="input flex-[1_1_240px] max-w-105"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={q ?? ""}
          aria-label={t("candidates.q")}
          placeholder={t("candidates.q")}
        />
        <button className={buttonLook()}>{t("candidates.show")}</button>
        {q === null ? null : (
          <a className={buttonLook("plain")} href={asOfHref(home)}>
            {t("candidates.clear")}
          </a>
        )}
      </form>
      {found === 0 ? (
        <p className="mb-4">
          {q === null ? t("candidates.none", { measure: of }) : t("candidates.noneFound")}
        </p>
      ) : null}
      {more ? <p className="text-muted mb-4">{t("candidates.more")}</p> : null}
    </>
  );
}
