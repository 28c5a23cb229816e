// Ticks of an axis of whole numbers, and days at which months begin.
import { firstOfMonth, plusDays, type Day } from "../../base/day";

/** Round steps from 0 to at least the largest value: at most five of them. */
export function ticksUpTo(largest: number): number[] {
  const step = roundStep(largest / 5);
  const last = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: last + 1 }, (_, place) => place * step);
}

/** 1, 2, 5, 10, 20 …: the first that is at least so large. */
export function roundStep(least: number): number {
  for (let ten = 1; ; ten *= 10) {
    const step = [1, 2, 5].find((one) => one * ten >= least);
    if (step !== undefined) return step * ten;
  }
}

/** First days of months between two days, at regular steps, so that at most `most` are left. */
export function monthTicks(first: Day, last: Day, most: number): Day[] {
  const all: Day[] = [];
  for (let day = firstOfMonth(last); day >= first; day = firstOfMonth(plusDays(day, -1))) all.unshift(day);
  const every = Math.max(1, Math.ceil(all.length / most));
  return all.filter((_, place) => (all.length - 1 - place) % every === 0);
}

/** Moves marks that would touch: each at least `gap` below the one before, in their order, and none above 0 where there is room. */
export function spreadApart(wanted: readonly number[], gap: number, room: number): number[] {
  const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const placed = [...wanted];
  let next = -Infinity;
  for (const at of order) next = (placed[at] = Math.max(wanted[at] ?? 0, next)) + gap;
  let limit = room;
  for (const at of order.reverse()) limit = (placed[at] = Math.min(placed[at] ?? 0, limit)) - gap;
  return placed;
}
