import { expect, test } from "vitest";
import { generatePledges } from "@/bench/data/generate";

const AT = "2026-02-25T08:40:00.000Z";

test("the same seed gives the same register, another seed another", () => {
  expect(generatePledges({ seed: 1, pledges: 50 }, AT)).toEqual(
    generatePledges({ seed: 1, pledges: 50 }, AT),
  );
  expect(generatePledges({ seed: 2, pledges: 50 }, AT).pledges).not.toEqual(
    generatePledges({ seed: 1, pledges: 50 }, AT).pledges,
  );
});

test("references run without a gap in each cell, and some cells stay empty", () => {
  const { pledges, participants } = generatePledges({ seed: 1, pledges: 1_000 }, AT);
  const cells = new Map<string, number[]>();
  for (const { reference, participant, priority } of pledges) {
    const cell = `${participant}-${priority}`;
    cells.set(cell, [...(cells.get(cell) ?? []), Number(reference.split("-")[2])]);
  }
  for (const numbers of cells.values()) expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(cells.size).toBeLessThan(participants.length * 5);
});

test("evidence rests on sources that are there, approvals serve pledges of their participant", () => {
  const { pledges, sources, approvals } = generatePledges({ seed: 1, pledges: 200 }, AT);
  const known = new Set(sources.map(({ id }) => id));
  expect(pledges.flatMap(({ evidence }) => evidence).every(({ source }) => known.has(source.id))).toBe(true);
  for (const { participant, serves } of approvals) {
    for (const reference of serves) {
      expect(pledges.find((pledge) => pledge.reference === reference)?.participant).toBe(participant);
    }
  }
});
