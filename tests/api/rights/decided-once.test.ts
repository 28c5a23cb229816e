// Two people settle the same thing at the same moment: one succeeds, the other learns who did what, and the log
// shows the order.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStaffedApi, type Answered, type TestApi, type Who } from "../../support/api";
import { approvalBody, evidenceBody, pledgeBody } from "../../support/bodies";

let api: TestApi;
beforeAll(async () => {
  api = await openStaffedApi();
});
afterAll(() => api.close());

type Body = Record<string, unknown>;
const post = (who: Who, path: string, body: Body, version?: number): Promise<Answered> =>
  api.call(who, "POST", path, { body, ...(version === undefined ? {} : { version }) });
const decide = (who: Who, id: string, body: Body): Promise<Answered> =>
  post(who, `/proposals/${id}/decision`, body);
const approve = (who: Who, id: string): Promise<Answered> => decide(who, id, { decision: "APPROVE" });
const come = ({ status, body }: Answered): unknown =>
  status < 300 ? status : `${status} ${String(body.code)}`;

/** Starts both at once, in alternating order. */
async function atOnce(turn: number, ...acts: [() => Promise<Answered>, () => Promise<Answered>]) {
  const [first, second] = turn % 2 === 0 ? acts : acts.toReversed();
  const answers = await Promise.all([first?.(), second?.()]);
  return (turn % 2 === 0 ? answers : answers.toReversed()) as [Answered, Answered];
}

interface Known {
  path: string;
  reference: string;
  version: number;
}
async function log(change: Body = {}): Promise<Known> {
  const { body } = await post("officer", "/pledges", {
    ...pledgeBody,
    evidence: [{ ...evidenceBody, kind: "BUDGET_DOCUMENT", validUntil: null }],
    ...change,
  });
  return { reference: String(body.reference), version: 1, path: `/pledges/${String(body.reference)}` };
}
async function propose({ path, version }: Known, to = "COMMITTED", who: Who = "officer"): Promise<string> {
  const made = await post(who, `${path}/stage`, { to, reason: "As agreed." }, version);
  expect(made.status, JSON.stringify(made.body)).toBe(202);
  return String(made.body.id);
}
const now = async ({ path }: Known): Promise<Body> => (await api.call("auditor", "GET", path)).body;
async function actions({ path }: Known, limit = 200): Promise<string[]> {
  const { body } = await api.call("auditor", "GET", `${path}/history?limit=${limit}`);
  return (body.items as { action: string }[]).map(({ action }) => action).reverse();
}

test("of an approval and a return at the same moment one wins, a hundred times, and the other learns how", async () => {
  const pledge = await log();
  const wins = { APPROVED: 0, RETURNED: 0 };
  for (let turn = 0; turn < 100; turn += 1) {
    const { stage, version } = (await now(pledge)) as { stage: string; version: number };
    const to = stage === "PLEDGED" ? "COMMITTED" : "PLEDGED";
    const id = await propose({ ...pledge, version }, to);
    const head = await api.head();
    const answers = await atOnce(
      turn,
      () => decide("manager", id, { decision: "APPROVE", note: `Yes, ${turn}.` }),
      () => decide("manager-2", id, { decision: "RETURN", note: `No, ${turn}.` }),
    );
    const won = answers[0].status === 200 ? 0 : 1;
    const [winner, loser] = [answers[won], answers[1 - won]];
    const status = won === 0 ? "APPROVED" : "RETURNED";
    wins[status] += 1;
    expect(winner).toMatchObject({ status: 200, body: { status, version: 2 } });
    expect(loser).toMatchObject({
      status: 409,
      body: {
        code: "proposal-closed",
        closed: {
          status,
          by: ["manager", "manager-2"][won],
          at: winner?.body.decidedAt,
          note: [`Yes, ${turn}.`, `No, ${turn}.`][won],
        },
      },
    });
    const after = await now(pledge);
    expect([after.stage, after.version]).toEqual(won === 0 ? [to, version + 1] : [stage, version]);
    const told = won === 0 ? ["pledge.stage-set", "proposal.approved"] : ["proposal.returned"];
    expect(await api.head()).toBe(head + told.length);
    expect((await actions(pledge, told.length + 1)).slice(-told.length)).toEqual(told);
  }
  expect(wins.APPROVED).toBeGreaterThan(0);
  expect(wins.RETURNED).toBeGreaterThan(0);
});

const TURNS = Array.from({ length: 8 }, (_, turn) => turn);
/** The possible outcomes: what each of the two is answered. */
type Ends = [unknown, unknown][];

async function one(
  ends: Ends,
  acts: (turn: number) => Promise<[() => Promise<Answered>, () => Promise<Answered>]>,
): Promise<void> {
  for (const turn of TURNS) {
    const answers = await atOnce(turn, ...(await acts(turn)));
    expect(ends, JSON.stringify(answers.map(({ body }) => body))).toContainEqual(answers.map(come));
  }
}

test("one person in two tabs decides once", () =>
  one(
    [
      [200, "409 proposal-closed"],
      ["409 proposal-closed", 200],
    ],
    async () => {
      const id = await propose(await log());
      return [() => approve("manager", id), () => decide("manager", id, { decision: "RETURN", note: "No." })];
    },
  ));

test("of two proposals at once only one is accepted", () =>
  one(
    [
      [202, "409 proposal-open"],
      ["409 proposal-open", 202],
    ],
    async () => {
      const { path } = await log();
      const wish = (who: Who) => () => post(who, `${path}/stage`, { to: "COMMITTED", reason: "Signed." }, 1);
      return [wish("officer"), wish("manager")];
    },
  ));

test("a proposal is approved or withdrawn, not both", () =>
  one(
    [
      [200, "409 proposal-closed"],
      ["409 proposal-closed", 200],
    ],
    async () => {
      const id = await propose(await log());
      return [() => approve("manager", id), () => post("officer", `/proposals/${id}/withdraw`, {})];
    },
  ));

test.each<[string, (pledge: Known) => Promise<Answered>]>([
  ["edited", ({ path }) => api.call("officer", "PATCH", path, { body: { windowEnd: null }, version: 1 })],
  ["voided", ({ path }) => post("manager-2", `${path}/void`, { reason: "Twice." }, 1)],
])("a pledge that is %s at the same moment is never approved unseen", (_what, act) =>
  one(
    [
      [200, "409 version"],
      ["409 version", 200],
    ],
    async () => {
      const pledge = await log();
      const id = await propose(pledge);
      return [() => approve("manager", id), () => act(pledge)];
    },
  ),
);

test("if a stage is approved while its approval is undone, the second of the two gives way", () =>
  one(
    [
      [200, 202],
      ["422 approval-open", 200],
    ],
    async () => {
      const pledge = await log();
      const given = { ...approvalBody, status: "APPROVED", serves: [pledge.reference] };
      const { id: approval } = (await post("officer", "/approvals", given)).body;
      const id = await propose(pledge, "ALLOCATED");
      const undone = { body: { status: "REQUIRED", reason: "Appealed." }, version: 1 };
      return [
        () => approve("manager", id),
        () => api.call("officer", "PATCH", `/approvals/${String(approval)}`, undone),
      ];
    },
  ));
