import { expect, test } from "vitest";
import { statesGiven } from "@/lib/domain/details/trigger-details";
import type { Trigger, TriggerState } from "@/lib/domain/pledge/trigger";

const as = (state: TriggerState, ...ids: string[]) => ({
  state,
  evidence: ids.map((id) => ({ id })) as Trigger["evidence"],
});

test("evidence stays with the state it was given for, also where that state returns", () => {
  const [recorded, met, more, gone, again] = [
    as("NOT_MET", "letter"),
    as("MET", "letter", "speech"),
    as("MET", "letter", "speech", "note"),
    as("NOT_MET", "letter", "speech", "note", "report"),
    as("MET", "letter", "speech", "note", "report", "treaty"),
  ];
  const changes = [
    { before: gone, after: again },
    { before: more, after: gone },
    { before: met, after: more },
    { before: recorded, after: met },
    { before: null, after: recorded },
  ];
  expect(statesGiven(changes)).toEqual({
    letter: { state: "NOT_MET", isEarlier: true },
    speech: { state: "MET", isEarlier: true },
    note: { state: "MET", isEarlier: true },
    report: { state: "NOT_MET", isEarlier: true },
    treaty: { state: "MET", isEarlier: false },
  });
  expect(statesGiven(changes.slice(2))).toMatchObject({ note: { isEarlier: false } });
  // Of pieces from before the oldest change that is known, nothing is said.
  expect(Object.keys(statesGiven(changes.slice(0, 2)))).toEqual(["treaty", "report"]);
});
