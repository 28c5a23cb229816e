import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MissingCell, wholeOpen } from "@/components/pledges/pledges/cells";
import { CLASS_OF } from "@/lib/domain/unresolved/unresolved";

const GAP = "NO_WINDOW";
const DORMANT = "TRIGGER_WAITING";

test.each([
  { codes: [], number: "0", whole: null },
  { codes: [GAP], number: "1", whole: "1 open item: No time window" },
  {
    codes: [GAP, DORMANT],
    number: "1",
    whole: "1 open item: No time window. Dormant, not counted: Waits for the ceasefire or peace",
  },
  { codes: [DORMANT], number: "0", whole: "Dormant, not counted: Waits for the ceasefire or peace" },
] as const)("open items $codes are shown as $number", ({ codes, number, whole }) => {
  const unresolved = codes.map((code) => ({ code, class: CLASS_OF[code], since: "2026-01-06", params: {} }));
  const row = { reference: "FR-3-001", unresolved } as unknown as ComponentProps<typeof MissingCell>;
  expect(renderToStaticMarkup(MissingCell(row)).replaceAll(/<[^>]*>/g, "")).toBe(number);
  expect(wholeOpen(row)).toBe(whole);
});
