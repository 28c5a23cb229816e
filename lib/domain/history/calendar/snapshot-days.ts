// The days of a snapshot's records on which something is expected.
import { plusDays, type Day } from "../../base/day";
import { isAmong, NOBODY } from "../../base/listing";
import { questionState } from "../../oversight/question";
import { positionsOf } from "../../pledge/link";
import type { Pledge } from "../../pledge/pledge";
import { atLeast, isOpen } from "../../pledge/stages";
import type { CalendarEntry, CalendarFilter, CalendarKind } from "../../unresolved/calendar";
import type { Snapshot } from "../snapshot";
import { indexOf } from "../snapshot-index";

/** An entry whose record may have no such day. */
export interface DatedEntry extends Omit<CalendarEntry, "on"> {
  what: CalendarKind;
  on: Day | null;
}

/** What the filter asks for, whatever its days. */
export function datedEntries(snapshot: Snapshot, filter: CalendarFilter): DatedEntry[] {
  return [
    ...ofPledges(snapshot, filter),
    ...ofApprovals(snapshot, filter),
    ...ofQuestions(snapshot, filter),
    ...ofRequirements(snapshot, filter),
  ];
}

function* ofPledges(snapshot: Snapshot, filter: CalendarFilter): Generator<DatedEntry> {
  for (const pledge of snapshot.pledge.values()) {
    if (!counts(snapshot, filter, pledge)) continue;
    if (!positionsOf(pledge).some((code) => isAmong(filter.participant, code))) continue;
    const { reference, participant, priority, title, handling, version, updatedAt } = pledge;
    const of = { reference, participant, priority, title, handling, version, updatedAt };
    const own = { ...of, about: null, id: null };
    yield { ...own, what: "due", on: pledge.dueOn };
    if (pledge.nextAction !== null)
      yield { ...own, what: "next-action", on: pledge.nextActionDueOn, about: pledge.nextAction };
    yield { ...own, what: "window-start", on: pledge.windowStart };
    yield { ...own, what: "window-end", on: pledge.windowEnd };
    for (const { id, kind: about, availableFrom, availableTo } of pledge.contributions) {
      if (availableFrom !== pledge.windowStart)
        yield { ...of, what: "window-start", on: availableFrom, about, id };
      if (availableTo !== pledge.windowEnd) yield { ...of, what: "window-end", on: availableTo, about, id };
    }
    for (const { id, supports, retracted, validUntil, source } of pledge.evidence)
      if (supports && retracted === null)
        yield { ...of, what: "evidence", on: validUntil, about: source.publisher, id };
  }
}

/** With the first pledge that it serves and that counts; an approval that serves none is listed alone. */
function* ofApprovals(snapshot: Snapshot, filter: CalendarFilter): Generator<DatedEntry> {
  const { pledges } = indexOf(snapshot);
  for (const approval of snapshot.approval.values()) {
    const { id, status, participant, body: about, serves, version, updatedAt } = approval;
    if (!isAmong(filter.participant, participant)) continue;
    const served = serves.flatMap((reference) => pledges.get(reference) ?? []);
    const [first = null] = served.filter((one) => counts(snapshot, filter, one)).sort(byReference);
    if (first === null && (served.length > 0 || !concernsAll(filter))) continue;
    const entry = {
      reference: first?.reference ?? null,
      participant,
      priority: first?.priority ?? null,
      title: first?.title ?? null,
      about,
      id,
      handling: served.some(({ handling }) => handling === "COALITION") ? "COALITION" : "PUBLIC",
      version,
      updatedAt,
    } as const;
    if (status === "SCHEDULED") yield { ...entry, what: "vote", on: approval.scheduledFor };
    if (status === "APPROVED") yield { ...entry, what: "mandate", on: approval.validUntil };
  }
}

function* ofQuestions(snapshot: Snapshot, filter: CalendarFilter): Generator<DatedEntry> {
  const { pledges } = indexOf(snapshot);
  for (const question of snapshot.question.values()) {
    if (questionState(question) !== "OPEN") continue;
    const { id, reference: about, pledge, participant, priority, dueOn, version, updatedAt } = question;
    const on = pledge === null ? undefined : pledges.get(pledge);
    const isAsked =
      isAmong(filter.participant, participant) &&
      isAmong(filter.priority, priority) &&
      isAmong(filter.owner, on?.owner ?? NOBODY) &&
      (filter.important === null || (on !== undefined && counts(snapshot, filter, on)));
    if (isAsked)
      yield {
        ...{ what: "question", on: dueOn, reference: pledge, participant, priority, about, id },
        ...{ title: on?.title ?? null, handling: on?.handling ?? "PUBLIC", version, updatedAt },
      };
  }
}

/** By its date, or so many days after the ceasefire once that holds. */
function* ofRequirements(snapshot: Snapshot, filter: CalendarFilter): Generator<DatedEntry> {
  const { since = null, state = null } = snapshot.trigger.get("CEASEFIRE_IN_FORCE") ?? {};
  if (filter.important !== null || !isForNobody(filter)) return;
  for (const requirement of snapshot.requirement.values()) {
    const { id, reference: about, lead, priority, title, neededBy, closed, version, updatedAt } = requirement;
    const leads = filter.participant.length === 0 || (lead !== null && filter.participant.includes(lead));
    if (closed !== null || !leads || !isAmong(filter.priority, priority)) continue;
    const after =
      state === "MET" && since !== null && neededBy.day !== null ? plusDays(since, neededBy.day) : null;
    yield {
      ...{ what: "needed", on: neededBy.date ?? after, reference: null, participant: lead, priority },
      ...{ title, about, id, handling: "PUBLIC", version, updatedAt },
    };
  }
}

/** An open pledge that the filter doesn't leave out, of any participant. */
const counts = (
  snapshot: Snapshot,
  { priority, owner, important }: CalendarFilter,
  pledge: Pledge,
): boolean =>
  pledge.voided === null &&
  isOpen(pledge.stage) &&
  isAmong(priority, pledge.priority) &&
  isAmong(owner, pledge.owner ?? NOBODY) &&
  (important === null ||
    atLeast(pledge.stage, "COMMITTED") ||
    important.includes(pledge.reference) ||
    snapshot.participant.get(pledge.participant)?.role === "CO_LEAD");

/** Whether it includes entries that concern no pledge. */
const concernsAll = (filter: CalendarFilter): boolean =>
  filter.priority.length === 0 && filter.important === null && isForNobody(filter);

const isForNobody = ({ owner }: CalendarFilter): boolean => owner.length === 0 || owner.includes(NOBODY);

const byReference = (a: Pledge, b: Pledge): number => (a.reference < b.reference ? -1 : 1);
