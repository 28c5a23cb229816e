import { viewHref } from "@/components/ui/address/view-href";
import type { ParticipantRow } from "@/lib/domain/unresolved/matrix";
import { PARTICIPANT_ROLES, type ParticipantRole } from "@/lib/domain/people/participant";
import { inOrder } from "@/lib/i18n/numbers";
import { participantName } from "@/lib/i18n/words/participant-name";

const PARTICIPANT_SORTS = ["name", "code", "pledges", "unresolved", "joinedOn"] as const;
export type ParticipantSort = (typeof PARTICIPANT_SORTS)[number];

export interface ParticipantsView {
  sort: ParticipantSort;
  turned: boolean;
}

/** An unknown order means the usual one: by name. */
export function readParticipantView(order: string | null): ParticipantsView {
  const sort = PARTICIPANT_SORTS.find((one) => order === one || order === `-${one}`);
  return sort === undefined ? { sort: "name", turned: false } : { sort, turned: order !== sort };
}

/** Sorted by another column; by the current one, in reverse. */
export function sortedHref(view: ParticipantsView, sort: ParticipantSort): string {
  const turned = view.sort === sort ? !view.turned : MOST_FIRST.includes(sort);
  const order = turned ? `-${sort}` : sort;
  return viewHref("/participants", { sort: order === "name" ? null : order });
}

const MOST_FIRST: readonly ParticipantSort[] = ["pledges", "unresolved"];

export interface ParticipantGroup {
  role: ParticipantRole;
  rows: readonly ParticipantRow[];
}

/** By role, then in the view's order; equal rows by name, unknown values last. */
export function participantGroups(
  rows: readonly ParticipantRow[],
  view: ParticipantsView,
): ParticipantGroup[] {
  const sorted = [...rows].sort((a, b) => compared(a, b, view) || byName(a, b));
  return PARTICIPANT_ROLES.map((role) => ({ role, rows: sorted.filter((row) => row.role === role) })).filter(
    (group) => group.rows.length > 0,
  );
}

export const participantNameOf = participantName;

function compared(a: ParticipantRow, b: ParticipantRow, { sort, turned }: ParticipantsView): number {
  if (sort === "joinedOn" && (a.joinedOn === null || b.joinedOn === null))
    return Number(a.joinedOn === null) - Number(b.joinedOn === null);
  const order = ORDERS[sort](a, b);
  return turned ? -order : order;
}

const byName = (a: ParticipantRow, b: ParticipantRow): number =>
  inOrder(participantNameOf(a), participantNameOf(b));

const ORDERS: Record<ParticipantSort, (a: ParticipantRow, b: ParticipantRow) => number> = {
  name: byName,
  code: (a, b) => (a.code < b.code ? -1 : 1),
  pledges: (a, b) => a.pledges - b.pledges,
  unresolved: (a, b) => a.unresolved - b.unresolved,
  joinedOn: (a, b) => (a.joinedOn ?? "").localeCompare(b.joinedOn ?? ""),
};
