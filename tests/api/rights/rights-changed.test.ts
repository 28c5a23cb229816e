// If a person's account is changed while their request is under way, the changed account decides.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { write } from "@/lib/db/write";
import type { Action } from "@/lib/domain/base/audit";
import { ok } from "@/lib/domain/base/result";
import type { Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import { emailOf } from "@/prisma/seed/accounts";
import { pledgeBody } from "../../support/bodies";
import { openStaffedApi, type Answered, type TestApi } from "../../support/api";
import { value } from "../../support/registers/staffed-register";

let api: TestApi;
let pledge: string;
beforeAll(async () => {
  api = await openStaffedApi();
  const logged = await api.call("officer", "POST", "/pledges", {
    body: { ...pledgeBody, participant: "FR", owner: null },
  });
  pledge = String(logged.body["reference"]);
});
afterAll(() => api.close());

beforeEach(async () => {
  await changing(
    "officer",
    { name: "officer", desk: ["DE", "FR"], role: "OFFICER", disabledAt: null },
    "person.enabled",
  );
});

const comment = (): Promise<Answered> =>
  api.call("officer", "POST", `/pledges/${pledge}/comments`, {
    body: { text: "Looked through" },
    key: "one",
  });

describe("while a request is under way its author", () => {
  test("is renamed: the change is made once, under the new name", async () => {
    const before = await api.head();
    const answer = await changing("officer", { name: "Renamed" }, "person.changed", comment);
    expect(answer?.status).toBe(201);
    const { rows } = await pool().query("SELECT actor_name AS name, action FROM audit.event WHERE seq > $1", [
      before + 1,
    ]);
    expect(rows).toEqual([{ name: "Renamed", action: "comment.written" }]);
  });

  test.each([
    ["loses the desk", { desk: ["DE"] }, "person.changed", 403, "another-desk"],
    ["becomes an auditor", { role: "AUDITOR", desk: [] }, "person.changed", 403, "role"],
    ["is disabled", { disabledAt: "2026-02-25T08:00:00.000Z" }, "person.disabled", 401, "not-signed-in"],
  ] as const)("%s", async (_what, change, action, status, code) => {
    const before = await api.head();
    const answer = await changing("officer", change as Partial<Person>, action, () =>
      api.call("officer", "POST", `/pledges/${pledge}/comments`, { body: { text: "Looked through" } }),
    );
    expect(answer).toMatchObject({ status, body: { code } });
    expect(await api.head()).toBe(before + 1);
  });

  test("is signed out: the request is refused", async () => {
    const before = await api.head();
    const answer = await changing(
      "officer",
      {},
      "person.signed-out",
      () => api.call("officer", "POST", `/pledges/${pledge}/comments`, { body: { text: "Looked through" } }),
      true,
    );
    expect(answer).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
    expect(await api.head()).toBe(before + 1);
  });
});

/** Changes the account as the administrator; a request, if given, is sent before the change is committed. */
async function changing(
  who: "officer",
  change: Partial<Person>,
  action: Action,
  send?: () => Promise<Answered>,
  isSignedOut = false,
): Promise<Answered | undefined> {
  const [{ id }, admin] = [await accountOf(who), await accountOf("admin")];
  let answer: Promise<Answered> | undefined;
  value(
    await write(admin, async (tx) => {
      const person = await tx.people.lock(id);
      if (!person) throw new Error("nobody");
      if (isSignedOut) await tx.bumpSessionVersion(id);
      await tx.save("person", person, { ...person, ...change }, { action });
      answer = send?.();
      if (answer) await someoneWaits();
      return ok(null);
    }),
  );
  return answer;
}

async function accountOf(who: "officer" | "admin"): Promise<Actor> {
  const { rows } = await pool().query<Actor>(
    "SELECT id, email, name, role, desk, sealed FROM person WHERE email = $1",
    [emailOf(who)],
  );
  if (!rows[0]) throw new Error(`no account of the ${who}`);
  return { ...rows[0], session: null, request: null };
}

/** Waits until the request is in the queue behind the change of its author's account. */
async function someoneWaits(): Promise<void> {
  const waiting =
    "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'advisory' AND datname = current_database()";
  await expect
    .poll(async () => (await pool().query(waiting)).rows.length, { timeout: 20_000 })
    .toBeGreaterThan(0);
}
