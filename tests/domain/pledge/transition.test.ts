import { describe, expect, test } from "vitest";
import { applyTransition } from "@/lib/domain/pledge/stage";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Stage } from "@/lib/domain/pledge/stages";
import { aPledge, TODAY } from "@/tests/support/cast";

const step = (pledge: Pledge, to: Stage): Pledge =>
  applyTransition(pledge, { to, reason: "said so", successor: "FR-3-002", today: TODAY });

describe("after a step", () => {
  test("the day is the register's", () => {
    expect(step(aPledge(), "COMMITTED")).toMatchObject({ stage: "COMMITTED", stageSetOn: TODAY });
  });

  test("the reason of a way out stands with the pledge, that of a rung doesn't", () => {
    expect(step(aPledge(), "WITHDRAWN").stageReason).toBe("said so");
    expect(step(aPledge(), "COMMITTED").stageReason).toBeNull();
  });

  test("a suspended pledge remembers where it stood, until it resumes", () => {
    const suspended = step(aPledge({ stage: "COMMITTED" }), "SUSPENDED");
    expect(suspended.suspendedFrom).toBe("COMMITTED");
    expect(step(suspended, "COMMITTED")).toMatchObject({ suspendedFrom: null, stageReason: null });
    expect(step(suspended, "WITHDRAWN").suspendedFrom).toBeNull();
  });

  test("PLEDGED is reached by the step up, and not again by the way back down to it", () => {
    const up = step(aPledge({ stage: "SIGNALLED" }), "PLEDGED");
    expect(up.pledgedByStepOn).toBe(TODAY);
    expect(
      step({ ...up, pledgedByStepOn: "2026-01-09", stage: "COMMITTED" }, "PLEDGED").pledgedByStepOn,
    ).toBe("2026-01-09");
    expect(step(aPledge({ stage: "COMMITTED" }), "PLEDGED").pledgedByStepOn).toBeNull();
    expect(step(up, "SIGNALLED").pledgedByStepOn).toBeNull();
  });

  test("a rung skipped was reached too", () => {
    expect(step(aPledge({ stage: "SIGNALLED" }), "COMMITTED").pledgedByStepOn).toBe(TODAY);
  });

  test("only a superseded pledge names its successor", () => {
    expect(step(aPledge(), "SUPERSEDED").supersededBy).toBe("FR-3-002");
    expect(step(aPledge(), "LAPSED").supersededBy).toBeNull();
  });
});
