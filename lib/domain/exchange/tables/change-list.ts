// Changes between two moments in one table; as on the page, `section` says what kind of change a row is.
import type { RegisterChanges, PledgeChange, ResolvedRow, ChangeSection } from "../../history/changes";
import { canonical } from "../../base/canonical";
import type { FieldChange } from "../../proposals/history";
import type { UnresolvedRow } from "../../unresolved/summary";
import { dayField, instantField, integer, joined, table, textField } from "../table";
import { placeOf } from "./derived";

export interface ListedChange {
  section: ChangeSection;
  item: UnresolvedRow | ResolvedRow | null;
  pledge: PledgeChange | null;
}

/** With the item's sentence, which the domain doesn't have. */
export type ChangeInWords = ListedChange & { what: string | null };

export const changeList = table<ChangeInWords>("changes", ["section", "place", "code"], {
  section: textField((row) => row.section),
  place: textField(({ item, pledge }) => (item ? placeOf(item) : pledge?.reference)),
  participant: textField((row) => either(row)?.participant),
  priority: integer((row) => either(row)?.priority ?? null),
  reference: textField((row) => either(row)?.reference),
  title: textField((row) => either(row)?.title),
  handling: textField((row) => either(row)?.handling),
  code: textField((row) => row.item?.code),
  class: textField((row) => row.item?.class),
  since: dayField((row) => row.item?.since),
  what: textField((row) => row.what),
  owner: textField((row) => row.item?.owner),
  resolvedAt: instantField((row) => resolution(row)?.at),
  resolvedByEvent: integer((row) => resolution(row)?.seq ?? null),
  resolvedByAction: textField((row) => resolution(row)?.action),
  resolvedByPerson: textField((row) => resolution(row)?.actor.name),
  fromStage: textField((row) => row.pledge?.from),
  toStage: textField((row) => row.pledge?.to),
  changes: textField((row) => joined(row.pledge?.changes.map(inCodes) ?? [])),
});

export function listedChanges(changes: RegisterChanges, sections: readonly ChangeSection[]): ListedChange[] {
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
