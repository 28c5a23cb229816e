// Changes to a line. Each returns the whole tree, or null where the change isn't possible.
import { DEEPEST, depthOf, leavesOf, MOST_LEAVES } from "@/lib/domain/pledge/condition";
import { conditionPartOf, FEWEST_OF, type Group, type ConditionLine } from "./draft";

export type LineMove = "up" | "down" | "in" | "out";
export const MOVES: readonly LineMove[] = ["up", "down", "in", "out"];

export function withLineMoved(whole: Group, id: number, move: LineMove): Group | null {
  const after = MADE[move](whole, id);
  return after && isReadable(after) ? after : null;
}

/** At the end of the group. */
export function withLine(whole: Group, group: number, line: ConditionLine): Group | null {
  const after = within(whole, group, (one) => ({ ...one, parts: [...one.parts, line] }));
  return isReadable(after) ? after : null;
}

export function withoutLine(whole: Group, id: number): Group {
  const home = homeOf(whole, id);
  return home ? within(whole, home.group.id, (one) => without(one, id)) : whole;
}

export const withLineChanged = (whole: Group, id: number, change: Partial<ConditionLine>): Group =>
  mapped(whole, (line) => (line.id === id ? ({ ...line, ...change } as ConditionLine) : line)) as Group;

/** A number that no line has yet. */
export const nextId = (whole: Group): number => 1 + Math.max(...all(whole).map(({ id }) => id));

/** The group that a line is in, and its place there. */
export function homeOf(whole: Group, id: number): { group: Group; place: number } | null {
  for (const group of all(whole)) {
    if (group.kind !== "group") continue;
    const place = group.parts.findIndex((part) => part.id === id);
    if (place >= 0) return { group, place };
  }
  return null;
}

const MADE: Record<LineMove, (whole: Group, id: number) => Group | null> = {
  up: (whole, id) => swapped(whole, id, -1),
  down: (whole, id) => swapped(whole, id, 1),
  in: movedIn,
  out: movedOut,
};

function swapped(whole: Group, id: number, by: -1 | 1): Group | null {
  const home = homeOf(whole, id);
  if (!home) return null;
  const parts = [...home.group.parts];
  const [line, other] = [parts[home.place], parts[home.place + by]];
  if (!line || !other) return null;
  [parts[home.place], parts[home.place + by]] = [other, line];
  return within(whole, home.group.id, (one) => ({ ...one, parts }));
}

/** Into the group above, else the group below, else a new group of the other kind. */
export function wayIn(whole: Group, id: number): "above" | "below" | "new" {
  const { above, below } = besideOf(whole, id);
  return above?.kind === "group" ? "above" : below?.kind === "group" ? "below" : "new";
}

function movedIn(whole: Group, id: number): Group | null {
  const home = homeOf(whole, id);
  const line = home?.group.parts[home.place];
  if (!home || !line) return null;
  const { group } = home;
  const { above, below } = besideOf(whole, id);
  if (above?.kind === "group")
    return within(withoutLine(whole, id), above.id, (one) => ({ ...one, parts: [...one.parts, line] }));
  if (below?.kind === "group")
    return within(withoutLine(whole, id), below.id, (one) => ({ ...one, parts: [line, ...one.parts] }));
  const made: Group = {
    id: nextId(whole),
    kind: "group",
    not: false,
    of: group.of === "all" ? "any" : "all",
    k: FEWEST_OF,
    parts: [line],
  };
  return within(whole, group.id, (one) => ({
    ...one,
    parts: one.parts.map((part) => (part.id === id ? made : part)),
  }));
}

function besideOf(
  whole: Group,
  id: number,
): { above: ConditionLine | undefined; below: ConditionLine | undefined } {
  const home = homeOf(whole, id);
  return { above: home?.group.parts[home.place - 1], below: home?.group.parts[home.place + 1] };
}

/** After the group it was in; a group left empty is removed. */
function movedOut(whole: Group, id: number): Group | null {
  const home = homeOf(whole, id);
  const outer = home && homeOf(whole, home.group.id);
  const line = home?.group.parts[home.place];
  if (!home || !outer || !line) return null;
  const left = without(home.group, id);
  const parts = outer.group.parts.flatMap((part) =>
    part.id === left.id ? (left.parts.length === 0 ? [line] : [left, line]) : [part],
  );
  return within(whole, outer.group.id, (one) => ({ ...one, parts }));
}

const isReadable = (whole: Group): boolean => {
  const condition = conditionPartOf(whole);
  return depthOf(condition) <= DEEPEST && leavesOf(condition).length <= MOST_LEAVES;
};

const without = (group: Group, id: number): Group => ({
  ...group,
  parts: group.parts.filter((part) => part.id !== id),
});

const within = (whole: Group, id: number, change: (group: Group) => Group): Group =>
  mapped(whole, (line) => (line.id === id && line.kind === "group" ? change(line) : line)) as Group;

/** From the innermost lines outwards. */
function mapped(line: ConditionLine, change: (line: ConditionLine) => ConditionLine): ConditionLine {
  if (line.kind !== "group") return change(line);
  return change({ ...line, parts: line.parts.map((part) => mapped(part, change)) });
}

function all(line: ConditionLine): ConditionLine[] {
  return line.kind === "group" ? [line, ...line.parts.flatMap(all)] : [line];
}
