// The titles of the matrix, the map and the requirements: true of their figures.
import fc from "fast-check";
import { expect, test } from "vitest";
import { concentrationFinding, mostFinding } from "@/lib/domain/unresolved/charts/coverage-findings";

test.each([
  [[], null],
  [[0, 0], null],
  [[5], { cells: 1, of: 1, held: 5, items: 5 }],
  [[4, 3, 2, 1], { cells: 2, of: 4, held: 7, items: 10 }],
  [[5, 0, 3, 2], { cells: 1, of: 3, held: 5, items: 10 }],
  [[1, 1, 1], { cells: 2, of: 3, held: 2, items: 3 }],
])("the fewest cells with half of %j are found", (values, found) => {
  expect(concentrationFinding(values)).toEqual(found);
});

test("the cells found hold half, and no fewer do", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 60 }), (values) => {
      const found = concentrationFinding(values);
      const sorted = values.toSorted((a, b) => b - a);
      const top = (count: number) => sorted.slice(0, count).reduce((sum, one) => sum + one, 0);
      const items = top(values.length);
      if (found === null) {
        expect(items).toBe(0);
        return;
      }
      expect(found).toMatchObject({ items, held: top(found.cells) });
      expect(found.held * 2).toBeGreaterThanOrEqual(items);
      expect(top(found.cells - 1) * 2).toBeLessThan(items);
    }),
  );
});

const place = (name: string, items: number) => ({ name, items });

test.each([
  [[], null],
  [[place("France", 0)], null],
  [[place("France", 3), place("Italy", 1)], { names: ["France"], most: 3, items: 4 }],
  [
    [place("France", 2), place("Italy", 2), place("Spain", 1)],
    { names: ["France", "Italy"], most: 2, items: 5 },
  ],
])("the places with most of %j are found", (places, found) => {
  expect(mostFinding(places)).toEqual(found);
});
