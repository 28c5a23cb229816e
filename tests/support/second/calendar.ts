// The calendar of a whole register once more: every day of every record is looked at, one after the other.
import type { Day } from "@/lib/domain/base/day";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { CalendarFilter } from "@/lib/domain/unresolved/calendar";

/** `day kind pledge id marking`, in the order of lists. */
export function calendarOf(snapshot: Snapshot, filter: CalendarFilter): string[] {
  const lines: string[] = [];
  const add = (
    kind: string,
    day: Day | null,
    about: { on?: string | null; id?: string; marked?: boolean },
  ) => {
    const isKind = filter.what.length === 0 || filter.what.some((one) => one === kind);
    if (day === null || day > filter.to || (filter.from ?? "") > day || !isKind) return;
    lines.push(
      [day, about.on ?? "", kind, about.id ?? "", about.marked === true ? "marked" : "-"].join("\t"),
    );
  };
  const pledges = [...snapshot.pledge.values()];
  const isFor = (codes: (string | null)[]) =>
    filter.participant.length === 0 ||
    codes.some((code) => code !== null && filter.participant.includes(code));
  const fits = (pledge: Pledge) =>
    pledge.voided === null &&
    ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING"].includes(pledge.stage) &&
    (filter.priority.length === 0 || filter.priority.includes(pledge.priority)) &&
    (filter.owner.length === 0 || filter.owner.includes(pledge.owner ?? "none")) &&
    (filter.important === null ||
      ["COMMITTED", "ALLOCATED", "DELIVERING"].includes(pledge.stage) ||
      filter.important.includes(pledge.reference) ||
      snapshot.participant.get(pledge.participant)?.role === "CO_LEAD");
  const isWide = filter.owner.length === 0 || filter.owner.includes("none");

  for (const pledge of pledges.filter(fits)) {
    const joint = pledge.jointWith.filter(({ state }) => state === "CONFIRMED");
    if (!isFor([pledge.participant, ...joint.map(({ participant }) => participant)])) continue;
    const of = { on: pledge.reference, marked: pledge.handling === "COALITION" };
    add("due", pledge.dueOn, of);
    if (pledge.nextAction !== null) add("next-action", pledge.nextActionDueOn, of);
    add("window-start", pledge.windowStart, of);
    add("window-end", pledge.windowEnd, of);
    for (const { id, availableFrom, availableTo } of pledge.contributions) {
      if (availableFrom !== pledge.windowStart) add("window-start", availableFrom, { ...of, id });
      if (availableTo !== pledge.windowEnd) add("window-end", availableTo, { ...of, id });
    }
    for (const { id, validUntil, supports, retracted } of pledge.evidence)
      if (supports && retracted === null) add("evidence", validUntil, { ...of, id });
  }
  for (const { id, status, participant, serves, scheduledFor, validUntil } of snapshot.approval.values()) {
    const all = pledges.filter(({ reference }) => serves.includes(reference));
    const [on] = all
      .filter(fits)
      .map(({ reference }) => reference)
      .sort();
    const isAlone = all.length === 0 && filter.priority.length === 0 && filter.important === null && isWide;
    if (!isFor([participant]) || (on === undefined && !isAlone)) continue;
    const of = { on: on ?? null, id, marked: all.some(({ handling }) => handling === "COALITION") };
    if (status === "SCHEDULED") add("vote", scheduledFor, of);
    if (status === "APPROVED") add("mandate", validUntil, of);
  }
  for (const { id, participant, priority, pledge: on, dueOn, entries } of snapshot.question.values()) {
    const pledge = pledges.find(({ reference }) => reference === on);
    const isOpen = entries.length === 0 || entries.at(-1)?.does === "reopen";
    const isAsked =
      isFor([participant]) &&
      (filter.priority.length === 0 || filter.priority.includes(priority)) &&
      (filter.owner.length === 0 || filter.owner.includes(pledge?.owner ?? "none")) &&
      (filter.important === null || (pledge !== undefined && fits(pledge)));
    if (isOpen && isAsked) add("question", dueOn, { on, id, marked: pledge?.handling === "COALITION" });
  }
  const ceasefire = snapshot.trigger.get("CEASEFIRE_IN_FORCE");
  for (const { id, lead, priority, neededBy, closed } of snapshot.requirement.values()) {
    if (closed !== null || filter.important !== null || !isWide || !isFor([lead])) continue;
    if (filter.priority.length > 0 && !filter.priority.includes(priority)) continue;
    add("needed", neededBy.date ?? after(ceasefire, neededBy.day), { id });
  }
  return lines.sort();
}

function after(trigger: { state: string; since: Day | null } | undefined, days: number | null): Day | null {
  if (trigger?.state !== "MET" || trigger.since === null || days === null) return null;
  const day = new Date(`${trigger.since}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
