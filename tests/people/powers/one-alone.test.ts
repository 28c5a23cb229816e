import fc from "fast-check";
import { expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { ROLES } from "@/lib/domain/people/actor";
import { foundRegister } from "@/lib/workspace/settings/commands";
import { cases } from "../../support/cases";
import { KYIV } from "../../support/cast";
import { createTestDatabase } from "../../support/registers/database";
import { MOVES, type Drawn } from "./moves";
import { aWorld, found, isPowerful, type World } from "./world";

const drawn: fc.Arbitrary<Drawn> = fc.record({
  move: fc.nat(MOVES.length - 1),
  who: fc.nat(20),
  target: fc.nat(20),
  role: fc.constantFrom(...ROLES),
  sealed: fc.boolean(),
  flag: fc.boolean(),
});
const COURSE = fc.array(drawn, { minLength: 20, maxLength: 30, size: "max" });

test("one administrator alone gains nothing", { timeout: cases(300_000) }, () =>
  fc.assert(
    fc.asyncProperty(COURSE, (course) =>
      onItsOwn(true, course, (world) => {
        const gained = [...world.accounts.values()].filter(
          ({ id, role, sealed, password }) =>
            password === "villain" && id !== world.villain && (isPowerful(role) || sealed),
        );
        expect(gained, world.steps.join("\n")).toEqual([]);
      }),
    ),
    { numRuns: cases(20), endOnFailure: true },
  ),
);

test(
  "the only administrator acts alone until a second person could decide",
  { timeout: cases(300_000) },
  () =>
    fc.assert(
      fc.asyncProperty(COURSE, (course) => onItsOwn(false, course, () => undefined)),
      { numRuns: cases(10), endOnFailure: true },
    ),
);

/** After each move the register agrees with the model about every account; in the end nobody acted without a right. */
async function onItsOwn(
  isStaffed: boolean,
  course: readonly Drawn[],
  holds: (world: World) => void,
): Promise<void> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  try {
    await foundRegister({ demonstration: false, offsetMs: 0, timeZone: KYIV, marking: "" });
    const world = await aWorld(isStaffed);
    for (const one of course) {
      await MOVES[one.move]?.(world, one);
      const accounts = [...world.accounts.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(await found(), world.steps.join("\n")).toEqual(accounts);
      holds(world);
    }
    const { findings } = await verifyRegister();
    expect(
      findings.filter(({ says }) => !says.includes("register itself never")),
      world.steps.join("\n"),
    ).toEqual([]);
  } finally {
    await disconnect();
    await database.drop();
  }
}
