// A trigger's form: the day on which a state began is asked for, not assumed.
import { expect, test } from "vitest";
import { lacksSince, NEW_TRIGGER, withState } from "@/components/conditions/triggers/trigger-draft";

const STOOD = { state: "NOT_MET", since: "2026-01-05" } as const;
const STANDING = { ...NEW_TRIGGER, ...STOOD };

test("a chosen state empties the day, and the form asks for it; the state on record brings its day back", () => {
  const met = { ...STANDING, ...withState(STANDING, "MET", STOOD) };
  expect(met.since).toBe("");
  expect(met.brought).toHaveLength(1);
  expect(lacksSince(met, STOOD)).toBe(true);
  expect(lacksSince({ ...met, since: "2026-02-01" }, STOOD)).toBe(false);
  expect(withState(met, "NOT_MET", STOOD).since).toBe(STOOD.since);
});

test("what was never met, or isn't known, has no day", () => {
  expect(lacksSince({ ...NEW_TRIGGER, ...withState(NEW_TRIGGER, "NOT_MET", null) }, null)).toBe(false);
  expect(lacksSince({ ...STANDING, ...withState(STANDING, "UNKNOWN", STOOD) }, STOOD)).toBe(false);
  expect(lacksSince({ ...NEW_TRIGGER, ...withState(NEW_TRIGGER, "MET", null) }, null)).toBe(true);
});
