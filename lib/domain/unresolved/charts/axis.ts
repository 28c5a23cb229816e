// Ticks of an axis of whole numbers, and days at which months begin.
import { firstOfMonth, plusDays, type Day } from "../../base/day";

/** Round steps from 0 to at least the largest value: at most five of them. */
export function ticksUpTo(largest: number): number[] {
  const step = STEPS.find((one) => one * 5 >= largest) ?? largest;
  const last = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: last + 1 }, (_, place) => place * step);
}

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000];

/** First days of months between two days, every so many months that at most `most` are left. */
export function monthTicks(first: Day, last: Day, most: number): Day[] {
  const all: Day[] = [];
  for (let day = firstOfMonth(last); day >= first; day = firstOfMonth(plusDays(day, -1))) all.unshift(day);
  const every = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, place) => (all.length - 1 - place) % every === 0);
}

/** Moves marks that would touch: each at least `gap` below the one before, in their order, and none above 0 where there is room. */
export function apart(wanted: readonly number[], gap: number, room: number): number[] {
  const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const placed = [...wanted];
  let next = -Infinity;
  for (const at of order) next = (placed[at] = Math.max(wanted[at] ?? 0, next)) + gap;
  let limit = room;
  for (const at of order.reverse()) limit = (placed[at] = Math.min(placed[at] ?? 0, limit)) - gap;
  return placed;
}
