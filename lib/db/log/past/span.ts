// Two moments, as somebody named them, and what changed between them.
import { changesOver, type Changes } from "@/lib/domain/history/changes";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import { endOf, startOf, type NamedMoment } from "@/lib/domain/base/moment";
import type { Baseline } from "@/lib/domain/people/person";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { settingsIn } from "@/lib/domain/history/world";
import { findBaseline } from "../../queries/oversight/baselines";
import { findSettings } from "../../queries/log/settings";
import { findSteps } from "./steps";
import { findStand, workOut, type Stand } from "./world";

/** A moment that was asked for. */
export interface Point {
  at: Instant;
  /** Where it was named by one. */
  baseline: Pick<Baseline, "id" | "name"> | null;
}

export interface Span {
  from: Point;
  /** Null of `until`: now. */
  to: Point;
}

/** A day is meant from its beginning, and up to its end, or up to now where it isn't over. */
export async function findSpan(
  { since, until }: { since: NamedMoment; until: NamedMoment | null },
  now: Instant,
): Promise<Result<Span>> {
  const from = await findPoint("since", since, now);
  if (!from.ok) return from;
  const to = until === null ? ok<Point>({ at: now, baseline: null }) : await findPoint("until", until, now);
  if (!to.ok) return to;
  if (to.value.at < from.value.at) return invalid({ path: "until", code: "order" });
  return ok({ from: from.value, to: to.value });
}

/** `path`: the parameter that named it; what is not known, or has not come yet, is said of it. */
export async function findPoint(
  path: "since" | "until" | "asOf" | "from" | "to",
  named: NamedMoment,
  now: Instant,
): Promise<Result<Point>> {
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
  const ends = endOf(named.day, timeZone);
  return ok({ at: ends > now ? now : ends, baseline: null });
}

/** Worked out once for two places in the log and two days, as long as it is asked for. */
export async function findChanges({ from, to }: Span): Promise<Changes> {
  const [before, after] = [await findStand(from.at), await findStand(to.at)];
  const name = [before, after].map(nameOf).join(" ");
  const known = kept.get(name) ?? work(before, after);
  kept.delete(name);
  kept.set(name, known);
  known.catch(() => kept.delete(name));
  for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
  return known;
}

const kept = new Map<string, Promise<Changes>>();
const MOST = 24;

const nameOf = ({ at, position, world }: Stand): string =>
  `${position.hash} ${dayOf(at, settingsIn(world).timeZone)}`;

async function work(before: Stand, after: Stand): Promise<Changes> {
  const steps = await findSteps(before.position, after.position);
  for (const { world } of [before, after]) await workOut(world);
  return changesOver(before, after, steps);
}
