// Each list of the filter narrows, now and in the past: one that only the types know would show everything.
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { findClock } from "@/lib/db/clock";
import type { Instant } from "@/lib/domain/base/day";
import { NO_LISTS } from "@/lib/domain/details/pledge-filter";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { auditor } from "../../support/cast";
import { openDemonstration } from "../../support/registers/demonstration";
import { value } from "../../support/registers/staffed-register";

let database: TestDatabase;
let at: Instant;
beforeAll(async () => {
  database = await openDemonstration();
  ({ at } = await findClock());
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});

test.each(Object.keys(NO_LISTS))("a value of %s that no pledge has lists none", async (name) => {
  const everything = value(parsePledgeFilter(new URLSearchParams()));
  const nothing = { ...everything, [name]: name === "priority" ? [9] : ["nowhere"] };
  const total = async (...asked: [typeof everything, Instant | { asOf: Instant }]) =>
    value(await loadPledges(auditor, ...asked)).total;
  expect(await total(everything, { asOf: at })).toBeGreaterThan(50);
  expect([await total(nothing, at), await total(nothing, { asOf: at })]).toEqual([0, 0]);
});
