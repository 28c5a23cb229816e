import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import type { ResolvedRow } from "@/lib/domain/history/changes";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { itemWords } from "@/lib/i18n/words/words";
import { ReferenceLink } from "@/components/ui/link-to";
import { ResolvedBy } from "./resolved-by";
import { participantColumn, SectionFrame, type OfSection } from "./section-frame";

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
      <Ledger
        className="changed-items"
        walked
        caption={t(`section.${section.name}`)}
        rows={rows}
        rowKey={({ reference, participant, priority, code }) =>
          `${reference ?? `${participant}-${priority}`} ${code}`
        }
        columns={[
          { heading: t("column.pledge"), names: true, cell: Place },
          participantColumn(participants),
          { heading: t(isResolved ? "column.was" : "column.what"), bare: true, cell: What },
          {
            heading: t(isResolved ? "column.by" : "column.since"),
            className: isResolved ? undefined : "whitespace-nowrap",
            cell: (row) => ("by" in row ? <ResolvedBy row={row} /> : shortDay(row.since)),
          },
        ]}
      />
    </SectionFrame>
  );
}

/** The pledge; without one, the participant's cell in the matrix. */
function Place({ reference, participant, priority }: UnresolvedRow) {
  const cell = `${participant}-${priority}`;
  return reference === null ? (
    <ReferenceLink href={asOfHref(`/coverage?cell=${cell}#${cell}`)}>{cell}</ReferenceLink>
  ) : (
    <PledgeLink reference={reference} />
  );
}

const What = (row: UnresolvedRow) => (
  <>
    <ClassGlyph of={row.class} /> <b>{domain(`code.${row.code}`)}</b>
    <br />
    <span className="text-muted">{itemWords(row).what}</span>
  </>
);
