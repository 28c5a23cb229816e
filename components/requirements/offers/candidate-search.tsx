import { asOfHref } from "@/components/ui/address/as-of-href";
import { AsOfField } from "@/components/ui/address/as-of-field";
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
      <form className="cand" action={home} role="search" aria-label={t("candidates.label")}>
        <AsOfField />
        <input
          className="input"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={q ?? ""}
          aria-label={t("candidates.q")}
          placeholder={t("candidates.q")}
        />
        <button className="btn">{t("candidates.show")}</button>
        {q === null ? null : (
          <a className="btn plain" href={asOfHref(home)}>
            {t("candidates.clear")}
          </a>
        )}
      </form>
      {found === 0 ? (
        <p className="mb-4">
          {q === null ? t("candidates.none", { measure: of }) : t("candidates.noneFound")}
        </p>
      ) : null}
      {more ? <p className="muted mb-4">{t("candidates.more")}</p> : null}
    </>
  );
}
