// Lines that are one unit or sum, once more: by walking from one to the next (decision 85).
import type { Pledge } from "@/lib/domain/pledge/pledge";

/** Whether two lines are one, by what these pledges say and is confirmed. */
export function linesThatAreOne(pledges: readonly Pledge[]): (one: string, other: string) => boolean {
  const said = pledges
    .filter(({ voided }) => !voided)
    .flatMap(({ contributions }) => contributions)
    .flatMap(({ id, sameAs }) => (sameAs?.state === "CONFIRMED" ? [[id, sameAs.contribution] as const] : []));
  const reaches = (from: string, to: string, seen: readonly string[]): boolean =>
    from === to ||
    said.some(([a, b]) =>
      [
        [a, b],
        [b, a],
      ].some(
        ([here = "", next = ""]) =>
          here === from && !seen.includes(next) && reaches(next, to, [...seen, from]),
      ),
    );
  return (one, other) => reaches(one, other, []);
}

/** Those alike together, in order. */
export function groupsOf<T>(all: readonly T[], isAlike: (one: T, other: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const one of all) {
    const group = groups.find(([first]) => first !== undefined && isAlike(first, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}
