import { expect, test } from "vitest";
import { needsFinding } from "@/lib/domain/requirements/needs-finding";

type Sheets = Parameters<typeof needsFinding>[0];

const figure = (low = 0n, sealed = 0) => ({ low, high: low, unsaid: 0, sealed });
const sheet = (title: string, need: bigint, given: object = {}, closed = false) =>
  ({
    requirement: { title, closed: closed ? { at: "2026-01-01T00:00:00.000Z", reason: "Done" } : null },
    coverage: { need, firm: figure(), conditional: figure(), indicative: figure(), ...given },
  }) as unknown as Sheets[number];

test.each<[string, Sheets, ReturnType<typeof needsFinding>]>([
  ["nothing", [], { of: 0, unnumbered: 0, closest: null }],
  [
    "nothing firm",
    [sheet("Ships", 8n, { indicative: figure(2n) }), sheet("Aircraft", 12n)],
    { of: 2, unnumbered: 1, closest: null },
  ],
  [
    "the largest part, not the largest number",
    [sheet("People", 1000n, { firm: figure(100n) }), sheet("Ships", 8n, { firm: figure(3n) })],
    { of: 2, unnumbered: 0, closest: { title: "Ships", percent: 37 } },
  ],
  [
    "more than is needed",
    [sheet("Ships", 8n, { firm: figure(20n) })],
    { of: 1, unnumbered: 0, closest: { title: "Ships", percent: 100 } },
  ],
  [
    "a sealed number is a number",
    [sheet("Ships", 8n, { firm: figure(0n, 1) })],
    { of: 1, unnumbered: 0, closest: null },
  ],
  [
    "closed ones aren't counted",
    [sheet("Ships", 8n, { firm: figure(8n) }, true)],
    { of: 0, unnumbered: 0, closest: null },
  ],
])("%s", (_, sheets, found) => {
  expect(needsFinding(sheets)).toEqual(found);
});
