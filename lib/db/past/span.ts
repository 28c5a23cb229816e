// Two named moments, and the changes between them.
import { setImmediate } from "node:timers/promises";
import { changesSteps, type RegisterChanges } from "@/lib/domain/history/changes";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import { endOfMoment, startOf, type NamedMoment } from "@/lib/domain/base/moment";
import type { Baseline } from "@/lib/domain/oversight/baseline";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { settingsIn } from "@/lib/domain/history/snapshot";
import { findBaseline } from "../queries/oversight/baselines";
import { findSettings } from "../queries/log/settings";
import { findSteps } from "./steps";
import { findRegisterState, computeItems, type RegisterState } from "./snapshot";

/** A requested moment. */
export interface SpanPoint {
  at: Instant;
  /** If a baseline named it. */
  baseline: Pick<Baseline, "id" | "name"> | null;
}

export interface LogSpan {
  from: SpanPoint;
  /** Null in `until`: now. */
  to: SpanPoint;
}

/** A day counts from its start, and up to its end, or up to now if it isn't over. */
export async function findSpan(
  { since, until }: { since: NamedMoment; until: NamedMoment | null },
  now: Instant,
): Promise<Result<LogSpan>> {
  const from = await findPoint("since", since, now);
  if (!from.ok) return from;
  const to =
    until === null ? ok<SpanPoint>({ at: now, baseline: null }) : await findPoint("until", until, now);
  if (!to.ok) return to;
  if (to.value.at < from.value.at) return invalid({ path: "until", code: "order" });
  return ok({ from: from.value, to: to.value });
}

/** `path`: the parameter concerned, for refusing an unknown or future moment. */
export async function findPoint(
  path: "since" | "until" | "asOf" | "from" | "to",
  named: NamedMoment,
  now: Instant,
): Promise<Result<SpanPoint>> {
  if (named.is === "baseline") {
    const baseline = await findBaseline(named.name);
    if (!baseline) return invalid({ path, code: "no-baseline" });
    return ok({ at: baseline.asOf, baseline: { id: baseline.id, name: baseline.name } });
  }
  if (named.is === "instant") {
    return named.at > now ? invalid({ path, code: "moment-ahead" }) : ok({ at: named.at, baseline: null });
  }
  const { timeZone } = await findSettings();
  const begins = startOf(named.day, timeZone);
  if (begins > now) return invalid({ path, code: "moment-ahead" });
  if (path === "since" || path === "from") return ok({ at: begins, baseline: null });
  const ends = endOfMoment(named.day, timeZone);
  return ok({ at: ends > now ? now : ends, baseline: null });
}

/** Cached by two log positions and two days, as long as it is in use. */
export async function findChanges({ from, to }: LogSpan): Promise<RegisterChanges> {
  const [before, after] = [await findRegisterState(from.at), await findRegisterState(to.at)];
  const name = [before, after].map(nameOf).join(" ");
  const known = cache.get(name) ?? work(before, after);
  cache.delete(name);
  cache.set(name, known);
  known.catch(() => cache.delete(name));
  for (const oldest of cache.keys()) if (cache.size > MOST) cache.delete(oldest);
  return known;
}

const cache = new Map<string, Promise<RegisterChanges>>();
const MOST = 24;

const nameOf = ({ at, position, snapshot }: RegisterState): string =>
  `${position.hash} ${dayOf(at, settingsIn(snapshot).timeZone)}`;

async function work(before: RegisterState, after: RegisterState): Promise<RegisterChanges> {
  const steps = await findSteps(before.position, after.position);
  for (const { snapshot } of [before, after]) await computeItems(snapshot);
  const work = changesSteps(before, after, steps);
  let step = work.next();
  // Other requests are served in between.
  for (; !step.done; step = work.next()) await setImmediate();
  return step.value;
}
