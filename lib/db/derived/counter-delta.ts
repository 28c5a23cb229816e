// The change a transaction makes to the counters: ended items are subtracted, new ones added, and zero differences
// dropped. The only place that counts, for storing and for checking. The generation ahead is counted as a difference
// from the current one.
import { firstOfMonth, type Day } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { rowsOf, type LinkField, type RowPart } from "@/lib/domain/pledge/link";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/unresolved";
import { NEVER, type ItemRow } from "./item-row";
import { holdsInGeneration, type GenerationSpan, type Generation } from "../sql/generation";

export interface CounterValues {
  codes: {
    code: string;
    class: string;
    since: Day;
    until: ItemRow["until"];
    items: number;
    lacking: number;
    from_world: number;
  }[];
  cells: {
    span: "DAY" | "MONTH";
    since: Day;
    participant: string;
    priority: number;
    counted: boolean;
    items: number;
    from_world: number;
  }[];
  stages: { participant: string; priority: number; stage: string; part: RowPart; pledges: number }[];
}

export type CountedItem = Pick<
  ItemRow,
  "participant" | "priority" | "pledge_id" | "code" | "class" | "since" | "until"
>;
type Standing = Pick<Pledge, "participant" | "priority" | "stage" | "voided" | LinkField>;

export class CounterDelta {
  private readonly codes = new Map<string, CounterValues["codes"][number]>();
  private readonly cells = new Map<string, CounterValues["cells"][number]>();
  private readonly stages = new Map<string, CounterValues["stages"][number]>();

  /** Takes whole pledges or cells: every row of each, before and after. */
  move<Row extends CountedItem & GenerationSpan>(
    before: readonly Row[],
    after: readonly Row[],
    { number, ahead }: Generation,
  ): void {
    const now = holdsInGeneration(number);
    this.addItems(before.filter(now), -1);
    this.addItems(after.filter(now), 1);
    if (ahead === null) return;
    const then = holdsInGeneration(ahead.number);
    this.addItems(before.filter(now), 1, ahead.number);
    this.addItems(before.filter(then), -1, ahead.number);
    this.addItems(after.filter(now), -1, ahead.number);
    this.addItems(after.filter(then), 1, ahead.number);
  }

  /** Takes whole pledges: all items of each, or none. */
  addItems(items: readonly CountedItem[], sign: 1 | -1, from_world = 0): void {
    const first = earliest(items);
    for (const item of items) {
      const { code, since, until, participant, priority } = item;
      const ofCode = at(this.codes, `${code} ${item.class} ${since} ${until} ${from_world}`, () => {
        return { code, class: item.class, since, until, from_world, items: 0, lacking: 0 };
      });
      ofCode.items += sign;
      if (first.has(item)) ofCode.lacking += sign;
      const counted = isCounted(item);
      const cell = `${participant} ${priority} ${counted} ${from_world}`;
      const count = (span: "DAY" | "MONTH", day: Day, by: 1 | -1): void => {
        at(this.cells, `${span} ${day} ${cell}`, () => {
          return { span, since: day, participant, priority, counted, from_world, items: 0 };
        }).items += by;
      };
      const countOn = (day: Day, by: 1 | -1): void => {
        count("DAY", day, by);
        count("MONTH", firstOfMonth(day), by);
      };
      countOn(since, sign);
      if (until !== NEVER) countOn(until, sign === 1 ? -1 : 1);
    }
  }

  addPledge(pledge: Standing, sign: 1 | -1): void {
    const { priority, stage, voided } = pledge;
    if (voided !== null) return;
    for (const { participant, part } of rowsOf(pledge)) {
      const key = `${participant} ${priority} ${stage} ${part}`;
      at(this.stages, key, () => ({ participant, priority, stage, part, pledges: 0 })).pledges += sign;
    }
  }

  /** In order of their keys, in which they are locked. */
  counts(): CounterValues {
    return {
      codes: sorted(this.codes).filter(({ items, lacking }) => items !== 0 || lacking !== 0),
      cells: sorted(this.cells).filter(({ items }) => items !== 0),
      stages: sorted(this.stages).filter(({ pledges }) => pledges !== 0),
    };
  }
}

/** The first item of each pledge that lacks something. A suspended pledge lacks nothing. */
function earliest(items: readonly CountedItem[]): Set<CountedItem> {
  const first = new Map<string, CountedItem>();
  for (const item of items) {
    if (item.pledge_id === null || item.code === "SUSPENDED" || !isCounted(item)) continue;
    const known = first.get(item.pledge_id);
    if (!known || orderOf(item) < orderOf(known)) first.set(item.pledge_id, item);
  }
  return new Set(first.values());
}

const isCounted = (item: CountedItem): boolean => (COUNTED_CLASSES as readonly string[]).includes(item.class);
const orderOf = ({ since, code }: CountedItem): string => `${since} ${code}`;

function at<T>(all: Map<string, T>, key: string, none: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = none();
  all.set(key, made);
  return made;
}

const sorted = <T>(all: Map<string, T>): T[] =>
  [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
