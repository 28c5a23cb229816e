// A section of the page: its name, its count, and a link to all of it.
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { ReactNode } from "react";
import { Fold } from "@/components/ui/fold/fold";
import type { ListColumn } from "@/components/ui/ledger/ledger";
import type { Priority } from "@/lib/domain/base/priority";
import type { ChangeSection } from "@/lib/domain/history/changes";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { changesHref, sectionHref, type ChangesView } from "./view";

const t = translator("changes");
const domain = translator("domain");

/** The headline has their numbers; what is new, and what pledges became, is read first. */
const FOLDED: readonly ChangeSection[] = ["resolved", "open", "quantities", "voided"];

export interface OfSection {
  name: ChangeSection;
  count: number;
  view: ChangesView;
  /** Cursor of the next page, where the section is shown alone. */
  next: string | null;
  further: boolean;
}

export function SectionFrame({
  name,
  count,
  view,
  next,
  further,
  shown,
  children,
}: OfSection & { shown: number; children: ReactNode }) {
  const alone = view.show === name;
  const heading = (
    <h2 id={name}>
      {t(`section.${name}`)} <span className="text-muted font-normal">{numberInWords(count)}</span>
    </h2>
  );
  const all =
    shown < count ? (
      <a href={asOfHref(sectionHref(view, name))}>{t("showAll", { count: numberInWords(count) })}</a>
    ) : null;
  if (!alone && FOLDED.includes(name))
    return (
      <section className="mt-4 border-t-2 border-rule-strong pt-2" aria-labelledby={name}>
        <Fold
          summary={
            <>
              {heading} <span className="text-muted">{t(`meaning.${name}`)}</span>
            </>
          }
        >
          {children}
          {all === null ? null : <p className="mt-2">{all}</p>}
        </Fold>
      </section>
    );
  return (
    <section className="section" aria-labelledby={name}>
      <header>
        {heading}
        {alone ? <a href={asOfHref(changesHref({ ...view, show: null }))}>{t("showWhole")}</a> : all}
      </header>
      <p className="mb-4 text-muted">{t(`meaning.${name}`)}</p>
      {children}
      {alone && (next !== null || further) ? (
        <nav className="pager" aria-label={t("pages")}>
          {further ? <a href={asOfHref(sectionHref(view, name))}>{t("first")}</a> : <span />}
          {next === null ? <span /> : <a href={asOfHref(changesHref(view, { cursor: next }))}>{t("next")}</a>}
        </nav>
      ) : null}
    </section>
  );
}

interface OnPriority {
  participant: string;
  priority: Priority;
  title: string | null;
}

export const participantColumn = <Row extends OnPriority>(
  names: Readonly<Record<string, string>>,
): ListColumn<Row> => ({
  heading: t("column.participant"),
  bare: true,
  cell: ({ participant, title, priority }) => (
    <>
      <b>{names[participant] ?? participant}</b>
      <br />
      <span className="text-muted">{title ?? domain(`priority.${priority}`)}</span>
    </>
  ),
});
