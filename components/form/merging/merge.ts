// Two people changed one record. What only one changed is merged: by field, in lists of lines by line and field,
// in lists of codes by code. The rest is a clash, and a person chooses.
import { areLines, mergeLines, type LineClash, type Three } from "./merge-lines";
import { same } from "./same";

export type MergedFields = Readonly<Record<string, unknown>>;
export type MergeSide = "theirs" | "mine";

/** A field that both changed, differently. A line that one of them removed is null. */
export interface Clash extends Partial<LineClash> {
  /** The key in `choices`. */
  key: string;
  field: string;
  theirs: unknown;
  mine: unknown;
}

export interface Merged {
  /** The merged fields: the chosen side of each clash, mine where nothing is chosen. */
  fields: MergedFields;
  clashes: Clash[];
  /** Fields where something of theirs was taken over without asking. */
  takenOver: string[];
}

export interface Merging {
  /** Fields that belong together: anyone who changes one of them means the others, too. */
  together?: readonly (readonly string[])[];
  choices?: Readonly<Record<string, MergeSide>>;
}

/** Fields of `mine` that differ from the record as it was when editing began. */
export function changedSince(base: MergedFields, mine: MergedFields): MergedFields {
  return Object.fromEntries(Object.entries(mine).filter(([field, value]) => !same(base[field], value)));
}

/** All three have the same fields. */
export function merge(
  base: MergedFields,
  theirs: MergedFields,
  mine: MergedFields,
  merging: Merging = {},
): Merged {
  const { together = [], choices = {} } = merging;
  const clashes: Clash[] = [];
  const choose: Choose = (clash) => {
    const key = [clash.field, clash.id, clash.of].filter((part) => part !== undefined).join(".");
    clashes.push({ key, ...clash });
    return choices[key] ?? "mine";
  };
  const whole = new Set(together.filter((group) => isMixed(group, base, theirs, mine)).flat());
  const fields = Object.keys(mine).map((field) => {
    const three = { base: base[field], theirs: theirs[field], mine: mine[field] };
    return [field, mergeField(field, three, whole.has(field), choose)] as const;
  });
  const clashing = new Set(clashes.filter(({ line }) => line === undefined).map(({ field }) => field));
  const takenOver = Object.keys(changedSince(base, theirs)).filter((field) => !clashing.has(field));
  return { fields: Object.fromEntries(fields), clashes, takenOver };
}

type Choose = (clash: Omit<Clash, "key">) => MergeSide;

/** Both changed the group, but not one and the same field of it. */
function isMixed(
  group: readonly string[],
  base: MergedFields,
  theirs: MergedFields,
  mine: MergedFields,
): boolean {
  const changedIn = (side: MergedFields) => group.filter((field) => !same(base[field], side[field]));
  const [they, me] = [changedIn(theirs), changedIn(mine)];
  return they.length > 0 && me.length > 0 && new Set([...they, ...me]).size > 1;
}

function mergeField(field: string, three: Three<unknown>, whole: boolean, choose: Choose): unknown {
  const { base, theirs, mine } = three;
  if (same(theirs, mine)) return theirs;
  if (!whole) {
    if (same(base, mine)) return theirs;
    if (same(base, theirs)) return mine;
    if (areCodes(three)) return mergeCodes(three);
    if (areLines(three)) return mergeLines(three, (clash) => choose({ field, ...clash }));
  }
  return choose({ field, theirs, mine }) === "theirs" ? theirs : mine;
}

function areCodes(three: Three<unknown>): three is Three<readonly string[]> {
  return [three.base, three.theirs, three.mine].every(
    (list) => Array.isArray(list) && list.every((one) => typeof one === "string"),
  );
}

function mergeCodes({ base, theirs, mine }: Three<readonly string[]>): string[] {
  const kept = theirs.filter((code) => mine.includes(code) || !base.includes(code));
  return [...kept, ...mine.filter((code) => !base.includes(code) && !theirs.includes(code))];
}
