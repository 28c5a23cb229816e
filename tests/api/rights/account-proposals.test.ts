// Changes of accounts that give power, over the API: who sees, decides and withdraws them, role by role.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countOpenForAccounts } from "@/lib/db/queries/pledges/proposals";
import { openTestApi, type TestApi, type Who } from "../../support/api";

const ACTORS: readonly Who[] = ["officer", "officer-north", "manager", "auditor", "admin"];

let api: TestApi;
beforeAll(async () => void (api = await openTestApi()));
afterAll(() => api.close());

let made = 0;
const somebody = (change: object = {}) => ({
  email: `powerful-${String((made += 1))}@register.example`,
  name: `Powerful ${String(made)}`,
  role: "MANAGER",
  reason: "Decides from now on",
  ...change,
});

async function proposed(change: object = {}): Promise<{ id: string; account: string }> {
  const answer = await api.call("admin", "POST", "/people", { body: somebody(change) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  expect(answer.headers.get("location")).toBe(`/api/v1/proposals/${String(answer.body.id)}`);
  return { id: String(answer.body.id), account: String(answer.body.account) };
}

const APPROVE = { body: { decision: "APPROVE" } };
const statuses = async (ask: (who: Who) => Promise<number>) =>
  Object.fromEntries(await Promise.all(ACTORS.map(async (who) => [who, await ask(who)] as const)));

test("an account that gives power is proposed, and exists only once someone else approves it", async () => {
  const { id, account } = await proposed();
  expect((await api.call("admin", "GET", `/people/${account}`)).status).toBe(404);
  expect(await api.call("admin", "POST", `/proposals/${id}/decision`, APPROVE)).toMatchObject({
    status: 403,
    body: { code: "own-proposal" },
  });
  expect((await api.call("manager", "POST", `/proposals/${id}/decision`, APPROVE)).body).toMatchObject({
    status: "APPROVED",
    subject: "account",
    participant: null,
  });
  expect((await api.call("admin", "GET", `/people/${account}`)).body).toMatchObject({
    role: "MANAGER",
    hasPassword: false,
    aloneAt: null,
  });
  const link = await api.call("admin", "POST", `/proposals/${id}/link`, { body: {} });
  expect(link.body).toEqual({
    setPasswordLink: expect.stringMatching(/^\/set-password\/[\w-]{43}$/) as string,
  });
  expect(await api.call("admin", "POST", `/proposals/${id}/link`, { body: {} })).toMatchObject({
    status: 409,
  });
  expect((await api.call("auditor", "GET", `/proposals/${id}`)).body.linkShownAt).not.toBeNull();
});

test("open proposals for accounts are counted", async () => {
  const before = await countOpenForAccounts();
  const { id } = await proposed();
  expect(await countOpenForAccounts()).toBe(before + 1);
  await api.call("admin", "POST", `/proposals/${id}/withdraw`, { body: {} });
  expect(await countOpenForAccounts()).toBe(before);
});

describe("a proposal for an account", () => {
  test("is seen by managers, auditors and administrators, and by no officer", async () => {
    const { id } = await proposed();
    const one = await statuses(async (who) => (await api.call(who, "GET", `/proposals/${id}`)).status);
    expect(one).toEqual({
      ...one,
      officer: 404,
      "officer-north": 404,
      manager: 200,
      auditor: 200,
      admin: 200,
    });
    for (const who of ACTORS) {
      const { items } = (await api.call(who, "GET", "/proposals?limit=200")).body as {
        items: { subject: string }[];
      };
      const subjects = new Set(items.map(({ subject }) => subject));
      expect(subjects.has("account"), who).toBe(!who.startsWith("officer"));
      if (who === "admin") expect([...subjects]).toEqual(["account"]);
    }
  });

  test("is decided by a manager, and not by officers, auditors or its proposer", async () => {
    // One after the other: changes wait for each other, and on a busy machine not all get their turn in time.
    const found: Record<string, number> = {};
    for (const who of ACTORS) {
      const { id } = await proposed();
      found[who] = (await api.call(who, "POST", `/proposals/${id}/decision`, APPROVE)).status;
    }
    expect(found).toEqual({ ...found, officer: 403, auditor: 403, admin: 403, manager: 200 });
  });

  test("is withdrawn by its proposer alone, and isn't sent back without a comment", async () => {
    const { id } = await proposed();
    expect((await api.call("manager", "POST", `/proposals/${id}/withdraw`, { body: {} })).status).toBe(403);
    const back = { body: { decision: "RETURN" } };
    expect((await api.call("manager", "POST", `/proposals/${id}/decision`, back)).body.code).toBe(
      "reason-missing",
    );
    expect((await api.call("admin", "POST", `/proposals/${id}/withdraw`, { body: {} })).status).toBe(200);
  });

  test("needs a reason, and only one is open for an account", async () => {
    const without = await api.call("admin", "POST", "/people", { body: somebody({ reason: null }) });
    expect(without.body.code).toBe("reason-missing");
    const officer = await api.call("admin", "POST", "/people", {
      body: somebody({ role: "OFFICER", desk: ["FR"], reason: null }),
    });
    expect(officer.status).toBe(201);
    const clear = () =>
      api.call("admin", "PATCH", `/people/${String(officer.body.id)}`, {
        version: 1,
        body: { sealed: true, reason: "Needs them" },
      });
    expect((await clear()).status).toBe(202);
    expect((await clear()).body.code).toBe("proposal-open");
  });
});
