import type { ReactNode } from "react";
import { isAsked, isOfFileValues, mergedCauses, type RowCause } from "@/lib/domain/import/causes";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { cellMessageWords } from "@/lib/i18n/words/import-words";

const t = translator("imports");

interface Props {
  causes: readonly RowCause[];
  /** Where values for the whole file are given; null: no longer possible. */
  valuesHref: string | null;
  /** The rows of other desks, a line for each desk. */
  others: ReactNode;
}

/** What is wrong, each cause once with its rows. */
export function Causes({ causes, valuesHref, others }: Props) {
  const own = mergedCauses(causes.filter(({ code }) => code !== "another-desk"));
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="causes">
      <h3 id="causes" className="mb-2">
        {t("causes.title")}
      </h3>
      <ul className="plain mb-4">
        {own.slice(0, SHOWN).map((cause) => (
          <li
            key={[cause.field, cause.code, cause.stage, cause.kind, cause.why].join(" ")}
            className="flex gap-4 border-b border-rule py-1"
          >
            <b className="w-12 shrink-0 text-right text-blocked-ink">{numberInWords(cause.rows)}</b>
            <span>
              {t("causes.line", { field: t(`field.${cause.field}`), reason: reasonOf(cause) })}{" "}
              {cause.others === 0 ? null : <>{t("causes.others", { count: cause.others })} </>}
              <span className="text-muted">
                {isAsked(cause.code)
                  ? t("causes.asked")
                  : t("causes.first", { row: numberInWords(cause.row) })}
              </span>{" "}
              {valuesHref !== null && isOfFileValues(cause) ? (
                <a href={valuesHref}>{t("causes.answer")}</a>
              ) : null}
            </span>
          </li>
        ))}
        {others}
      </ul>
    </section>
  );
}

const SHOWN = 40;

function reasonOf({ code, text, stage, kind, why, one, two }: RowCause): string {
  const said = Object.entries({ text, stage, kind, why, one, two });
  const params = Object.fromEntries(said.flatMap(([name, of]) => (of === null ? [] : [[name, of]])));
  return cellMessageWords({ code, params });
}
