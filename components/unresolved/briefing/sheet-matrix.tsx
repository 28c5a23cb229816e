// Who has gone how far, small: a mark for each position, recognizable in black and white.
import { translator } from "@/lib/i18n/translator";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { OnePage, SheetMark } from "./sheet-view";

const t = translator("briefing");

export function SmallMatrix({ matrix: { rows, note, legend } }: { matrix: OnePage["matrix"] }) {
  const half = Math.ceil(rows.length / 2);
  return (
    <>
      <div className="grid gap-x-4 md:grid-cols-2 print:grid-cols-2">
        {[rows.slice(0, half), rows.slice(half)].map((column, place) => (
          <table key={place} className="h-fit w-full text-caption">
            <caption className="sr-only">{t("sheet.matrixCaption")}</caption>
            <thead>
              <tr>
                <td />
                {PRIORITIES.map((priority) => (
                  <th key={priority} scope="col" className="w-4 text-center text-muted">
                    {priority}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {column.map(({ name, marks }) => (
                <tr key={name}>
                  <th scope="row" className="max-w-20 truncate text-left font-normal">
                    {name}
                  </th>
                  {marks.map((mark, at) => (
                    <td key={at} className="p-0 text-center">
                      <MarkIn mark={mark} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="mt-1 flex flex-wrap gap-x-3 text-caption text-muted">
        {legend.map(({ mark, words }) => (
          <span key={mark} className="inline-flex items-center gap-1">
            <MarkIn mark={mark} isNamed={false} /> {words}
          </span>
        ))}
      </p>
      <p className="text-caption text-muted">{note}</p>
    </>
  );
}

const LOOK: Record<SheetMark, string> = {
  firm: "border border-text bg-linear-to-r from-text from-50% to-transparent to-50%",
  pledged: "border border-text",
  signalled: "border border-dashed border-muted",
  suspended: "border-x-2 border-text w-[7px]! mx-[2px]",
  declined: "border-t-2 border-text h-0! align-middle",
  none: "",
  "not-expected": "",
};

function MarkIn({ mark, isNamed = true }: { mark: SheetMark; isNamed?: boolean }) {
  return (
    <>
      {mark === "none" ? (
        <svg className="inline-block text-control" width="11" height="11" aria-hidden="true">
          <path d="M0 4 4 0M0 11 11 0M7 11 11 7" stroke="currentColor" strokeWidth="0.8" />
        </svg>
      ) : (
        <i
          className={`inline-block size-[11px] print:[print-color-adjust:exact] ${LOOK[mark]}`}
          aria-hidden="true"
        />
      )}
      {isNamed && mark !== "not-expected" ? <span className="sr-only">{t(`sheet.mark.${mark}`)}</span> : null}
    </>
  );
}
