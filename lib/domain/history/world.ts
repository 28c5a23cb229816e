// The whole register as the log knew it after one of its events: the records as they stood, by their ids. What follows
// from them follows by the rules of today.
import type { Json } from "../base/canonical";
import { dayOf, type Day, type Instant } from "../base/day";
import type { Register } from "../people/person";
import { recalled, type WorldRecords, type WorldType } from "./recalled";

export type World = { readonly [E in WorldType]: ReadonlyMap<string, WorldRecords[E]> };

/** Before the first event there was nothing. */
export const NOTHING: World = {
  register: new Map(),
  participant: new Map(),
  person: new Map(),
  source: new Map(),
  pledge: new Map(),
  approval: new Map(),
  proposal: new Map(),
  ruling: new Map(),
  baseline: new Map(),
  trigger: new Map(),
  requirement: new Map(),
  offer: new Map(),
  delivery: new Map(),
};

export const WORLD_TYPES = Object.keys(NOTHING) as WorldType[];

/** What an event says: the record after it, in its canonical form. */
export interface Told {
  type: WorldType;
  id: string;
  record: Json;
}

/** The world after these events; the one before stays what it was. */
export function worldAfter(world: World, told: readonly Told[]): World {
  const types = [...new Set(told.map(({ type }) => type))];
  const fresh = types.map((type) => [type, new Map<string, unknown>(world[type])] as const);
  const maps = new Map<WorldType, Map<string, unknown>>(fresh);
  const after = { ...world, ...Object.fromEntries(maps) };
  // A document is on record before anything rests on it.
  const sources = told.filter(({ type }) => type === "source");
  const others = told.filter(({ type }) => type !== "source");
  for (const { type, id, record } of [...sources, ...others]) {
    // Told last, it comes last: a world is the same in every detail, by whichever steps it was reached.
    maps.get(type)?.delete(id);
    maps.get(type)?.set(id, recalled(type, record, after.source));
  }
  return after;
}

/** How days were counted, and when a statement was stale. */
export function settingsIn(world: World): Pick<Register, "timeZone" | "staleDays"> {
  const [register] = world.register.values();
  return register ?? { timeZone: "UTC", staleDays: 30 };
}

/** The day of a moment, on the register's clocks of then. */
export const dayIn = (world: World, at: Instant): Day => dayOf(at, settingsIn(world).timeZone);
