// Merges two people's changes of one list: by line, and within a line by field.
import { same } from "./same";

export interface MergedLine {
  /** Set for a line on record; a new one has none. */
  id?: string;
  [member: string]: unknown;
}
export interface Three<T> {
  base: T;
  theirs: T;
  mine: T;
}
/** A line that both changed; its number counts from 1. Without `of` the clash is about the whole line. */
export interface LineClash {
  id: string;
  line: number;
  of?: string;
  theirs: unknown;
  mine: unknown;
}
export type ChooseLine = (clash: LineClash) => "theirs" | "mine";

/** Lines on record have an id; new lines in `mine` have none. */
export function areLines(three: Three<unknown>): three is Three<readonly MergedLine[]> {
  const [base, theirs, mine] = [three.base, three.theirs, three.mine].map((list) =>
    Array.isArray(list) && list.every(isLine) ? list : null,
  );
  return Boolean(base && theirs && mine) && [...(base ?? []), ...(theirs ?? [])].every(({ id }) => id);
}

/** Their lines in their order, then lines that only I have. */
export function mergeLines(
  { base, theirs, mine }: Three<readonly MergedLine[]>,
  choose: ChooseLine,
): MergedLine[] {
  const added = mine.filter(({ id }) => id === undefined);
  const fromThem = theirs.flatMap((line, index) => {
    const { id = "" } = line;
    const [before, own] = [byId(base, id), byId(mine, id)];
    if (!before) {
      // Equal lines that both added are one line.
      const twin = added.findIndex((one) => same(one, withoutId(line)));
      if (twin >= 0) added.splice(twin, 1);
      return [line];
    }
    const at = { id, line: index + 1 };
    if (own) return [mergeLine({ base: before, theirs: line, mine: own }, at, choose)];
    return same(before, line) || choose({ ...at, theirs: line, mine: null }) === "mine" ? [] : [line];
  });
  const goneForThem = mine.flatMap((own, index) => {
    const { id } = own;
    if (id === undefined || byId(theirs, id) || same(byId(base, id), own)) return [];
    // A removed line's id is gone, so keeping it makes a new line.
    return choose({ id, line: index + 1, theirs: null, mine: own }) === "mine" ? [withoutId(own)] : [];
  });
  return [...fromThem, ...goneForThem, ...added];
}

/** Quantity, money and caveats are one value each: half of two values is no value. */
function mergeLine(
  { base, theirs, mine }: Three<MergedLine>,
  at: { id: string; line: number },
  choose: ChooseLine,
) {
  const members = Object.keys(mine).map((of) => {
    const [was, their, own] = [base[of], theirs[of], mine[of]];
    if (same(their, own) || same(was, own)) return [of, their] as const;
    if (same(was, their)) return [of, own] as const;
    return [of, choose({ ...at, of, theirs: their, mine: own }) === "theirs" ? their : own] as const;
  });
  return Object.fromEntries(members) as MergedLine;
}

const isLine = (value: unknown): value is MergedLine => typeof value === "object" && value !== null;

const byId = (lines: readonly MergedLine[], id: string): MergedLine | undefined =>
  lines.find((line) => line.id === id);

const withoutId = ({ id: _id, ...line }: MergedLine): MergedLine => line;
