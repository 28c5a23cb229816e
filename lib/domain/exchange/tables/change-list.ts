// What changed between two moments, in one table: `section` tells the rows apart, as the page does.
import type { Changes, PledgeChange, ResolvedRow, Section } from "../../history/changes";
import { canonical } from "../../base/canonical";
import type { FieldChange } from "../../proposals/history";
import type { UnresolvedRow } from "../../unresolved/summary";
import { day, instant, integer, joined, table, text } from "../table";
import { placeOf } from "./derived";

export interface ListedChange {
  section: Section;
  item: UnresolvedRow | ResolvedRow | null;
  pledge: PledgeChange | null;
}

/** With the sentence of an item, which the domain doesn't know. */
export type ChangeSaid = ListedChange & { what: string | null };

export const changeList = table<ChangeSaid>("changes", ["section", "place", "code"], {
  section: text((row) => row.section),
  place: text(({ item, pledge }) => (item ? placeOf(item) : pledge?.reference)),
  participant: text((row) => either(row)?.participant),
  priority: integer((row) => either(row)?.priority ?? null),
  reference: text((row) => either(row)?.reference),
  title: text((row) => either(row)?.title),
  handling: text((row) => either(row)?.handling),
  code: text((row) => row.item?.code),
  class: text((row) => row.item?.class),
  since: day((row) => row.item?.since),
  what: text((row) => row.what),
  owner: text((row) => row.item?.owner),
  resolvedAt: instant((row) => resolution(row)?.at),
  resolvedByEvent: integer((row) => resolution(row)?.seq ?? null),
  resolvedByAction: text((row) => resolution(row)?.action),
  resolvedByPerson: text((row) => resolution(row)?.actor.name),
  fromStage: text((row) => row.pledge?.from),
  toStage: text((row) => row.pledge?.to),
  changes: text((row) => joined(row.pledge?.changes.map(inCodes) ?? [])),
});

/** The rows of these sections, one section after the other. */
export function listedChanges(changes: Changes, sections: readonly Section[]): ListedChange[] {
  return sections.flatMap((section): ListedChange[] =>
    section === "new" || section === "resolved" || section === "open"
      ? changes[section].map((item) => ({ section, item, pledge: null }))
      : changes[section].map((pledge) => ({ section, item: null, pledge })),
  );
}

const either = ({ item, pledge }: ListedChange): UnresolvedRow | PledgeChange | null => item ?? pledge;
const resolution = ({ item }: ListedChange) => (item && "by" in item ? item.by : null);

const inCodes = ({ field, from, to }: FieldChange): string =>
  `${field}: ${canonical(from)} → ${canonical(to)}`;
