// The managers' page as a worker prepares and stores it, for a large register.
import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { keepManagersPageUpToDate, loadManagersPage } from "@/app/managers-page";
import { loadWhatMatters } from "@/app/what-matters";
import { pool } from "@/lib/db/client";
import { findClock } from "@/lib/db/clock";
import { noteWorker } from "@/lib/db/statements/worker";
import type { Instant } from "@/lib/domain/base/day";
import { openTestApi, type TestApi } from "../../support/api";
import { admin, manager } from "../../support/cast";
import { refusalOf, value } from "../../support/registers/staffed-register";

let api: TestApi;
let at: Instant;
beforeAll(async () => {
  api = await openTestApi();
  ({ at } = await findClock());
});
afterEach(() => pool().query("DELETE FROM kept_matters"));
afterAll(() => api.close());

const change = async (reference: string) => {
  const { status } = await api.call("manager", "POST", `/pledges/${reference}/confirm`, { body: {} });
  expect(status).toBe(200);
};
const many = () => pool().query("UPDATE kept_matters SET pledges = 100000");
const asOf = async () => value(await loadManagersPage(manager, at)).asOf;

test("the stored page is the one that would be worked out", async () => {
  await keepManagersPageUpToDate();
  const kept = value(await loadManagersPage(manager, at));
  await pool().query("DELETE FROM kept_matters");
  expect(kept).toEqual(value(await loadManagersPage(manager, at)));
  expect(kept.matters).toEqual(value(await loadWhatMatters(manager, at)));
  expect(kept.matters).toHaveLength(5);
  expect(refusalOf(await loadManagersPage(admin, at))).toBe("role");
});

test("in a large register it stays after a change, with its moment, until it is prepared again", async () => {
  await keepManagersPageUpToDate();
  await many();
  await noteWorker();
  expect(await asOf()).toBe(null);
  await change("FR-3-001");
  const { rows } = await pool().query<{ at: Date }>("SELECT at FROM kept_matters");
  expect(await asOf()).toBe(rows[0]?.at.toISOString());
  await keepManagersPageUpToDate();
  expect(await asOf()).toBe(null);
});

test("it isn't shown after a change if no worker is alive or the register is small", async () => {
  await keepManagersPageUpToDate();
  await noteWorker();
  await change("DE-3-001");
  expect(await asOf()).toBe(null);
  await many();
  expect(await asOf()).not.toBe(null);
  await pool().query("UPDATE worker SET beat_at = now() - interval '1 hour'");
  expect(await asOf()).toBe(null);
});

test("it isn't read if another build stored it", async () => {
  await keepManagersPageUpToDate();
  await pool().query("UPDATE kept_matters SET shape = shape + 1, content = '[]'");
  expect(value(await loadManagersPage(manager, at)).matters).toHaveLength(5);
});

test("it has the shape that its number stands for: if this changes, raise KEPT_SHAPE", async () => {
  const names = new Set<string>();
  const gather = (of: unknown, path: string): void => {
    if (Array.isArray(of)) for (const one of of) gather(one, `${path}[]`);
    else if (typeof of === "object" && of !== null)
      for (const [name, one] of Object.entries(of)) gather(one, `${path}.${name}`);
    else names.add(`${path} ${of === null ? "null" : typeof of}`);
  };
  for (const when of [at, { asOf: "2026-02-25T08:40:00.000Z" }])
    gather(value(await loadManagersPage(manager, when)), "");
  const digest = createHash("sha256")
    .update([...names].sort().join("\n"))
    .digest("hex");
  expect(digest.slice(0, 16)).toBe("6d65c72796683b50");
});
