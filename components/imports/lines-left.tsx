import type { FileForm } from "@/lib/domain/import/file-form";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("imports");

interface Props {
  form: FileForm;
  lines: readonly { number: number; cells: readonly string[]; is: string }[];
}

/** How many lines aren't rows, and which: nothing is left out silently. */
export function LinesLeft({ form: { left = {}, filled = 0 }, lines }: Props) {
  const counts = BELOW.filter((is) => (left[is] ?? 0) > 0);
  return (
    <>
      {filled === 0 ? null : (
        <p className="text-caption text-muted mb-2">{t("sheet.filled", { count: filled })}</p>
      )}
      {counts.length === 0 ? null : (
        <details className="mb-3">
          <summary>
            {t("sheet.left", {
              count: counts.reduce((sum, is) => sum + (left[is] ?? 0), 0),
              what: counts.map((is) => t(`sheet.kind.${is}`, { count: left[is] ?? 0 })).join(", "),
            })}
          </summary>
          <ul className="plain">
            {lines.map(({ number, cells, is }) => (
              <li key={number} className="text-caption text-muted wrap-anywhere">
                {t("sheet.leftLine", {
                  row: numberInWords(number),
                  what: t.ofCode("sheet.one", is),
                  text: textOf(cells),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const textOf = (cells: readonly string[]): string =>
  cells
    .filter((cell) => cell.trim() !== "")
    .join(" · ")
    .slice(0, LONGEST);

/** Lines above the headings aren't listed: the sheet shows that they are left out. */
const BELOW = ["section", "total", "note"] as const;
const LONGEST = 200;
