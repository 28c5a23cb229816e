import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { forgetFailures } from "@/lib/db/state";
import { UNSEEN_DAYS } from "@/lib/domain/people/account-need";
import { loadStateOfAccounts } from "@/lib/people/people/queries";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
  await pool().query(`INSERT INTO credential (person_id, password_hash, changed_at)
    SELECT id, 'none', now() FROM person`);
});
afterAll(() => register.close());

const stateOf = async () => value(await loadStateOfAccounts(register.admin));
const named = async (need: string) =>
  (await stateOf()).needs.find((one) => one.need === need)?.accounts.map(({ name }) => name) ?? [];

test("the state of accounts is for administrators only", async () => {
  for (const other of [register.officer, register.manager, register.auditor])
    expect(refusalOf(await loadStateOfAccounts(other))).toBe("role");
});

test("accounts in use, and those that decide on accounts, are counted", async () => {
  const { figures } = await stateOf();
  expect(figures).toEqual({ inUse: 6, deciders: 3, withFactor: 0, cleared: 0 });
  await register.open("gone", "MANAGER");
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM person WHERE email LIKE 'gone@%'");
  await register.disable({ ...register.manager, id: rows[0]?.id ?? "" });
  expect((await stateOf()).figures).toEqual(figures);
});

test("an account with power or clearance needs a second factor", async () => {
  expect(await named("factor")).toEqual(
    [register.admin, register.manager, register.manager2].map(({ name }) => name).sort(),
  );
  await register.clear(register.officerNorth);
  expect(await named("factor")).toContain(register.officerNorth.name);
});

test("an account without a password and an officer without a desk are named", async () => {
  expect(await named("password")).toEqual([]);
  await register.open("new", "OFFICER");
  expect(await named("password")).toEqual(["new"]);
  expect(await named("desk")).toEqual(["new"]);
});

test("an account that nobody has used for long is named", async () => {
  const { id, name } = register.auditor;
  const aged = (days: number) =>
    pool().query(
      `UPDATE credential SET signed_in_at = now() - $1::int * interval '1 day' WHERE person_id = $2`,
      [days, id],
    );
  await aged(UNSEEN_DAYS - 1);
  expect(await named("unseen")).toEqual([]);
  await aged(UNSEEN_DAYS + 1);
  expect(await named("unseen")).toEqual([name]);
});

test("an account that signs in only through the provider is named as well", async () => {
  const { id, name } = await register.open("by-provider", "AUDITOR");
  await pool().query(
    `INSERT INTO identity (person_id, issuer, subject, bound_at, signed_in_at)
     VALUES ($1, 'https://login.example', 'by-provider', now(), now() - $2::int * interval '1 day')`,
    [id, UNSEEN_DAYS + 1],
  );
  expect(await named("unseen")).toContain(name);
  await pool().query(
    `INSERT INTO session (id, person_id, session_version, created_at, last_seen_at, expires_at)
     SELECT gen_random_uuid(), $1, 1, seen, seen, seen + interval '1 hour'
       FROM (SELECT now() - $2::int * interval '1 day' AS seen) s`,
    [id, UNSEEN_DAYS - 1],
  );
  await forgetFailures("another");
  expect(await named("unseen")).not.toContain(name);
});

test("the first five accounts are named, and all are counted", async () => {
  for (const at of [1, 2, 3, 4, 5, 6, 7]) await register.open(`officer-${String(at)}`, "OFFICER", ["DE"]);
  const need = (await stateOf()).needs.find((one) => one.need === "password");
  expect(need?.count).toBe(8);
  expect(need?.accounts).toHaveLength(5);
});
