// The promises for a hundred thousand pledges, checked one by one; a smaller run is checked at its largest register.
import { over, type FigureRow } from "./figures";
import { FAR_LIST } from "../pages";

export interface PromiseResult {
  promise: string;
  limit: number;
  is: number;
}

export function promisesOn(rows: readonly FigureRow[]): PromiseResult[] {
  const alone = rows.filter(({ at }) => at === 1);
  const largest = Math.max(...alone.map(({ size }) => size));
  const of = (subject: string, size = largest): FigureRow | undefined =>
    alone.find((row) => row.subject === subject && row.size === size);
  const grown = (subject: string, kind: "own" | "changed"): number | null =>
    over(of(subject)?.[kind] ?? null, of(subject, largest / 10)?.[kind] ?? null);
  const [far, list] = [of(FAR_LIST), of("list")];
  const promised: [string, number, number | null | undefined][] = [
    ["home, beside its twin", 1.5, of("home")?.ratio],
    ["home, beside a tenth of the pledges", 1.5, grown("home", "own")],
    ["home right after a change, beside its twin", 1.5, of("home")?.changedRatio],
    ["home right after a change, beside a tenth of the pledges", 1.5, grown("home", "changed")],
    ...["unresolved", "coverage"].flatMap((subject): typeof promised => [
      [`${subject}, beside its twin`, 3, of(subject)?.ratio],
      [`${subject}, beside a tenth of the pledges`, 3, grown(subject, "own")],
      [`${subject} right after a change, beside its twin`, 3, of(subject)?.changedRatio],
      [`${subject} right after a change, beside a tenth of the pledges`, 3, grown(subject, "changed")],
    ]),
    ["list, beside its twin", 3, list?.ratio],
    [`${FAR_LIST}, beside page 1`, 1.5, far && list && over(far.own, list.own)],
    ["pledge, beside its twin", 2.5, of("pledge")?.ratio],
    ["stage, beside its statements in one transaction", 4, of("stage")?.ratio],
  ];
  return promised.flatMap(([promise, limit, is]) =>
    is === null || is === undefined ? [] : [{ promise, limit, is }],
  );
}

export const isMet = ({ is, limit }: PromiseResult): boolean => is <= limit;
