// What an auditor sees first, on a register in which people wrote and someone guessed passwords.
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendAccess } from "@/lib/db/log/access/note";
import { pool } from "@/lib/db/client";
import type { AccessNote } from "@/lib/domain/log/access";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { loadRecordState } from "@/lib/trust/record/queries";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const note = (change: Partial<AccessNote>): AccessNote => ({
  kind: "SIGN_IN_FAILED",
  code: "wrong",
  personId: null,
  account: null,
  session: null,
  request: null,
  address: "192.0.2.1",
  method: null,
  path: null,
  count: 1,
  ...change,
});

const now = async (): Promise<string> =>
  (await pool().query<{ now: string }>("SELECT audit.instant(max(at)) AS now FROM audit.event")).rows[0]
    ?.now ?? "";

test("entries of today and accesses of the last 24 hours are counted", async () => {
  const before = value(await loadRecordState(register.auditor, await now()));
  expect(before.access).toEqual([]);

  value(await logPledge(register.officer, aSentPledge(), LATER));
  await appendAccess([...Array.from({ length: 9 }, () => note({})), note({ kind: "EXPORT", code: null })]);
  const at = await now();
  const { log, written, access } = value(await loadRecordState(register.auditor, at));
  expect(log.entries).toBe(await register.head());
  expect(written.entries).toBe(before.written.entries + (await register.head()) - before.log.entries);
  expect(written.people).toBe(before.written.people + 1);
  expect(Object.fromEntries(access.map(({ kind, count }) => [kind, count]))).toEqual({
    SIGN_IN_FAILED: 9,
    EXPORT: 1,
  });

  const tomorrow = new Date(Date.parse(at) + 25 * 3_600_000).toISOString();
  const later = value(await loadRecordState(register.auditor, tomorrow));
  expect(later.written).toEqual({ entries: 0, people: 0 });
  expect(later.access).toEqual([]);
});

test("the state of the record is for auditors only", async () => {
  for (const other of [register.officer, register.manager, register.admin])
    expect(refusalOf(await loadRecordState(other, LATER))).toBe("role");
});
