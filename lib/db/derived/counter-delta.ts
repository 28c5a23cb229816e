// The change a transaction makes to the counters: ended items are subtracted, new ones added, and zero differences
// dropped. The only place that counts, for storing and for checking. The generation ahead is counted as a difference
// from the current one.
import { firstOfMonth, type Day } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { rowsOf, type LinkField, type RowPart } from "@/lib/domain/pledge/link";
import { NEVER, type ItemRow } from "./item-row";
import { isCounted } from "@/lib/domain/unresolved/reasons";
import { lackingSpans, type CodeSpan, type CountedItem } from "./lacking-spans";
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

type CountedPledge = Pick<Pledge, "participant" | "priority" | "stage" | "voided" | LinkField>;

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
    const ofCode = ({ code, class: of, since, until }: CodeSpan) =>
      at(this.codes, `${code} ${of} ${since} ${until} ${from_world}`, () => {
        return { code, class: of, since, until, from_world, items: 0, lacking: 0 };
      });
    for (const span of lackingSpans(items)) ofCode(span).lacking += sign;
    for (const item of items) {
      const { since, until, participant, priority } = item;
      ofCode(item).items += sign;
      const counted = isCounted(item.class);
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

  addPledge(pledge: CountedPledge, sign: 1 | -1): void {
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

function at<T>(all: Map<string, T>, key: string, none: () => T): T {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = none();
  all.set(key, made);
  return made;
}

const sorted = <T>(all: Map<string, T>): T[] =>
  [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
