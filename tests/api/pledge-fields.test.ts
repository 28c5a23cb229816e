// Logging a pledge: what the contract requires, what it fills in, what it never accepts.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../support/api";
import { contentBody, pledgeBody } from "../support/bodies";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test("a pledge is logged as in the contract", async () => {
  const body = {
    participant: "SE",
    priority: 3,
    title: "Gripen aircraft for air surveillance",
    summary: null,
    stage: "PLEDGED",
    statedOn: "2026-01-06",
    windowStart: null,
    windowEnd: null,
    dueOn: null,
    authorisedBy: "Prime Minister",
    furtherApproval: "YES",
    owner: "officer-north@register.example",
    nextAction: null,
    nextActionDueOn: null,
    handling: "PUBLIC",
    contributions: [
      {
        kind: "AIR",
        domain: "AIR",
        location: "AIRSPACE",
        quantity: { kind: "NOT_STATED", min: null, max: null, unit: "AIRCRAFT", asStated: null },
        money: null,
        noticeToMoveDays: null,
        availableFrom: null,
        availableTo: null,
        caveats: [],
      },
    ],
    evidence: [
      {
        source: {
          publisher: "Swedish Government",
          url: "https://example.org/x",
          title: null,
          publishedOn: "2026-01-06",
          language: "sv",
          ownership: "OFFICIAL",
        },
        kind: "OFFICIAL_STATEMENT",
        reliability: "B",
        credibility: 2,
        quote: null,
        supports: true,
        field: null,
        claims: null,
        validUntil: null,
      },
    ],
  };
  const answer = await api.call("officer-north", "POST", "/pledges", { body });
  const { evidence, contributions, ...content } = body;
  expect(answer.status).toBe(201);
  expect(answer.headers.get("location")).toBe(`/api/v1/pledges/${String(answer.body.reference)}`);
  expect(answer.headers.get("etag")).toBe('"1"');
  expect(answer.body).toMatchObject({
    ...content,
    reference: expect.stringMatching(/^SE-3-\d{3}$/) as string,
    version: 1,
    contributions,
    evidence,
    instrument: "OFFICIAL_STATEMENT",
    verification: "REGISTERED",
    lastConfirmedOn: "2026-01-06",
    voided: null,
    supersedes: null,
    supersededBy: null,
    approvals: [],
    condition: null,
    actionable: true,
    proposal: null,
    completeness: { met: 6, of: 10, missing: ["instrument", "quantity", "window", "nextAction"] },
    may: {
      edit: true,
      set: [],
      propose: ["SIGNALLED", "SUSPENDED", "DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"],
      decide: false,
      void: false,
    },
  });
  expect(answer.body.unresolved).toContainEqual({
    code: "NO_QUANTITY",
    class: "GAP",
    since: "2026-01-06",
    what: "The quantity is “not stated”: air.",
    resolvedBy: "a number, a range, or “at least”, with its source",
  });
});

test("a field left out of a pledge is null, or has the contract's default", async () => {
  const source = { publisher: "A", language: "en", ownership: "OFFICIAL" };
  const evidence = [{ source, kind: "OFFICIAL_STATEMENT", reliability: "A", credibility: 1 }];
  const body = { participant: "FR", priority: 1, title: "Least", stage: "PLEDGED", evidence };
  expect(await callOk(api, "officer", "POST", "/pledges", "/pledges", { body })).toMatchObject({
    summary: null,
    statedOn: null,
    windowStart: null,
    windowEnd: null,
    dueOn: null,
    authorisedBy: null,
    owner: null,
    nextAction: null,
    nextActionDueOn: null,
    lastConfirmedOn: null,
    handling: "PUBLIC",
    furtherApproval: "UNKNOWN",
    contributions: [],
    evidence: [
      {
        source: { url: null, title: null, publishedOn: null },
        quote: null,
        supports: true,
        field: null,
        claims: null,
        validUntil: null,
      },
    ],
  });
});

test.each(["participant", "priority", "title", "stage", "evidence"])("%s is required", async (field) => {
  const { [field as keyof typeof pledgeBody]: _left, ...body } = pledgeBody;
  const answer = await api.call("officer", "POST", "/pledges", { body });
  expect(answer).toMatchObject({
    status: 422,
    body: { code: "invalid", errors: [{ path: field, code: "required" }] },
  });
});

test.each([
  "participant",
  "priority",
  "title",
  "stage",
  "furtherApproval",
  "handling",
  "contributions",
  "evidence",
])("%s is never null", async (field) => {
  const answer = await api.call("officer", "POST", "/pledges", { body: { ...pledgeBody, [field]: null } });
  expect(answer).toMatchObject({ status: 422, body: { code: "invalid", errors: [{ path: field }] } });
});

test("an error in one field is reported for that field alone", async () => {
  const answer = await api.call("officer", "PATCH", "/pledges/FR-3-001", {
    body: { ...contentBody, dueOn: "2026-02-30" },
    version: 1,
  });
  expect(answer.body.errors).toEqual([
    { path: "dueOn", code: "not-a-date", message: "Enter a real date, such as 2026-01-06" },
  ]);
});
