// The briefing's one page, on the screen and on paper: 794 × 1,123 px, like its PDF.
import { SheetDrawn } from "./sheet-drawing";
import { SmallMatrix } from "./sheet-matrix";
import type { OnePage, SheetRow } from "./sheet-view";

export function BriefingSheet({ sheet }: { sheet: OnePage }) {
  return (
    <article
      aria-label={sheet.headline}
      className="sheet flex w-[794px] max-w-full flex-col border border-rule bg-surface p-11 text-ui max-md:p-4 md:min-h-[1123px] print:min-h-0 print:w-[704px] print:max-w-none print:border-0 print:p-0 print:[break-inside:auto] print:[zoom:0.85]"
    >
      <p className="flex justify-between gap-4 border-b border-rule pb-2 text-caption text-muted print:hidden">
        <b className="text-text">{sheet.title}</b>
        <span>{sheet.marking}</span>
      </p>
      <p className="mt-3 text-muted">{sheet.subject}</p>
      <h2 className="border-b-2 border-rule-strong pb-3 text-[1.375rem] leading-7 font-semibold">
        {sheet.headline}
      </h2>
      <Lines sheet={sheet} />
      <div className="mt-3 grid gap-x-9 md:grid-cols-[334px_334px] print:grid-cols-[334px_334px]">
        <div className="min-w-0">
          {sheet.drawing === null ? null : (
            <Part title={sheet.drawing.title} note={sheet.drawing.note}>
              <div className="overflow-x-auto">
                <SheetDrawn drawing={sheet.drawing} />
              </div>
            </Part>
          )}
          <Rows {...sheet.changes} />
          <Rows {...sheet.dates} />
        </div>
        <div className="min-w-0">
          <Part title={sheet.matrix.title} note="">
            <SmallMatrix matrix={sheet.matrix} />
          </Part>
          <Rows {...sheet.desks} />
        </div>
      </div>
      <p className="mt-auto border-t-2 border-rule-strong pt-2 text-caption text-muted">
        {sheet.foot.asOf} {sheet.foot.ranked}
        <br />
        {sheet.foot.proof}
      </p>
    </article>
  );
}

function Lines({ sheet: { lines } }: { sheet: OnePage }) {
  return (
    <ol className="m-0 list-none p-0">
      {lines.map(({ what, why, who, ask }, place) => (
        <li
          key={place}
          className="grid grid-cols-[28px_1fr] gap-x-2 border-b border-rule py-2 md:grid-cols-[28px_1fr_182px] print:grid-cols-[28px_1fr_182px]"
        >
          <span className={place === 0 ? "text-lead font-bold" : "text-lead text-muted"}>{place + 1}</span>
          <div>
            <p className="font-semibold">{what}</p>
            <p className="text-muted">{why}</p>
          </div>
          <p className="col-start-2 text-muted md:col-start-3 md:border-l md:border-rule md:pl-3 print:col-start-3 print:border-l print:border-rule print:pl-3">
            <b className="block text-text">{who}</b>
            {ask}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Part({ title, note, children }: { title: string; note: string; children: React.ReactNode }) {
  return (
    <section className="mb-3 border-t-2 border-rule-strong pt-1">
      <h3 className="flex justify-between gap-3 font-semibold">
        {title} <span className="text-caption font-normal text-muted">{note}</span>
      </h3>
      {children}
    </section>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly SheetRow[] }) {
  return (
    <Part title={title} note="">
      <ul className="m-0 list-none p-0">
        {rows.map(({ what, when }) => (
          <li key={`${what} ${when}`} className="flex justify-between gap-3 border-b border-rule py-0.5">
            <span className={when === "" ? undefined : "min-w-0 truncate"} title={what}>
              {what}
            </span>
            <span className="shrink-0 text-muted">{when}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
