// Answers to a claim that a line is the same unit as another desk's: who may give them, and that asking reveals nothing.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { verifyRegister } from "@/lib/db/verify/verify";
import { openStaffedApi, type TestApi, type Who } from "../../support/api";
import { contributionBody, evidenceBody, pledgeBody } from "../../support/bodies";

let api: TestApi;
beforeAll(async () => void (api = await openStaffedApi()));
afterAll(() => api.close());

interface Logged {
  reference: string;
  line: string;
  version: number;
}
const done = async (who: Who, path: string, sent: object): Promise<Record<string, unknown>> => {
  const { status, body } = await api.call(who, "POST", path, sent);
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};
const persons = (change: object = {}) => ({
  ...contributionBody,
  money: null,
  caveats: [],
  quantity: { kind: "EXACT", min: 4321, max: 4321, unit: "PERSON", asStated: null },
  ...change,
});
async function logged(who: Who, participant: string, line: object, change: object = {}): Promise<Logged> {
  const sent = { ...pledgeBody, owner: null, participant, contributions: [line], ...change };
  const { reference, contributions, version } = await done(who, "/pledges", { body: sent });
  const [first] = contributions as { id: string }[];
  return { reference: String(reference), line: first?.id ?? "", version: Number(version) };
}

/** The northern desk says that a line of its own is the western desk's. */
let theirs: Logged;
let claiming: Logged;
beforeEach(async () => {
  theirs = await logged("officer", "FR", persons());
  claiming = await logged("officer-north", "SE", persons({ sameAs: theirs.line }));
});

const answered = (who: Who | null, body: object, { reference, version }: Partial<Logged> = claiming) =>
  api.call(who, "POST", `/pledges/${String(reference)}/links`, {
    body: { contribution: claiming.line, does: "confirm", ...body },
    ...(version === undefined ? {} : { version }),
  });
const stateNow = async () => {
  const { body } = await api.call("auditor", "GET", `/pledges/${claiming.reference}`);
  return (body.contributions as { sameAs: { state: string } | null }[])[0]?.sameAs?.state;
};

const DECLINES = { does: "decline", reason: "Another unit." };

describe.each([
  ["confirms", {}, "CONFIRMED"],
  ["declines", DECLINES, "DECLINED"],
])("who %s", (_does, body, state) => {
  test.each<[Who | null, number, string | null]>([
    ["officer", 200, null],
    ["manager", 200, null],
    ["officer-north", 403, "another-desk"],
    ["auditor", 403, "role"],
    ["admin", 403, "role"],
    [null, 401, "not-signed-in"],
  ])("%s: %i", async (who, status, code) => {
    const answer = await answered(who, body);
    expect([answer.status, answer.body.code ?? null]).toEqual([status, code]);
    expect(await stateNow()).toBe(status === 200 ? state : "CLAIMED");
  });
});

test("a manager's own claim has nothing to answer, and each claim is answered once", async () => {
  // A manager's own is confirmed at once: there is nothing to answer.
  const own = await logged("manager", "SE", persons({ sameAs: theirs.line }));
  const mine = { contribution: own.line };
  expect(await answered("manager-2", mine, own)).toMatchObject({
    status: 409,
    body: { code: "no-such-step" },
  });
  expect((await answered("officer", {})).status).toBe(200);
  const again = { ...claiming, version: claiming.version + 1 };
  for (const body of [{}, DECLINES])
    expect(await answered("manager", body, again)).toMatchObject({
      status: 409,
      body: { code: "no-such-step" },
    });
  expect(await stateNow()).toBe("CONFIRMED");
});

test("an answer needs the version that was read, and an old one is refused", async () => {
  expect(await answered("officer", {}, { reference: claiming.reference })).toMatchObject({ status: 428 });
  const path = `/pledges/${claiming.reference}`;
  const sent = { body: { nextAction: "Ask again" }, version: claiming.version };
  expect((await api.call("officer-north", "PATCH", path, sent)).status).toBe(200);
  expect(await answered("officer", {})).toMatchObject({ status: 409, body: { code: "version" } });
  expect(await answered("officer", {}, { ...claiming, version: 999 })).toMatchObject({ status: 409 });
  // Another desk is refused for its desk, whatever version it names.
  expect(await answered("officer-north", {}, { ...claiming, version: 999 })).toMatchObject({ status: 403 });
  expect(await stateNow()).toBe("CLAIMED");
});

test("an unknown line, one without a claim or a malformed answer is refused", async () => {
  const silent = await logged("officer", "DE", persons());
  const other = await logged("officer-north", "SE", persons());
  const head = await api.head();
  const asked: [object, Partial<Logged>, number][] = [
    [{ contribution: crypto.randomUUID() }, claiming, 404],
    // A line of another pledge, one that claims nothing, and the line that is named.
    [{ contribution: other.line }, claiming, 404],
    [{ contribution: silent.line }, silent, 404],
    [{ contribution: theirs.line }, theirs, 404],
    [{}, { ...claiming, reference: "SE-3-999" }, 404],
    [{}, { ...claiming, reference: "nothing" }, 404],
    [{ contribution: undefined, participant: "FR" }, claiming, 404],
    [{ contribution: "1" }, claiming, 422],
    [{ contribution: claiming.line.toUpperCase().replace("-", "") }, claiming, 422],
    [{ contribution: [claiming.line] }, claiming, 422],
    [{ participant: "FR" }, claiming, 422],
    [{ contribution: undefined }, claiming, 422],
    [{ does: "withdraw" }, claiming, 422],
    [{ does: "decline", reason: "x".repeat(2_001) }, claiming, 422],
    [{ state: "CONFIRMED" }, claiming, 422],
  ];
  for (const [body, of, status] of asked)
    for (const who of ["officer", "manager"] as const)
      expect((await answered(who, body, of)).status, `${who} ${JSON.stringify(body)}`).toBe(status);
  expect(await answered("officer", { does: "decline" })).toMatchObject({ body: { code: "reason-missing" } });
  expect(await api.head()).toBe(head);
});

test("the claim of a voided pledge, or one that was taken back, can't be answered", async () => {
  const path = `/pledges/${claiming.reference}`;
  const { body: sheet } = await api.call("officer-north", "GET", path);
  const lines = (sheet.contributions as object[]).map((line) => ({ ...line, sameAs: null }));
  const change = { body: { contributions: lines }, version: claiming.version };
  expect((await api.call("officer-north", "PATCH", path, change)).status).toBe(200);
  const later = { ...claiming, version: claiming.version + 1 };
  expect((await answered("officer", {}, later)).status).toBe(404);
  const voided = await logged("officer-north", "SE", persons({ sameAs: theirs.line }));
  await done("manager", `/pledges/${voided.reference}/void`, { body: { reason: "Twice." }, version: 1 });
  expect(await answered("officer", { contribution: voided.line }, { ...voided, version: 2 })).toMatchObject({
    status: 409,
    body: { code: "no-such-step" },
  });
});

test("no answer or refusal about a sealed, coalition-only line reveals its number", async () => {
  const quantity = { kind: "SEALED", min: 7_654_321, max: 7_654_321, unit: "PERSON", asStated: null };
  const sealed = { contributions: [persons({ quantity, sameAs: theirs.line })], handling: "COALITION" };
  const secret = await logged("officer-north", "SE", {}, sealed);
  const read = async (who: Who, path: string) => JSON.stringify((await api.call(who, "GET", path)).body);
  const confirmed = await answered("officer", { contribution: secret.line }, secret);
  expect(confirmed).toMatchObject({ status: 200, body: { handling: "COALITION" } });
  const seen = [
    JSON.stringify(confirmed.body),
    ...(await Promise.all(
      (["officer", "manager", "auditor"] as const).flatMap((who) => [
        read(who, `/pledges/${secret.reference}`),
        read(who, `/pledges/${secret.reference}/history`),
        read(who, `/pledges/${theirs.reference}`),
      ]),
    )),
  ];
  for (const text of seen) expect(text).not.toContain("7654321");
  // The desk that gave it still reads it.
  expect(await read("officer-north", `/pledges/${secret.reference}`)).toContain("7654321");
  // A refusal names no more of the pledge than was asked.
  const refused = await answered("auditor", { contribution: secret.line }, secret);
  expect(JSON.stringify(refused.body)).not.toMatch(/7654321|Training of sappers/);
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

test("confirming a link to a sealed line leaves the figures of those not cleared as they were", async () => {
  const need = {
    ...{ reference: "NEED-9", title: "People", capability: "TRAINING", priority: pledgeBody.priority },
    ...{ domain: "LAND", location: "NEIGHBOURING_ALLY", criticality: 2, neededBy: { day: 30 } },
    quantity: { kind: "EXACT", min: 9_000_000, max: 9_000_000, unit: "PERSON", asStated: null },
  };
  await done("manager", "/requirements", { body: need });
  const quantity = { kind: "SEALED", min: 7_654_321, max: 7_654_321, unit: "PERSON", asStated: null };
  const secret = await logged("officer-north", "SE", persons({ quantity, sameAs: theirs.line }), {
    evidence: [evidenceBody],
  });
  for (const { reference: pledge, line: contribution } of [theirs, secret])
    await done("manager", "/requirements/NEED-9/offers", { body: { pledge, contribution } });
  const figures = async (who: Who) => {
    const { body } = await api.call(who, "GET", "/requirements/NEED-9");
    return (body.coverage as { indicative: unknown }).indicative;
  };
  const before = await Promise.all((["officer", "manager", "auditor"] as const).map(figures));
  expect((await answered("officer", { contribution: secret.line }, secret)).status).toBe(200);
  expect(await Promise.all((["officer", "manager", "auditor"] as const).map(figures))).toEqual(before);
});
