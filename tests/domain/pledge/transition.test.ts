import { describe, expect, test } from "vitest";
import { applyTransition } from "@/lib/domain/pledge/stage";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Stage } from "@/lib/domain/pledge/stages";
import { aPledge, TODAY } from "@/tests/support/cast";

const step = (pledge: Pledge, to: Stage): Pledge =>
  applyTransition(pledge, { to, reason: "said so", successor: "FR-3-002", today: TODAY });

describe("after a step", () => {
  test("the stage dates from the register's day", () => {
    expect(step(aPledge(), "COMMITTED")).toMatchObject({ stage: "COMMITTED", stageSetOn: TODAY });
  });

  test("the reason of an exit is kept on the pledge, that of a rung isn't", () => {
    expect(step(aPledge(), "WITHDRAWN").stageReason).toBe("said so");
    expect(step(aPledge(), "COMMITTED").stageReason).toBeNull();
  });

  test("a suspended pledge remembers where it stood, until it resumes", () => {
    const suspended = step(aPledge({ stage: "COMMITTED" }), "SUSPENDED");
    expect(suspended.suspendedFrom).toBe("COMMITTED");
    expect(step(suspended, "COMMITTED")).toMatchObject({ suspendedFrom: null, stageReason: null });
    expect(step(suspended, "WITHDRAWN").suspendedFrom).toBeNull();
  });

  test("PLEDGED is dated by the step up to it, and not again by a step back down to it", () => {
    const up = step(aPledge({ stage: "SIGNALLED" }), "PLEDGED");
    expect(up.pledgedByStepOn).toBe(TODAY);
    expect(
      step({ ...up, pledgedByStepOn: "2026-01-09", stage: "COMMITTED" }, "PLEDGED").pledgedByStepOn,
    ).toBe("2026-01-09");
    expect(step(aPledge({ stage: "COMMITTED" }), "PLEDGED").pledgedByStepOn).toBeNull();
    expect(step(up, "SIGNALLED").pledgedByStepOn).toBeNull();
  });

  test("a skipped rung counts as reached", () => {
    expect(step(aPledge({ stage: "SIGNALLED" }), "COMMITTED").pledgedByStepOn).toBe(TODAY);
  });

  test("only a superseded pledge names its successor", () => {
    expect(step(aPledge(), "SUPERSEDED").supersededBy).toBe("FR-3-002");
    expect(step(aPledge(), "LAPSED").supersededBy).toBeNull();
  });
});
