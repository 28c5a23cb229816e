// Smallest sets in the demonstration: the same from tables as from the log, and answered as described.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presentSmallestSets, smallestSetsAnswer } from "@/lib/conditions/smallest-sets/answers";
import { parseFirmFilter, parseStartFilter } from "@/lib/conditions/smallest-sets/filter";
import { loadSetsForPledge, loadSetsForRequirement } from "@/lib/conditions/smallest-sets/queries";
import type { NamedSets } from "@/lib/domain/history/scenarios/smallest-sets/target";
import { disconnect } from "@/lib/db/client";
import { findRequirements } from "@/lib/db/queries/conditions/requirements";
import { findWaitingRegister } from "@/lib/db/queries/conditions/waiting-register";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import * as cast from "../../support/cast";
import { nameOf } from "../../support/smallest-by-trying";
import { openDemonstration } from "../../support/registers/demonstration";
import { refusalOf, value } from "../../support/registers/staffed-register";

const NOW = "2026-02-25T08:40:00.000Z";
const THEN = { asOf: NOW };
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await openDemonstration();
  drop = async () => {
    await disconnect();
    await database.drop();
  };
});
afterAll(() => drop());

const ofPledge = async (reference: string, search = "", at: NowOrAsOf = NOW): Promise<NamedSets> =>
  value(
    await loadSetsForPledge(
      cast.auditor,
      reference,
      value(parseStartFilter(new URLSearchParams(search))),
      at,
    ),
  );
const ofRequirement = async (reference: string, search = "", at: NowOrAsOf = NOW) =>
  value(
    await loadSetsForRequirement(
      cast.auditor,
      reference,
      value(parseFirmFilter(new URLSearchParams(search))),
      at,
    ),
  );

const told = ({ outcome, atLeast, sets, ask, firm, assumed }: NamedSets) => ({
  ...{ outcome, atLeast, ask, firm, assumed: nameOf(assumed) },
  sets: sets.map(nameOf),
});

describe("the demonstration", () => {
  test("gives the same for each pledge and requirement from tables and the log, as described", async () => {
    const outcomes = new Set<string>();
    const hold = async (ask: (search: string, at: NowOrAsOf) => Promise<NamedSets>) => {
      for (const search of ["", "dormant=assumed"]) {
        const now = await ask(search, NOW);
        expect(told(now)).toEqual(told(await ask(search, THEN)));
        const answered = presentSmallestSets(now);
        expect(smallestSetsAnswer.parse(answered)).toEqual(answered);
        outcomes.add(now.outcome);
      }
    };
    for (const { reference } of (await findWaitingRegister()).pledges)
      await hold((search, at) => ofPledge(reference, search, at));
    for (const { reference } of await findRequirements())
      await hold((search, at) => ofRequirement(reference, search, at));
    expect([...outcomes]).toEqual(expect.arrayContaining(["found", "reached", "never"]));
  });

  test("has Kyiv's pledge wait for two decisions, one of them Washington's", async () => {
    const { atLeast, sets, named } = await ofPledge("UA-4-001", "dormant=assumed");
    expect(atLeast).toBe(2);
    for (const set of sets) expect(nameOf(set)).toContain("pledge:US-4-001:");
    expect(named.facts.pledges.map(({ reference }) => reference)).toContain("US-4-001");
  });

  test("is closed to administrators, and finds no unknown reference", async () => {
    const filter = value(parseStartFilter(new URLSearchParams()));
    expect(refusalOf(await loadSetsForPledge(cast.admin, "UA-4-001", filter, NOW))).toBe("role");
    expect(refusalOf(await loadSetsForPledge(cast.auditor, "UA-4-999", filter, NOW))).toBe("not-found");
    const firm = value(parseFirmFilter(new URLSearchParams()));
    expect(refusalOf(await loadSetsForRequirement(cast.auditor, "NO-SUCH", firm, NOW))).toBe("not-found");
    expect(parseFirmFilter(new URLSearchParams("need=-1")).ok).toBe(false);
  });

  test("needs no decision if nothing is needed", async () => {
    const [first] = await findRequirements();
    expect((await ofRequirement(first?.reference ?? "", "need=0")).outcome).toBe("reached");
  });
});
