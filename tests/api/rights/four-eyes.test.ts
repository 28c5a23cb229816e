// Ways to settle alone what takes two people: each is tried through the API, and fails.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStaffedApi, type Answered, type TestApi, type Who } from "../../support/api";
import { contributionBody, evidenceBody, pledgeBody } from "../../support/bodies";

let api: TestApi;
beforeAll(async () => {
  api = await openStaffedApi();
});
afterAll(() => api.close());

type Body = Record<string, unknown>;
interface Known {
  path: string;
  reference: string;
  title: string;
  version: number;
  contributions: { id: string }[];
  evidence: { id: string }[];
}

const signed = { ...evidenceBody, kind: "SIGNED_DOCUMENT", validUntil: null };
const statement = { ...evidenceBody, validUntil: null };
const commit = { to: "COMMITTED", reason: "Signed.", evidence: [signed] };

async function done(
  who: Who,
  method: "POST" | "PATCH" | "PUT",
  path: string,
  body: Body,
  version?: number,
): Promise<Body> {
  const answer = await api.call(who, method, path, { body, ...(version === undefined ? {} : { version }) });
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
async function log(change: Body = {}): Promise<Known> {
  const body = await done("officer", "POST", "/pledges", { ...pledgeBody, evidence: [statement], ...change });
  return { ...(body as unknown as Known), path: `/pledges/${String(body.reference)}` };
}
async function now({ path }: Known): Promise<Known & Body> {
  const { body } = await api.call("officer", "GET", path);
  return { ...(body as unknown as Known), path };
}
async function propose(pledge: Known, body: Body, who: Who = "officer", what = "/stage"): Promise<string> {
  const method = what === "" ? ("PATCH" as const) : ("POST" as const);
  const answer = await api.call(who, method, `${pledge.path}${what}`, { body, version: pledge.version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(202);
  return String(answer.body.id);
}
const decide = (who: Who, id: string, body: Body): Promise<Answered> =>
  api.call(who, "POST", `/proposals/${id}/decision`, { body });
const approve = (who: Who, id: string, seen?: number): Promise<Answered> =>
  decide(who, id, { decision: "APPROVE", ...(seen === undefined ? {} : { seen }) });
async function committed(): Promise<Known> {
  const pledge = await log();
  expect((await approve("manager", await propose(pledge, commit))).status).toBe(200);
  return now(pledge);
}
async function becomes(who: Who | "leaving", change: Body): Promise<void> {
  const { items } = (await api.call("admin", "GET", "/people?limit=200")).body as { items: Body[] };
  const person = items.find(({ email }) => email === `${who}@register.example`);
  const asked = { ...change, reason: "Another office." };
  const answer = await done(
    "admin",
    "PATCH",
    `/people/${String(person?.id)}`,
    asked,
    Number(person?.version),
  );
  if (answer.subject === "account")
    expect((await approve("manager", String(answer.id))).status, "a change that gives power").toBe(200);
}
const NORTH = ["SE"];

describe("a role changed between proposing and deciding", () => {
  test("lets nobody decide their own proposal, neither as a manager nor as an officer again", async () => {
    const pledge = await done("officer-north", "POST", "/pledges", {
      ...pledgeBody,
      participant: "SE",
      evidence: [statement],
    });
    const path = `/pledges/${String(pledge.reference)}`;
    const known = { ...(pledge as unknown as Known), path };
    const id = await propose(known, commit, "officer-north");
    await becomes("officer-north", { role: "MANAGER", desk: [] });
    expect(await approve("officer-north", id)).toMatchObject({ status: 403, body: { code: "own-proposal" } });
    expect((await api.call("officer-north", "GET", path)).body.may).toMatchObject({ decide: false });
    expect(await decide("officer-north", id, { decision: "RETURN", note: "No." })).toMatchObject({
      status: 403,
      body: { code: "own-proposal" },
    });
    await becomes("officer-north", { role: "OFFICER", desk: NORTH });
    expect(await approve("officer-north", id)).toMatchObject({ status: 403, body: { code: "role" } });
    expect((await approve("manager", id)).status).toBe(200);
  });

  test("lets nobody approve what they changed materially as an officer since it was proposed", async () => {
    const pledge = await log();
    const id = await propose(pledge, commit);
    await becomes("officer-north", { desk: [...NORTH, "FR"] });
    await done("officer-north", "PATCH", pledge.path, { windowEnd: "2028-01-01" }, 1);
    await becomes("officer-north", { role: "MANAGER", desk: [] });
    expect(await approve("officer-north", id, 2)).toMatchObject({
      status: 403,
      body: { code: "own-proposal" },
    });
    expect((await decide("officer-north", id, { decision: "RETURN", note: "Not so." })).status).toBe(200);
    await becomes("officer-north", { role: "OFFICER", desk: NORTH });
  });

  test("ends the say of someone who is no longer a manager", async () => {
    const id = await propose(await log(), commit);
    await becomes("manager-2", { role: "AUDITOR" });
    expect(await approve("manager-2", id)).toMatchObject({ status: 403, body: { code: "role" } });
    await becomes("manager-2", { role: "MANAGER" });
  });
});

describe("editing after proposing", () => {
  test.each<[string, (pledge: Known) => Promise<unknown>, string]>([
    ["a field", (pledge) => done("officer", "PATCH", pledge.path, { summary: "Not quite." }, 1), "summary"],
    [
      "the window",
      (pledge) => done("officer", "PATCH", pledge.path, { windowEnd: "2028-01-01" }, 1),
      "windowEnd",
    ],
    [
      "the quantities",
      (pledge) => done("officer", "PATCH", pledge.path, { contributions: [] }, 1),
      "contributions",
    ],
    ["evidence", (pledge) => done("officer", "POST", `${pledge.path}/evidence`, signed), "evidence"],
    [
      "evidence retracted",
      ({ evidence }) =>
        done("officer", "POST", `/evidence/${evidence[0]?.id ?? ""}/retract`, { reason: "So." }),
      "evidence",
    ],
  ])("%s: must have been seen by the person who approves", async (_what, edit, field) => {
    const pledge = await log();
    const id = await propose(pledge, commit);
    await edit(pledge);
    for (const seen of [undefined, 1, 3])
      expect(await approve("manager", id, seen)).toMatchObject({
        status: 409,
        body: { code: "version", current: 2, changedBy: "officer" },
      });
    expect((await approve("manager", id)).body.fields).toContain(field);
    expect((await approve("manager", id, 2)).status).toBe(200);
  });

  test.each<[string, (pledge: Known) => Promise<unknown>]>([
    ["the window", (pledge) => done("manager", "PATCH", pledge.path, { windowStart: null }, 1)],
    ["a line", (pledge) => done("manager", "PATCH", pledge.path, { contributions: [contributionBody] }, 1)],
    [
      "the condition",
      async (pledge) => {
        const condition = { pledge: (await log()).reference, atLeast: "COMMITTED" };
        await done("manager", "PUT", `${pledge.path}/condition`, { condition, reason: "So." }, 1);
      },
    ],
    ["evidence", (pledge) => done("manager", "POST", `${pledge.path}/evidence`, signed)],
    [
      "an approval it needs",
      ({ reference }) =>
        done("manager", "POST", "/approvals", {
          participant: "FR",
          kind: "HOST_CONSENT",
          body: "Cabinet",
          status: "APPROVED",
          serves: [reference],
        }),
    ],
  ])("%s, by the manager who decides: another manager has to approve", async (_what, edit) => {
    const pledge = await log();
    const id = await propose(pledge, commit);
    await edit(pledge);
    const { version } = await now(pledge);
    expect(await approve("manager", id, version)).toMatchObject({
      status: 403,
      body: { code: "own-proposal", detail: expect.stringMatching(/changed/) as unknown },
    });
    expect((await approve("manager-2", id, version)).status).toBe(200);
  });

  test("what isn't material may be changed by the manager who then decides", async () => {
    const pledge = await log();
    const id = await propose(pledge, commit);
    await done("manager", "PATCH", pledge.path, { summary: "As said.", nextAction: null }, 1);
    expect((await approve("manager", id, 2)).status).toBe(200);
  });

  test("that takes away the evidence makes the approval fail", async () => {
    const pledge = await log({ evidence: [signed] });
    const id = await propose(pledge, {
      to: "COMMITTED",
      reason: "Signed.",
      evidence: [pledge.evidence[0]?.id],
    });
    await done("officer", "POST", `/evidence/${pledge.evidence[0]?.id ?? ""}/retract`, {
      reason: "A draft.",
    });
    expect(await approve("manager", id, 2)).toMatchObject({
      status: 422,
      body: { code: "evidence-missing" },
    });
    expect((await now(pledge)).stage).toBe("PLEDGED");
  });

  test("that reverses the window, or a disabled owner: approval is refused, and nothing is half done", async () => {
    const pledge = await log();
    const owner = "leaving@register.example";
    await done("admin", "POST", "/people", { email: owner, name: "Leaving", role: "OFFICER", desk: ["FR"] });
    const late = { ...commit, changes: { windowStart: "2027-02-01", owner } };
    const id = await propose(pledge, late);
    await done("officer", "PATCH", pledge.path, { windowEnd: "2027-01-01" }, 1);
    const head = await api.head();
    expect(await approve("manager", id, 2)).toMatchObject({
      status: 422,
      body: { errors: [{ path: "windowEnd", code: "order" }] },
    });
    await done("officer", "PATCH", pledge.path, { windowEnd: null }, 2);
    await becomes("leaving", { disabled: true });
    expect(await approve("manager", id, 3)).toMatchObject({
      status: 422,
      body: { errors: [{ path: "owner" }] },
    });
    expect(await api.head()).toBe(head + 2);
    await becomes("leaving", { disabled: false });
    expect((await approve("manager", id, 3)).status).toBe(200);
  });

  test("that removes a line of the proposal: approval brings the line back", async () => {
    const pledge = await log();
    const [line] = pledge.contributions;
    const id = await propose(pledge, {
      ...commit,
      changes: {
        contributions: [{ ...contributionBody, id: line?.id, noticeToMoveDays: 5 }, contributionBody],
      },
    });
    await done("officer", "PATCH", pledge.path, { contributions: [] }, 1);
    expect((await approve("manager", id, 2)).status).toBe(200);
    expect((await now(pledge)).contributions).toMatchObject([{ id: line?.id, noticeToMoveDays: 5 }, {}]);
  });
});

describe("a binding pledge", () => {
  test.each<[string, Body]>([
    [
      "fewer of them",
      { contributions: [{ ...contributionBody, quantity: { kind: "EXACT", min: 1, max: 1 } }] },
    ],
    ["none", { contributions: [] }],
    ["other money", { contributions: [{ ...contributionBody, money: null }] }],
    [
      "the same money, at most",
      {
        contributions: [
          { ...contributionBody, money: { kind: "UP_TO", max: "1500000.50", currency: "EUR" } },
        ],
      },
    ],
    ["another kind", { contributions: [{ ...contributionBody, kind: "DIPLOMACY" }] }],
    ["a caveat less", { contributions: [{ ...contributionBody, caveats: [] }] }],
    ["another window", { windowEnd: "2029-01-01" }],
    ["all of it beside what anybody may change", { windowEnd: null, title: "Another title", owner: null }],
  ])("changes by decision only: %s", async (_what, change) => {
    const pledge = await committed();
    const [line] = pledge.contributions;
    const kept = ((change.contributions ?? []) as Body[]).map((one) => ({ ...one, id: line?.id }));
    const body = { ...change, ...(change.contributions ? { contributions: kept } : {}) };
    for (const who of ["officer", "manager"] as const)
      expect(await api.call(who, "PATCH", pledge.path, { body, version: pledge.version })).toMatchObject({
        status: 422,
        body: { code: "reason-missing" },
      });
    const id = await propose(pledge, { ...body, reason: "Their letter." }, "manager", "");
    expect(await now(pledge)).toMatchObject({ version: pledge.version, title: pledge.title });
    expect(await approve("manager", id)).toMatchObject({ status: 403, body: { code: "own-proposal" } });
    expect((await approve("manager-2", id)).status).toBe(200);
  });

  test("isn't loosened by suspending it first", async () => {
    const pledge = await committed();
    expect(
      (await approve("manager", await propose(pledge, { to: "SUSPENDED", reason: "Elections." }))).status,
    ).toBe(200);
    const suspended = await now(pledge);
    const { path, version } = suspended;
    const sent = { body: { windowEnd: null, reason: "So." }, version };
    expect((await api.call("manager", "PATCH", path, sent)).status).toBe(202);
    const voiding = { body: { reason: "So." }, version };
    expect(await api.call("manager", "POST", `${path}/void`, voiding)).toMatchObject({
      status: 409,
      body: { code: "proposal-open" },
    });
  });

  test("isn't undone by ending it, voiding it or logging it again", async () => {
    const pledge = await committed();
    const again = { ...pledgeBody, supersedes: pledge.reference };
    expect((await api.call("officer", "POST", "/pledges", { body: again })).status).toBe(422);
    const version = pledge.version;
    expect(
      (await api.call("manager", "POST", `${pledge.path}/void`, { body: { reason: "So." }, version })).status,
    ).toBe(202);
    const other = await committed();
    expect(
      (await approve("manager", await propose(other, { to: "WITHDRAWN", reason: "Said so." }))).status,
    ).toBe(200);
    const ended = await now(other);
    expect(
      (
        await api.call("manager", "POST", `${ended.path}/void`, {
          body: { reason: "So." },
          version: ended.version,
        })
      ).status,
    ).toBe(202);
  });

  test("is replaced by one successor, and never in a circle", async () => {
    const [first, second, third] = [await committed(), await log(), await log()];
    const replace = (older: Known, newer: Known) =>
      propose(older, { to: "SUPERSEDED", reason: "Newer.", successor: newer.reference });
    const ids = [await replace(first, second), await replace(second, third), await replace(third, second)];
    const answers = [];
    for (const id of ids) answers.push(await approve("manager", id));
    expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([200, 200, "successor-missing"]);
    expect((await now(third)).stage).toBe("PLEDGED");
  });
});

describe("a request", () => {
  test("sent again with its key gets the first answer, and decides nothing more", async () => {
    const pledge = await log();
    const sent = { body: commit, version: 1, key: crypto.randomUUID() };
    const [made, same] = [
      await api.call("officer", "POST", `${pledge.path}/stage`, sent),
      await api.call("officer", "POST", `${pledge.path}/stage`, sent),
    ];
    expect([made.status, same.status, same.body.id]).toEqual([202, 202, made.body.id]);
    const decision = { body: { decision: "RETURN", note: "Not yet." }, key: crypto.randomUUID() };
    const path = `/proposals/${String(made.body.id)}/decision`;
    const returned = await api.call("manager", "POST", path, decision);
    const head = await api.head();
    expect((await api.call("manager", "POST", path, decision)).body).toEqual(returned.body);
    expect(await api.call("manager-2", "POST", path, decision)).toMatchObject({ status: 409 });
    expect((await api.call("officer", "POST", `${pledge.path}/stage`, sent)).body).toEqual(made.body);
    expect(await api.head()).toBe(head);
  });

  test("about an old version, or resting on another pledge's evidence or line, proposes nothing", async () => {
    const [pledge, other] = [await log(), await log({ evidence: [signed] })];
    await done("officer", "PATCH", pledge.path, { summary: "So." }, 1);
    const stage = `${pledge.path}/stage`;
    expect(await api.call("officer", "POST", stage, { body: commit, version: 1 })).toMatchObject({
      status: 409,
      body: { code: "version", current: 2 },
    });
    const borrowed = { to: "COMMITTED", reason: "Signed.", evidence: [other.evidence[0]?.id] };
    expect(await api.call("officer", "POST", stage, { body: borrowed, version: 2 })).toMatchObject({
      status: 422,
      body: { errors: [{ path: "evidence.0", code: "unknown" }] },
    });
    const strange = {
      ...commit,
      changes: { contributions: [{ ...contributionBody, id: other.contributions[0]?.id }] },
    };
    expect((await api.call("officer", "POST", stage, { body: strange, version: 2 })).status).toBe(422);
    expect((await now(pledge)).proposal).toBeNull();
  });

  test("may be as large as a form allows, and no larger", async () => {
    const pledge = await log();
    const stage = `${pledge.path}/stage`;
    const lines = (count: number) => Array.from({ length: count }, () => contributionBody);
    const large = { ...commit, changes: { contributions: lines(50) }, evidence: Array(50).fill(signed) };
    const more = { ...large, changes: { contributions: lines(51) } };
    expect((await api.call("officer", "POST", stage, { body: more, version: 1 })).status).toBe(422);
    const huge = { ...commit, reason: "x".repeat(1_100_000) };
    expect((await api.call("officer", "POST", stage, { body: huge, version: 1 })).status).toBe(413);
    expect((await approve("manager", await propose(pledge, large))).status).toBe(200);
    expect((await now(pledge)).contributions).toHaveLength(50);
  });
});

test("handing over a desk passes on no proposal, and no say in it", async () => {
  const pledge = await done("officer", "POST", "/pledges", {
    ...pledgeBody,
    participant: "DE",
    evidence: [statement],
  });
  const known = { ...(pledge as unknown as Known), path: `/pledges/${String(pledge.reference)}` };
  const id = await propose(known, commit);
  await done("officer", "POST", "/handovers", {
    to: "officer-north@register.example",
    participants: ["DE"],
    note: "On leave.",
  });
  const { version } = await now(known);
  for (const path of [`/proposals/${id}/withdraw`, `/proposals/${id}/decision`]) {
    const body = path.endsWith("withdraw") ? {} : { decision: "APPROVE" };
    expect((await api.call("officer-north", "POST", path, { body })).status).toBe(403);
  }
  expect(await api.call("officer", "POST", `${known.path}/stage`, { body: commit, version })).toMatchObject({
    status: 403,
    body: { code: "another-desk" },
  });
  expect((await api.call("officer", "POST", `/proposals/${id}/withdraw`)).status).toBe(200);
});
