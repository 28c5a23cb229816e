// The life of a pledge after it is logged, with its proposals, approvals and sources.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi, type Who } from "../support/api";
import { approvalBody, aSource, contributionBody, evidenceBody, pledgeBody } from "../support/bodies";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test("a list replaces the list: items with an id are kept, others are new, the rest removed", async () => {
  const body = { ...pledgeBody, contributions: [contributionBody, { ...contributionBody, kind: "TROOPS" }] };
  const pledge = await callOk(api, "officer", "POST", "/pledges", "/pledges", { body });
  const path = `/pledges/${String(pledge.reference)}`;
  const [first] = pledge.contributions as { id: string }[];
  const contributions = [
    { ...contributionBody, kind: "AIR" },
    { ...first, noticeToMoveDays: 10 },
  ];
  const changed = await callOk(api, "officer", "PATCH", path, "/pledges/{reference}", {
    body: { contributions },
    version: 1,
  });
  expect(changed.contributions).toMatchObject([
    { kind: "AIR" },
    { id: first?.id, kind: "TRAINING", noticeToMoveDays: 10 },
  ]);
  expect(changed.contributions).toHaveLength(2);
});

test("every change but a comment raises the version, and the history has all of them", async () => {
  const pledge = await callOk(api, "officer", "POST", "/pledges", "/pledges", {
    body: { ...pledgeBody, statedOn: null },
  });
  const path = `/pledges/${String(pledge.reference)}`;
  const more = await callOk(api, "officer", "POST", `${path}/evidence`, "/pledges/{reference}/evidence", {
    body: { ...evidenceBody, kind: "SIGNED_DOCUMENT" },
  });
  expect(more).toMatchObject({ version: 2, instrument: "SIGNED_DOCUMENT", verification: "DOCUMENTED" });
  const pieces = more.evidence as { id: string }[];
  expect(
    await callOk(api, "officer", "POST", `${path}/confirm`, "/pledges/{reference}/confirm", {
      body: { on: "2026-02-21" },
    }),
  ).toMatchObject({ version: 3, lastConfirmedOn: "2026-02-21" });
  await callOk(api, "officer", "POST", `${path}/comments`, "/pledges/{reference}/comments", {
    body: { text: "Has anybody asked?" },
  });
  expect((await api.call("officer", "GET", path)).headers.get("etag")).toBe('"3"');

  const retract = `/evidence/${pieces.at(-1)?.id ?? ""}/retract`;
  expect(await api.call("officer", "POST", retract, { body: {} })).toMatchObject({
    status: 422,
    body: { code: "reason-missing" },
  });
  expect(
    await callOk(api, "officer", "POST", retract, "/evidence/{id}/retract", {
      body: { reason: "Not signed." },
    }),
  ).toMatchObject({ version: 4, instrument: "OFFICIAL_STATEMENT" });
  expect(await api.call("officer", "POST", retract, { body: { reason: "Again." } })).toMatchObject({
    status: 409,
    body: { code: "already-there" },
  });

  expect(
    await api.call("manager", "POST", `${path}/void`, { body: { reason: "Stale." }, version: 1 }),
  ).toMatchObject({ status: 409, body: { code: "version", current: 4 } });
  const voided = await callOk(api, "manager", "POST", `${path}/void`, "/pledges/{reference}/void", {
    body: { reason: "Wrong priority." },
    version: 4,
  });
  expect(voided).toMatchObject({
    version: 5,
    unresolved: [],
    voided: { reason: "Wrong priority." },
    may: { edit: false, set: [], void: false },
  });

  const { items } = await callOk(api, "auditor", "GET", `${path}/history`, "/pledges/{reference}/history");
  expect((items as { action: string }[]).map(({ action }) => action)).toEqual([
    "pledge.voided",
    "pledge.evidence-retracted",
    "comment.written",
    "pledge.confirmed",
    "pledge.evidence-added",
    "pledge.logged",
  ]);
  expect(items).toContainEqual(
    expect.objectContaining({
      comment: "Has anybody asked?",
      actor: { name: "Desk officer, western desk", role: "OFFICER" },
    }),
  );
});

test("confirming without a body confirms as of today", async () => {
  const answer = await api.call("officer", "POST", "/pledges/FR-3-001/confirm");
  expect(answer).toMatchObject({ status: 200, body: { lastConfirmedOn: "2026-02-25" } });
});

test("a binding step needs a reason and what the stage requires, and becomes a proposal", async () => {
  const pledge = await callOk(api, "officer", "POST", "/pledges", "/pledges", { body: pledgeBody });
  const path = `/pledges/${String(pledge.reference)}/stage`;
  const step = (who: Who, body: object) => api.call(who, "POST", path, { body, version: 1 });
  expect(
    await step("manager", { to: "COMMITTED", evidence: [{ ...evidenceBody, kind: "SIGNED_DOCUMENT" }] }),
  ).toMatchObject({ status: 422, body: { code: "reason-missing" } });
  expect(await step("manager", { to: "COMMITTED", reason: "Signed." })).toMatchObject({
    status: 422,
    body: { code: "evidence-missing", detail: "Needed first: for Committed, a note verbale or stronger." },
  });
  expect(await step("manager", { to: "PLEDGED", reason: "So." })).toMatchObject({
    status: 409,
    body: { code: "already-there" },
  });
  expect(await step("manager", { to: "SUPERSEDED", reason: "So." })).toMatchObject({
    status: 422,
    body: { code: "successor-missing" },
  });
  const wish = {
    to: "COMMITTED",
    reason: "Signed.",
    evidence: [{ ...evidenceBody, kind: "SIGNED_DOCUMENT" }],
  };
  const waiting = await step("officer", wish);
  expect(waiting).toMatchObject({ status: 202, body: { status: "OPEN", reason: "Signed.", basedOn: 1 } });
  expect(waiting.headers.get("location")).toBe(`/api/v1/proposals/${String(waiting.body.id)}`);
  expect(await step("manager", wish)).toMatchObject({ status: 409, body: { code: "proposal-open" } });
});

test("a proposal is decided once, by someone else, and its approval changes the pledge", async () => {
  const pledge = await callOk(api, "officer", "POST", "/pledges", "/pledges", { body: pledgeBody });
  const path = `/pledges/${String(pledge.reference)}`;
  const wish = { to: "WITHDRAWN", reason: "Said so in parliament." };
  const made = await api.call("manager", "POST", `${path}/stage`, { body: wish, version: 1 });
  const proposal = `/proposals/${String(made.body.id)}`;
  const decision = (who: Who, body: object) => api.call(who, "POST", `${proposal}/decision`, { body });

  const listed = await callOk(api, "officer", "GET", "/proposals?participant=FR", "/proposals");
  expect(listed.items).toContainEqual(expect.objectContaining({ id: made.body.id, title: pledge.title }));
  expect(await decision("manager", { decision: "APPROVE" })).toMatchObject({
    status: 403,
    body: { code: "own-proposal" },
  });
  expect(await decision("manager-2", { decision: "RETURN" })).toMatchObject({
    status: 422,
    body: { code: "reason-missing" },
  });
  const approved = await callOk(
    api,
    "manager-2",
    "POST",
    `${proposal}/decision`,
    "/proposals/{id}/decision",
    {
      body: { decision: "APPROVE", note: "Heard it." },
    },
  );
  expect(approved).toMatchObject({
    status: "APPROVED",
    note: "Heard it.",
    decidedBy: expect.any(String) as unknown,
  });
  expect(await callOk(api, "auditor", "GET", path, "/pledges/{reference}")).toMatchObject({
    stage: "WITHDRAWN",
    version: 2,
    proposal: null,
  });
  expect(await decision("manager", { decision: "RETURN", note: "No." })).toMatchObject({
    status: 409,
    body: {
      code: "proposal-closed",
      closed: { status: "APPROVED", by: approved.decidedBy, note: "Heard it." },
    },
  });
  await callOk(api, "auditor", "GET", proposal, "/proposals/{id}");
  const { items } = await callOk(api, "auditor", "GET", `${path}/history`, "/pledges/{reference}/history");
  expect((items as { action: string }[]).map(({ action }) => action)).toEqual([
    "proposal.approved",
    "pledge.stage-set",
    "proposal.made",
    "pledge.logged",
  ]);
});

test("only its proposer withdraws a proposal, and who approves it must have seen later changes", async () => {
  const pledge = await callOk(api, "officer", "POST", "/pledges", "/pledges", { body: pledgeBody });
  const path = `/pledges/${String(pledge.reference)}`;
  const propose = async (version: number) => {
    const wish = { to: "WITHDRAWN", reason: "Said so." };
    const made = await api.call("officer", "POST", `${path}/stage`, { body: wish, version });
    return `/proposals/${String(made.body.id)}`;
  };
  const first = await propose(1);
  expect(await api.call("manager", "POST", `${first}/withdraw`)).toMatchObject({
    status: 403,
    body: { code: "role" },
  });
  await callOk(api, "officer", "POST", `${first}/withdraw`, "/proposals/{id}/withdraw");

  const second = await propose(1);
  await callOk(api, "officer", "PATCH", path, "/pledges/{reference}", {
    body: { summary: "As said." },
    version: 1,
  });
  const decide = (body: object) => api.call("manager", "POST", `${second}/decision`, { body });
  expect(await decide({ decision: "APPROVE" })).toMatchObject({
    status: 409,
    body: { code: "version", current: 2, changedBy: "Desk officer, western desk", fields: ["summary"] },
  });
  expect(await decide({ decision: "APPROVE", seen: 2 })).toMatchObject({
    status: 200,
    body: { status: "APPROVED" },
  });
});

test("an approval shows on the pledges it serves, and its participant can't be changed", async () => {
  const approval = await callOk(api, "officer", "POST", "/approvals", "/approvals", { body: approvalBody });
  const path = `/approvals/${String(approval.id)}`;
  expect(await callOk(api, "officer", "GET", "/pledges/FR-3-001", "/pledges/{reference}")).toMatchObject({
    approvals: expect.arrayContaining([approval]) as unknown,
  });
  const changed = await api.call("officer", "PATCH", path, { body: { status: "SCHEDULED" }, version: 1 });
  expect(changed).toMatchObject({ status: 200, body: { status: "SCHEDULED", version: 2 } });
  expect(changed.headers.get("etag")).toBe('"2"');
  expect(
    (await api.call("officer", "PATCH", path, { body: { participant: "DE" }, version: 2 })).body.errors,
  ).toMatchObject([{ path: "participant", code: "unknown-key" }]);
});

test("a pledge can rest on a source on record, which lists what rests on it", async () => {
  const { id } = await callOk(api, "manager", "POST", "/sources", "/sources", {
    body: { ...aSource, title: "Found again" },
  });
  const evidence = [{ ...evidenceBody, source: { id } }];
  const { reference } = await callOk(api, "officer", "POST", "/pledges", "/pledges", {
    body: { ...pledgeBody, evidence },
  });
  const sheet = await api.call("auditor", "GET", `/sources/${String(id)}`);
  expect(sheet.body).toMatchObject({ id, pledges: 1, evidence: [{ pledge: reference }] });
});
