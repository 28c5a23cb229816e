import "server-only";
import { mayReadLog, type Actor } from "@/lib/domain/people/actor";
import type { Json } from "@/lib/domain/base/canonical";
import { isDay } from "@/lib/domain/base/day";
import { changesBetween } from "@/lib/domain/proposals/history";
import { isId } from "@/lib/domain/base/id";
import type { Listed } from "@/lib/domain/base/listing";
import type { LogEntry, LogFilter, LogEntryDetails } from "@/lib/domain/log/logged";
import { endOfMoment, startOf } from "@/lib/domain/base/moment";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { countEvents, findEvent, findEvents } from "@/lib/db/queries/log/events";
import { findNamesOfPeople } from "@/lib/db/queries/workspace/people-names";
import { findSettings } from "@/lib/db/queries/log/settings";
import { logQuery } from "./filter";

/** Newest first. */
export async function loadLog(actor: Actor, filter: LogFilter): Promise<Result<Listed<LogEntry>>> {
  if (!mayReadLog(actor)) return refuse("role");
  const { timeZone } = await findSettings();
  const from = filter.from !== null && isDay(filter.from) ? startOf(filter.from, timeZone) : filter.from;
  const to = filter.to !== null && isDay(filter.to) ? endOfMoment(filter.to, timeZone) : filter.to;
  if (from !== null && to !== null && to < from) return invalid({ path: "to", code: "order" });
  const query = { ...filter, from, to };
  const [found, total] = await Promise.all([findEvents(query), countEvents(query)]);
  return ok(logQuery.page(found, filter, total));
}

/** The record exactly as the log holds it: a sealed number is its commitment, for every reader. */
export async function loadLogEntry(actor: Actor, seq: number): Promise<Result<LogEntryDetails>> {
  if (!mayReadLog(actor)) return refuse("role");
  const event = await findEvent(seq);
  return event ? ok({ ...event, changes: changesBetween(event.before, event.after) }) : refuse("not-found");
}

/** The names of the people whose ids a record contains, by id. */
export async function loadPeopleIn(actor: Actor, records: readonly Json[]): Promise<Record<string, string>> {
  if (!mayReadLog(actor)) return {};
  const ids = records.flatMap((record) =>
    record !== null && typeof record === "object"
      ? Object.entries(record).flatMap(([field, value]: [string, unknown]) =>
          NAMES_A_PERSON.test(field) && typeof value === "string" && isId(value) ? [value] : [],
        )
      : [],
  );
  return Object.fromEntries(await findNamesOfPeople(ids));
}

const NAMES_A_PERSON = /^(author|owner|proposer|decider|ruler|from|to)Id$/;
