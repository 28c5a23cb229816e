import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import type { ResolvedRow } from "@/lib/domain/history/changes";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";
import { itemWords } from "@/lib/i18n/words/words";
import { ResolvedBy } from "./resolved-by";
import { SectionFrame, type OfSection } from "./section-frame";

const t = translator("changes");
const domain = translator("domain");

interface Given extends OfSection {
  name: "new" | "resolved" | "open";
  rows: readonly (UnresolvedRow | ResolvedRow)[];
  participants: Readonly<Record<string, string>>;
}

export function ItemSection({ rows, participants, ...section }: Given) {
  const isResolved = section.name === "resolved";
  return (
    <SectionFrame {...section} shown={rows.length}>
      <table className="ledger stack chi">
        <caption className="vh">{t(`section.${section.name}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.pledge")}</th>
            <th scope="col">{t("column.participant")}</th>
            <th scope="col">{t(isResolved ? "column.was" : "column.what")}</th>
            <th scope="col">{t(isResolved ? "column.by" : "column.since")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.reference ?? `${row.participant}-${row.priority}`} ${row.code}`}>
              <th scope="row">
                <Place row={row} />
              </th>
              <td>
                <b>{participants[row.participant] ?? row.participant}</b>
                <br />
                <span className="muted">{row.title ?? domain(`priority.${row.priority}`)}</span>
              </td>
              <td>
                <ClassGlyph of={row.class} /> <b>{domain(`code.${row.code}`)}</b>
                <br />
                <span className="muted">{itemWords(row).what}</span>
              </td>
              <td
                data-l={t(isResolved ? "column.by" : "column.since")}
                className={isResolved ? undefined : "nowrap"}
              >
                {"by" in row ? <ResolvedBy row={row} timeZone={section.timeZone} /> : shortDay(row.since)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SectionFrame>
  );
}

/** The pledge; without one, the participant's cell in the matrix. */
function Place({ row: { reference, participant, priority } }: { row: UnresolvedRow }) {
  const cell = `${participant}-${priority}`;
  return reference === null ? (
    <a className="ref" href={asOfHref(`/coverage?cell=${cell}#${cell}`)}>
      {cell}
    </a>
  ) : (
    <PledgeLink reference={reference} />
  );
}
