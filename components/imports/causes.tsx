import type { Names } from "@/components/ui/names";
import { isAsked, type RowCause } from "@/lib/domain/import/file-questions";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { saidWords } from "@/lib/i18n/words/import-words";

const t = translator("imports");

/** What is wrong, each cause once with its rows; rows of other desks are one line. */
export function Causes({ causes, names }: { causes: readonly RowCause[]; names: Names }) {
  const others = causes.filter(({ code }) => code === "another-desk");
  const own = causes.filter(({ code }) => code !== "another-desk");
  if (causes.length === 0) return null;
  return (
    <section aria-labelledby="causes">
      <h3 id="causes" className="mb-2">
        {t("causes.title")}
      </h3>
      <ul className="plain mb-4">
        {own.slice(0, SHOWN).map((cause) => (
          <li
            key={[cause.field, cause.code, cause.text, cause.stage, cause.kind].join(" ")}
            className="flex gap-4 border-b border-rule py-1"
          >
            <b className="w-12 shrink-0 text-right text-blocked-ink">{numberInWords(cause.rows)}</b>
            <span>
              {t("causes.line", { field: t(`field.${cause.field}`), reason: reasonOf(cause) })}{" "}
              <span className="text-muted">
                {isAsked(cause.code)
                  ? t("causes.asked")
                  : t("causes.first", { row: numberInWords(cause.row) })}
              </span>
            </span>
          </li>
        ))}
        {others.length === 0 ? null : (
          <li className="flex gap-4 border-b border-rule py-1">
            <b className="w-12 shrink-0 text-right">{numberInWords(rowsOf(others))}</b>
            <span>
              {t("causes.desks", { rows: rowsOf(others) })}{" "}
              <span className="text-muted">
                {others
                  .map(({ participant, rows }) => `${nameOf(names, participant)} ${numberInWords(rows)}`)
                  .join(", ")}
              </span>
            </span>
          </li>
        )}
      </ul>
    </section>
  );
}

const SHOWN = 40;
const rowsOf = (causes: readonly RowCause[]): number => causes.reduce((sum, { rows }) => sum + rows, 0);
const nameOf = ({ participants }: Names, code: string | null): string =>
  participants[code ?? ""] ?? code ?? "";

function reasonOf({ code, text, stage, kind, one, two }: RowCause): string {
  const said = Object.entries({ text, stage, kind, one, two });
  const params = Object.fromEntries(said.flatMap(([name, of]) => (of === null ? [] : [[name, of]])));
  return saidWords({ code, params });
}
