// Every route, every method, every role, with and without the participant on the desk. A route missing from
// the table fails.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { runImportJob as tryFiles } from "@/lib/imports/worker";
import {
  cookieFor,
  METHODS,
  openTestApi,
  PATHS,
  type Method,
  type Sent,
  type TestApi,
  type Who,
} from "../support/api";
import { DEMO_PASSWORD } from "../support/registers/demonstration";
import { approvalBody, aSource, evidenceBody, pledgeBody } from "../support/bodies";

let api: TestApi;
const house = { dataDir: mkdtempSync(path.join(os.tmpdir(), "register-house-")), sinks: [] };
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(async () => {
  await api.close();
  rmSync(house.dataDir, { recursive: true });
});

const ACTORS = ["officer", "officer-north", "manager", "auditor", "admin"] as const;
type Expected = Record<(typeof ACTORS)[number], number>;

const everybody = (status: number): Expected => ({
  officer: status,
  "officer-north": status,
  manager: status,
  auditor: status,
  admin: status,
});
const readers: Expected = { ...everybody(200), admin: 403 };
/** The officer's desk has the participant, the northern one hasn't. */
const ownDesk = (status: number): Expected => ({ ...everybody(403), officer: status, manager: status });
const keepers = (status: number): Expected => ({ ...ownDesk(status), "officer-north": status });
const managers = (status: number): Expected => ({ ...everybody(403), manager: status });
const admins = (status: number): Expected => ({ ...everybody(403), admin: status });
/** A package that waits: no worker runs here. */
async function exportAsked(): Promise<string> {
  const { body: listed } = await api.call("auditor", "GET", "/exports?limit=1");
  const [open] = listed.items as { id: string; state: string }[];
  if (open?.state === "WAITING") return open.id;
  const { body } = await api.call("auditor", "POST", "/exports", {
    body: { what: "COVERAGE", purpose: "A question" },
  });
  return String(body.id);
}
const SHEET =
  "Country,Priority,Title,Stage,Publisher,Evidence\nFrance,1,A sheet,Signalled,Le Monde,press\nNowhere,1,B,Signalled,Le Monde,press\n";
let sheets = 0;
/** Uploads a sheet with its own title. No worker runs here; `triedBy` does its work. */
async function uploadedBy(who: Who, sheet = SHEET): Promise<string> {
  const { body } = await api.call(who, "POST", "/imports?name=sheet.csv", {
    raw: sheet.replace("A sheet", `Sheet ${String((sheets += 1))}`),
    headers: { "content-type": "text/csv" },
  });
  return String(body.id);
}
async function triedBy(who: Who, sheet = SHEET): Promise<string> {
  const id = await uploadedBy(who, sheet);
  const { body } = await api.call(who, "GET", `/imports/${id}/mapping`);
  const { columns, values } = body as { columns: unknown; values: unknown };
  await api.call(who, "PUT", `/imports/${id}/mapping`, { body: { columns, values } });
  while (await tryFiles("00000000-0000-4000-8000-000000000001"));
  return id;
}
const kept = new Map<string, Promise<string>>();
/** The same record for all actors, where asking changes nothing. */
function once(make: (who: Who) => Promise<string>): Promise<string> {
  const known = kept.get(make.name) ?? make("officer");
  kept.set(make.name, known);
  return known;
}
/** The officer's own file, which a manager may see as well, and nobody else. */
const ownFile = (status: number): Expected => ({ ...keepers(status), "officer-north": 404 });
const logReaders: Expected = { ...everybody(403), manager: 200, auditor: 200 };
const auditorsMay = (status: number): Expected => ({ ...everybody(403), auditor: status });
const auditors = auditorsMay(200);
const peopleReaders: Expected = { ...everybody(403), auditor: 200, admin: 200 };

interface Row {
  expected: Expected;
  /** Called for each actor; gives the path and what is sent. */
  ask: (who: Who | null) => Promise<{ path: string } & Sent>;
}
const at =
  (path: string, sent: Sent = {}): Row["ask"] =>
  () =>
    Promise.resolve({ path, ...sent });

const scenarioBody = {
  name: "The guarantee is signed",
  assumptions: [{ pledge: "US-4-001", atLeast: "COMMITTED" }],
};

const questionBody = { about: "FR-3-001", askedOf: "Ministry of the Armed Forces", text: "From when?" };

const findingBody = { about: "pledge:FR-3-001", text: "The quote is not in the source." };

const viewBody = () => ({
  name: crypto.randomUUID(),
  address: "/pledges?stage=PLEDGED",
  shared: true,
});
/** Those who may not know of it get 404. */
const readers404 = (status = 200): Expected => ({ ...everybody(status), admin: 404 });

const SUGGESTED = { text: "The window ends in July.", why: "The ministry says so.", field: "windowEnd" };

const GRADED = { kind: "OFFICIAL_STATEMENT", reliability: "B", credibility: 2 };
/** A different draft each time, since the same draft of a text is stored once. */
async function draftBody() {
  const text = "France will train sappers if there is a ceasefire.";
  const { id } = await done("manager", "POST", "/sources", { body: { ...aSource, title: "Drafted", text } });
  const title = `Training ${String(needs++)}`;
  const span = { start: 0, end: text.length };
  return { source: String(id), participant: "FR", priority: 2, says: "WILL", title, span };
}
async function freshDraft(): Promise<string> {
  const { items } = await done("manager", "POST", "/drafts", { body: { drafts: [await draftBody()] } });
  const [made] = items as { id: string }[];
  return `/drafts/${made?.id ?? ""}`;
}

let needs = 1;
const needBody = (reference: string) => ({
  reference,
  title: "Sappers",
  capability: "TROOPS",
  priority: 3,
  domain: "LAND",
  location: "IN_UKRAINE",
  quantity: { kind: "EXACT", min: 200, max: 200, unit: "PERSON", asStated: null },
  neededBy: { day: 30, date: null },
  criticality: 2,
});

/** A requirement for which nothing is offered, and a line that could be. */
async function freshNeed(): Promise<{ reference: string; contribution: string }> {
  const reference = `NEED-${String(needs++)}`;
  await api.call("manager", "POST", "/requirements", { body: needBody(reference) });
  const { body } = await api.call("manager", "GET", "/pledges/GB-3-001");
  const [line] = body.contributions as { id: string }[];
  return { reference, contribution: line?.id ?? "" };
}

/** Participants of the officer's desk, one for each actor. */
const HANDED_OVER = ["LU", "GR", "CY", "AT", "IE", "NL"];

const TABLE: Record<string, Row> = {
  "GET /me": { expected: everybody(200), ask: at("/me") },
  "POST /me/language": {
    expected: everybody(200),
    ask: () => Promise.resolve({ path: "/me/language", body: { language: null } }),
  },
  "GET /me/sessions": { expected: everybody(200), ask: at("/me/sessions") },
  "POST /me/sessions/{id}/end": {
    expected: everybody(200),
    ask: async (who) => ({ path: `/me/sessions/${await anotherSession(who)}/end`, body: {} }),
  },
  "POST /me/proof": {
    expected: everybody(200),
    ask: () => Promise.resolve({ path: "/me/proof", body: { password: DEMO_PASSWORD } }),
  },
  "GET /me/tokens": { expected: everybody(200), ask: at("/me/tokens") },
  "POST /me/tokens": {
    expected: everybody(201),
    ask: () => Promise.resolve({ path: "/me/tokens", body: { name: "A program", days: 1 } }),
  },
  "GET /tokens": { expected: peopleReaders, ask: at("/tokens") },
  "POST /tokens/{number}/revoke": {
    expected: { ...everybody(404), officer: 200, admin: 200 },
    ask: async () => ({ path: `/tokens/${await freshToken()}/revoke`, body: {} }),
  },
  "GET /me/webhooks": { expected: readers, ask: at("/me/webhooks") },
  "POST /me/webhooks": {
    expected: { ...everybody(201), admin: 403 },
    ask: () => Promise.resolve({ path: "/me/webhooks", body: hookBody }),
  },
  "GET /webhooks": { expected: peopleReaders, ask: at("/webhooks") },
  "GET /webhooks/{id}/deliveries": {
    expected: { ...everybody(200), "officer-north": 404, manager: 404 },
    ask: async () => ({ path: `${await freshHook()}/deliveries` }),
  },
  "POST /webhooks/{id}/pause": {
    expected: { ...everybody(404), officer: 200, admin: 200 },
    ask: async () => ({ path: `${await freshHook()}/pause`, body: { paused: true } }),
  },
  "POST /webhooks/{id}/remove": {
    expected: { ...everybody(404), officer: 200, admin: 200 },
    ask: async () => ({ path: `${await freshHook()}/remove`, body: {} }),
  },
  "GET /priorities": { expected: everybody(200), ask: at("/priorities") },
  "GET /places": { expected: everybody(200), ask: at("/places?q=fr") },
  "GET /views": { expected: everybody(200), ask: at("/views") },
  "POST /views": {
    expected: { ...everybody(201), admin: 403 },
    ask: () => Promise.resolve({ path: "/views", body: viewBody() }),
  },
  "GET /views/{id}": { expected: readers404(), ask: async () => ({ path: await freshView() }) },
  "PATCH /views/{id}": {
    expected: { ...readers404(403), manager: 200, auditor: 200 },
    ask: async () => ({ path: await freshView(), version: 1, body: { shared: false } }),
  },
  "POST /views/{id}/remove": {
    expected: { ...readers404(403), auditor: 200 },
    ask: async () => ({ path: `${await freshView()}/remove`, body: {} }),
  },
  "GET /participants": { expected: everybody(200), ask: at("/participants") },
  "GET /participants/{code}": { expected: everybody(200), ask: at("/participants/FR") },
  "GET /definitions": { expected: everybody(200), ask: at("/definitions") },
  "GET /handovers": { expected: everybody(200), ask: at("/handovers") },
  "POST /handovers": {
    expected: { ...everybody(403), officer: 201, admin: 201 },
    ask: () => {
      const [country = ""] = HANDED_OVER.splice(0, 1);
      const note = "While on leave.";
      const body = { from: "officer@register.example", to: "officer-north@register.example", note };
      return Promise.resolve({ path: "/handovers", body: { ...body, participants: [country] } });
    },
  },
  "GET /handovers/{id}": { expected: everybody(200), ask: async () => ({ path: await deskOffered() }) },
  "POST /handovers/{id}/answer": {
    expected: { ...everybody(403), "officer-north": 200 },
    ask: async () => ({ path: `${await deskOffered()}/answer`, body: { does: "decline", note: "Not now." } }),
  },
  "POST /handovers/{id}/decision": {
    expected: managers(200),
    ask: async () => {
      const path = await deskOffered();
      await done("officer-north", "POST", `${path}/answer`, { body: { does: "accept" } });
      return { path: `${path}/decision`, body: { decision: "REFUSE", note: "Not now." } };
    },
  },
  "GET /requirements": { expected: readers, ask: at("/requirements") },
  "POST /requirements": {
    expected: managers(201),
    ask: () => Promise.resolve({ path: "/requirements", body: needBody(`NEED-${String(needs++)}`) }),
  },
  "GET /requirements/{reference}": { expected: readers, ask: at("/requirements/DEMO-1") },
  "PATCH /requirements/{reference}": {
    expected: managers(200),
    ask: async () => {
      const { headers } = await api.call("manager", "GET", "/requirements/DEMO-1");
      const version = Number(/\d+/.exec(headers.get("etag") ?? "")?.[0]);
      return { path: "/requirements/DEMO-1", version, body: { note: `Seen ${String(needs++)} times.` } };
    },
  },
  "POST /requirements/{reference}/offers": {
    expected: managers(201),
    ask: async () => {
      const { reference, contribution } = await freshNeed();
      const path = `/requirements/${reference}/offers`;
      return { path, body: { pledge: "GB-3-001", contribution } };
    },
  },
  "POST /offers/{id}/withdraw": {
    expected: managers(200),
    ask: async () => {
      const { reference, contribution } = await freshNeed();
      const offer = { pledge: "GB-3-001", contribution };
      const made = await api.call("manager", "POST", `/requirements/${reference}/offers`, { body: offer });
      return { path: `/offers/${String(made.body.id)}/withdraw`, body: { reason: "By letter." } };
    },
  },
  "GET /scenarios": { expected: readers, ask: at("/scenarios") },
  "POST /scenarios": {
    expected: managers(201),
    ask: () => Promise.resolve({ path: "/scenarios", body: scenarioBody }),
  },
  "POST /scenarios/preview": {
    expected: managers(200),
    ask: () => Promise.resolve({ path: "/scenarios/preview", body: { assumptions: [] } }),
  },
  "GET /scenarios/{id}": {
    expected: readers,
    ask: async () => {
      const made = await api.call("manager", "POST", "/scenarios", { body: scenarioBody });
      return { path: `/scenarios/${String(made.body.id)}` };
    },
  },
  "PATCH /scenarios/{id}": {
    expected: managers(200),
    ask: async () => {
      const made = await api.call("manager", "POST", "/scenarios", { body: scenarioBody });
      return { path: `/scenarios/${String(made.body.id)}`, version: 1, body: { name: "Another name" } };
    },
  },
  "GET /findings": { expected: readers, ask: at("/findings") },
  "POST /findings": { expected: auditorsMay(201), ask: at("/findings", { body: findingBody }) },
  "GET /findings/{id}": { expected: readers, ask: async () => ({ path: await freshFinding() }) },
  "POST /findings/{id}/answer": {
    expected: managers(200),
    ask: async () => ({ path: `${await freshFinding()}/answer`, version: 1, body: { text: "It is so." } }),
  },
  "POST /findings/{id}/close": {
    expected: auditorsMay(200),
    ask: async () => ({ path: `${await freshFinding()}/close`, version: 1, body: { text: "Seen." } }),
  },
  "POST /findings/{id}/reopen": {
    expected: auditorsMay(200),
    ask: async () => {
      const path = await freshFinding();
      await done("auditor", "POST", `${path}/close`, { version: 1, body: { text: "Seen." } });
      return { path: `${path}/reopen`, version: 2, body: { text: "Not so." } };
    },
  },
  "GET /questions": { expected: readers, ask: at("/questions") },
  "POST /questions": { expected: ownDesk(201), ask: at("/questions", { body: questionBody }) },
  "GET /questions/{id}": { expected: readers, ask: async () => ({ path: await freshQuestion() }) },
  "POST /questions/{id}/answer": {
    expected: ownDesk(200),
    ask: async () => ({
      path: `${await freshQuestion()}/answer`,
      version: 1,
      body: { text: "From May on.", answeredOn: "2026-02-20" },
    }),
  },
  "POST /questions/{id}/withdraw": {
    expected: ownDesk(200),
    ask: async () => ({ path: `${await freshQuestion()}/withdraw`, version: 1, body: { reason: "Seen." } }),
  },
  "POST /questions/{id}/reopen": {
    expected: ownDesk(200),
    ask: async () => {
      const path = await freshQuestion();
      await done("manager", "POST", `${path}/withdraw`, { version: 1, body: { reason: "Seen." } });
      return { path: `${path}/reopen`, version: 2, body: { reason: "Not so." } };
    },
  },
  "GET /calendar": { expected: readers, ask: at("/calendar") },
  "GET /calendar.ics": { expected: readers, ask: at("/calendar.ics") },
  "GET /calendar.csv": { expected: readers, ask: at("/calendar.csv") },
  "GET /inbox": { expected: readers, ask: at("/inbox") },
  // Nobody here was notified of the first entry.
  "GET /inbox/{seq}": { expected: { ...everybody(404), admin: 403 }, ask: at("/inbox/1") },
  "POST /inbox/read": {
    expected: { ...everybody(422), admin: 403 },
    ask: at("/inbox/read", { body: { entries: [1], read: true } }),
  },
  "GET /inbox/choices": { expected: readers, ask: at("/inbox/choices") },
  "POST /inbox/choices": { expected: readers, ask: at("/inbox/choices", { body: { hour: 8 } }) },
  "GET /watches": { expected: readers, ask: at("/watches") },
  "POST /watches": {
    expected: readers,
    ask: at("/watches", { body: { topic: "pledge:FR-3-001", watching: true } }),
  },
  "GET /entry-lag": { expected: logReaders, ask: at("/entry-lag") },
  "GET /sample": { expected: readers, ask: at("/sample?n=3") },
  "GET /openapi.json": { expected: everybody(200), ask: at("/openapi.json") },
  "GET /pledges": { expected: readers, ask: at("/pledges") },
  "GET /filter-terms": { expected: readers, ask: at("/filter-terms?typed=stage:") },
  "GET /pledges.csv": { expected: readers, ask: at("/pledges.csv") },
  "GET /unresolved.csv": { expected: readers, ask: at("/unresolved.csv") },
  "GET /what-matters": { expected: readers, ask: at("/what-matters") },
  "GET /coverage.csv": { expected: readers, ask: at("/coverage.csv") },
  "GET /briefing.pdf": { expected: readers, ask: at("/briefing.pdf") },
  "GET /charts/over-time.csv": { expected: readers, ask: at("/charts/over-time.csv") },
  "GET /charts/stages.csv": { expected: readers, ask: at("/charts/stages.csv") },
  "GET /charts/ages.csv": { expected: readers, ask: at("/charts/ages.csv") },
  "GET /requirements/ladder": { expected: readers, ask: at("/requirements/ladder") },
  "GET /requirements/ladder.csv": { expected: readers, ask: at("/requirements/ladder.csv") },
  "GET /requirements.csv": { expected: readers, ask: at("/requirements.csv") },
  "GET /participants.csv": { expected: everybody(200), ask: at("/participants.csv") },
  "GET /sources.csv": { expected: readers, ask: at("/sources.csv") },
  "GET /changes.csv": { expected: readers, ask: at("/changes.csv?since=2026-01-20T12:00:00Z") },
  "POST /pledges": { expected: ownDesk(201), ask: at("/pledges", { body: pledgeBody }) },
  "GET /pledges/{reference}": { expected: readers, ask: at("/pledges/FR-3-001") },
  "PATCH /pledges/{reference}": {
    expected: ownDesk(200),
    ask: async () => ({ ...(await fresh()), body: { title: "Another title" } }),
  },
  "POST /pledges/{reference}/stage": {
    expected: ownDesk(202),
    ask: async () => {
      const { path, version } = await fresh();
      return { path: `${path}/stage`, version, body: { to: "WITHDRAWN", reason: "Said so." } };
    },
  },
  "POST /pledges/{reference}/confirm": {
    expected: ownDesk(200),
    ask: async () => ({ path: `${(await fresh()).path}/confirm`, body: {} }),
  },
  "POST /pledges/change": {
    expected: keepers(200),
    ask: at("/pledges/change", {
      body: { items: [{ reference: "FR-3-001", version: 1 }], changes: { nextAction: "Ask" } },
    }),
  },
  "PUT /pledges/{reference}/condition": {
    expected: ownDesk(200),
    ask: async () => {
      const { path, version } = await fresh();
      return { path: `${path}/condition`, body: { trigger: "CEASEFIRE_IN_FORCE" }, version };
    },
  },
  "POST /pledges/{reference}/void": {
    expected: managers(200),
    ask: async () => ({ path: `${(await fresh()).path}/void`, body: { reason: "Logged twice." } }),
  },
  "POST /pledges/{reference}/evidence": {
    expected: ownDesk(201),
    ask: async () => ({ path: `${(await fresh()).path}/evidence`, body: evidenceBody }),
  },
  "POST /pledges/{reference}/comments": {
    expected: ownDesk(201),
    ask: at("/pledges/FR-3-001/comments", { body: { text: "Has anybody asked?" } }),
  },
  "GET /pledges/{reference}/suggestions": {
    expected: readers,
    ask: at("/pledges/FR-3-001/suggestions"),
  },
  "POST /pledges/{reference}/suggestions": {
    expected: keepers(201),
    ask: at("/pledges/FR-3-001/suggestions", { body: SUGGESTED }),
  },
  "POST /suggestions/{id}/answer": {
    expected: ownDesk(200),
    ask: async () => {
      const made = await done("officer-north", "POST", "/pledges/FR-3-001/suggestions", { body: SUGGESTED });
      return { path: `/suggestions/${String(made.id)}/answer`, body: { does: "decline", reason: "Not so." } };
    },
  },
  "GET /drafts": { expected: keepers(200), ask: at("/drafts") },
  "POST /drafts": {
    expected: keepers(201),
    ask: async () => ({ path: "/drafts", body: { drafts: [await draftBody()] } }),
  },
  "POST /sources/{id}/drafts": {
    expected: keepers(201),
    ask: async () => ({ path: `/sources/${(await draftBody()).source}/drafts`, body: {} }),
  },
  "GET /drafts/{id}": {
    expected: { ...ownDesk(200), "officer-north": 404 },
    ask: async () => ({ path: await freshDraft() }),
  },
  "GET /drafts/{id}/alike": {
    expected: { ...ownDesk(200), "officer-north": 404 },
    ask: async () => ({ path: `${await freshDraft()}/alike` }),
  },
  "PUT /drafts/{id}": {
    expected: ownDesk(200),
    ask: async () => {
      const { source: _stays, ...body } = await draftBody();
      return { path: await freshDraft(), version: 1, body };
    },
  },
  "POST /drafts/{id}/state": {
    expected: ownDesk(200),
    ask: async () => ({ path: `${await freshDraft()}/state`, version: 1, body: { state: "ASIDE" } }),
  },
  "POST /drafts/{id}/accept": {
    expected: ownDesk(201),
    ask: async () => ({ path: `${await freshDraft()}/accept`, version: 1, body: GRADED }),
  },
  "POST /pledges/{reference}/links": {
    expected: ownDesk(200),
    ask: async () => {
      const sent = { ...pledgeBody, participant: "SE", onBehalfOf: ["FR"] };
      const { reference } = await done("officer-north", "POST", "/pledges", { body: sent });
      const body = { participant: "FR", does: "confirm" };
      return { path: `/pledges/${String(reference)}/links`, body, version: 1 };
    },
  },
  "GET /pledges/{reference}/history": { expected: readers, ask: at("/pledges/FR-3-001/history") },
  "POST /evidence/{id}/retract": {
    expected: ownDesk(200),
    ask: async () => ({
      path: `/evidence/${(await fresh()).evidence}/retract`,
      body: { reason: "Quoted wrongly." },
    }),
  },
  "POST /pledges/{reference}/deliveries": {
    expected: ownDesk(201),
    ask: async () => {
      const { path, ...sent } = await freshReport();
      return { path: `${path}/deliveries`, ...sent };
    },
  },
  "GET /deliveries/{id}": {
    expected: readers,
    ask: async () => ({ path: `/deliveries/${(await freshDelivery()).id}` }),
  },
  // The officers here keep the giver's desk or another: only a manager records the recipient's confirmation.
  "POST /deliveries/{id}/confirm": {
    expected: managers(200),
    ask: async () => {
      const { id, evidence } = await freshDelivery();
      const body = { on: "2026-02-21", by: "Ministry of Defence", evidence };
      return { path: `/deliveries/${id}/confirm`, body };
    },
  },
  "POST /deliveries/{id}/retract": {
    expected: ownDesk(200),
    ask: async () => ({
      path: `/deliveries/${(await freshDelivery()).id}/retract`,
      body: { reason: "Counted twice." },
    }),
  },
  "GET /approvals": { expected: readers, ask: at("/approvals") },
  "POST /approvals": { expected: ownDesk(201), ask: at("/approvals", { body: approvalBody }) },
  "GET /approvals/{id}": { expected: readers, ask: async () => ({ path: (await freshApproval()).path }) },
  "PATCH /approvals/{id}": {
    expected: ownDesk(200),
    ask: async () => ({ ...(await freshApproval()), body: { status: "TABLED" } }),
  },
  "GET /proposals": { expected: everybody(200), ask: at("/proposals") },
  "GET /proposals/{id}": {
    expected: { ...readers, admin: 404 },
    ask: async () => ({ path: await freshProposal("officer") }),
  },
  "POST /proposals/{id}/decision": {
    expected: { ...managers(200), admin: 404 },
    ask: async () => ({
      path: `${await freshProposal("officer")}/decision`,
      body: { decision: "APPROVE" },
    }),
  },
  "POST /proposals/{id}/withdraw": {
    expected: { ...everybody(403), officer: 200, admin: 404 },
    ask: async () => ({ path: `${await freshProposal("officer")}/withdraw`, body: {} }),
  },
  "POST /proposals/{id}/link": {
    expected: admins(409),
    ask: async () => ({ path: `/proposals/${await freshAccountProposal()}/link`, body: {} }),
  },
  "GET /triggers": { expected: readers, ask: at("/triggers") },
  "POST /triggers": {
    expected: managers(201),
    ask: () => Promise.resolve({ path: "/triggers", body: aTrigger() }),
  },
  "GET /triggers/{code}": { expected: readers, ask: at("/triggers/CEASEFIRE_IN_FORCE") },
  "PATCH /triggers/{code}": {
    expected: managers(200),
    ask: async () => {
      const { code, version } = await done("manager", "POST", "/triggers", { body: aTrigger() });
      return {
        path: `/triggers/${String(code)}`,
        version: Number(version),
        body: { title: "Another title" },
      };
    },
  },
  // Nothing is being prepared in a register of this size.
  "GET /triggers/{code}/change": {
    expected: { ...everybody(404), admin: 403 },
    ask: at("/triggers/CEASEFIRE_IN_FORCE/change"),
  },
  "POST /triggers/{code}/change/cancel": {
    expected: managers(404),
    ask: at("/triggers/CEASEFIRE_IN_FORCE/change/cancel", { body: {} }),
  },
  "GET /triggers/{code}/effect": {
    expected: readers,
    ask: at("/triggers/CEASEFIRE_IN_FORCE/effect?state=MET"),
  },
  "GET /keystones": { expected: readers, ask: at("/keystones") },
  "GET /pledges/{reference}/smallest-sets": {
    expected: readers,
    ask: at("/pledges/FR-3-001/smallest-sets?dormant=assumed"),
  },
  "GET /requirements/{reference}/smallest-sets": {
    expected: readers,
    ask: at("/requirements/DEMO-1/smallest-sets?need=5"),
  },
  "GET /deadlocks": { expected: readers, ask: at("/deadlocks") },
  "GET /conditions/graph": {
    expected: readers,
    ask: at("/conditions/graph?needs=with&suppose=dormant,US-4-001:COMMITTED"),
  },
  "GET /rulings": { expected: readers, ask: at("/rulings") },
  "POST /rulings": {
    expected: managers(201),
    ask: async () => {
      const { path } = await fresh();
      const piece = { ...evidenceBody, supports: false, claims: "400" };
      await done("manager", "POST", `${path}/evidence`, { body: piece });
      const pledge = path.split("/").at(-1);
      const found = { field: "contributions.quantity", holds: null, finding: "200", reason: "Said so." };
      return { path: "/rulings", body: { pledge, ...found } };
    },
  },
  "POST /pledges/{reference}/apply-ruling": {
    expected: ownDesk(200),
    ask: async () => {
      const { path } = await fresh();
      const piece = { ...evidenceBody, supports: false, claims: "400" };
      const { evidence, contributions } = (await done("manager", "POST", `${path}/evidence`, {
        body: piece,
      })) as { evidence: { id: string }[]; contributions: { id: string }[] };
      const made = await done("manager", "POST", "/rulings", {
        body: {
          pledge: path.split("/").at(-1),
          field: "contributions.quantity",
          holds: evidence.at(-1)?.id,
          finding: "No figure",
          reason: "Denied.",
          says: { lines: { [contributions[0]?.id ?? ""]: { kind: "NOT_STATED" } } },
        },
      });
      return { path: `${path}/apply-ruling`, body: { ruling: made.id }, version: 2 };
    },
  },
  "POST /participants/{code}/searches": {
    expected: ownDesk(201),
    ask: at("/participants/IE/searches", {
      body: { priority: 5, until: "2026-02-20", where: "The ministry's site" },
    }),
  },
  "GET /sources": { expected: readers, ask: at("/sources") },
  "POST /sources": { expected: keepers(201), ask: at("/sources", { body: aSource }) },
  "GET /sources/{id}": {
    expected: readers,
    ask: async () => ({
      path: `/sources/${String((await done("manager", "POST", "/sources", { body: aSource })).id)}`,
    }),
  },
  "POST /sources/{id}/files": {
    expected: keepers(201),
    // The actor has uploaded the file; those who may not upload have none.
    ask: async (who) => {
      const document = { ...aSource, title: crypto.randomUUID() };
      const { id } = await done("manager", "POST", "/sources", { body: document });
      const sent = await api.call(who ?? "manager", "POST", "/files?name=a.txt", { ...aFile() });
      return {
        path: `/sources/${String(id)}/files`,
        body: { file: sent.status === 201 ? sent.body.id : crypto.randomUUID() },
      };
    },
  },
  "POST /sources/{id}/files/{file}/retract": {
    expected: keepers(200),
    ask: async () => {
      const { source, file } = await freshlyAttached();
      return { path: `/sources/${source}/files/${file}/retract`, body: { reason: "Of another meeting." } };
    },
  },
  "POST /files/{id}/text": {
    expected: keepers(200),
    // The actor has uploaded the file; those who may not upload have none.
    ask: async (who) => {
      const sent = await api.call(who ?? "manager", "POST", "/files?name=a.txt", { ...aFile() });
      return {
        path: `/files/${sent.status === 201 ? String(sent.body.id) : crypto.randomUUID()}/text`,
        body: {},
      };
    },
  },
  "POST /files": {
    expected: keepers(201),
    ask: () => Promise.resolve({ path: "/files?name=letter.txt", ...aFile() }),
  },
  "GET /files/{id}": { expected: readers, ask: async () => ({ path: `/files/${await freshFile()}` }) },
  "GET /unresolved": { expected: readers, ask: at("/unresolved") },
  "GET /coverage": { expected: readers, ask: at("/coverage") },
  "GET /baselines": { expected: readers, ask: at("/baselines") },
  "POST /baselines": {
    expected: managers(201),
    ask: at("/baselines", { body: { name: "Berlin", asOf: "2026-02-01T12:00:00Z" } }),
  },
  "GET /changes": { expected: readers, ask: at("/changes?since=2026-01-20") },
  "GET /feed": { expected: readers, ask: at("/feed?after=1&limit=2") },
  "GET /audit": { expected: logReaders, ask: at("/audit") },
  "GET /audit/{seq}": { expected: logReaders, ask: at("/audit/1") },
  "GET /news": { expected: readers, ask: at("/news?since=1&on=pledge:FR-3-001,participant:FR") },
  "GET /access-log": { expected: auditors, ask: at("/access-log") },
  "GET /audit/checkpoint": { expected: logReaders, ask: at("/audit/checkpoint") },
  "GET /audit/proof": {
    expected: logReaders,
    ask: async () => {
      await sealLog(house);
      return { path: "/audit/proof?seq=1" };
    },
  },
  "GET /audit/consistency": { expected: logReaders, ask: at("/audit/consistency?from=1&to=2") },
  "GET /exports": { expected: logReaders, ask: at("/exports") },
  "POST /exports": {
    expected: { ...everybody(403), manager: 202, auditor: 202 },
    ask: at("/exports", { body: { what: "COVERAGE", purpose: "A question" } }),
  },
  "GET /exports/preview": { expected: logReaders, ask: at("/exports/preview?what=PARTICIPANT&filter=FR") },
  "GET /exports/{id}": {
    expected: logReaders,
    ask: async () => ({ path: `/exports/${await exportAsked()}` }),
  },
  "POST /exports/{id}/cancel": {
    expected: logReaders,
    ask: async () => ({ path: `/exports/${await exportAsked()}/cancel`, body: {} }),
  },
  "GET /exports/{id}/download": {
    expected: { ...everybody(403), manager: 404, auditor: 404 },
    ask: async () => ({ path: `/exports/${await exportAsked()}/download` }),
  },
  "GET /imports": { expected: keepers(200), ask: at("/imports") },
  "POST /imports": {
    expected: keepers(201),
    ask: at("/imports?name=sheet.csv", { raw: SHEET, headers: { "content-type": "text/csv" } }),
  },
  "GET /imports/{id}": {
    expected: ownFile(200),
    ask: async () => ({ path: `/imports/${await once(uploadedBy)}` }),
  },
  "GET /imports/{id}/sheet": {
    expected: ownFile(200),
    ask: async () => ({ path: `/imports/${await once(uploadedBy)}/sheet` }),
  },
  "PUT /imports/{id}/layout": {
    expected: ownFile(200),
    ask: async () => ({ path: `/imports/${await uploadedBy("officer")}/layout`, body: { heading: 1 } }),
  },
  "GET /imports/{id}/mapping": {
    expected: ownFile(200),
    ask: async () => ({ path: `/imports/${await once(uploadedBy)}/mapping` }),
  },
  "PUT /imports/{id}/mapping": {
    expected: ownFile(202),
    ask: async () => ({
      path: `/imports/${await uploadedBy("officer")}/mapping`,
      body: {
        columns: { participant: 0, priority: 1, title: 2, stage: 3, publisher: 4, evidenceKind: 5 },
        values: { language: "und", ownership: "INDEPENDENT", reliability: "F", credibility: 6 },
      },
    }),
  },
  "GET /imports/{id}/questions": {
    expected: ownFile(200),
    ask: async () => ({ path: `/imports/${await once(triedBy)}/questions` }),
  },
  "GET /imports/{id}/rows": {
    expected: ownFile(200),
    ask: async () => ({ path: `/imports/${await once(uploadedBy)}/rows` }),
  },
  "GET /imports/{id}/errors.csv": {
    expected: ownFile(200),
    ask: async () => ({ path: `/imports/${await once(triedBy)}/errors.csv` }),
  },
  "PATCH /imports/{id}/rows/{row}": {
    expected: ownFile(200),
    ask: async () => ({
      path: `/imports/${await once(triedBy)}/rows/3`,
      body: { cells: [{ column: 0, value: "France" }] },
    }),
  },
  "POST /imports/{id}/run": {
    expected: ownFile(202),
    ask: async () => ({ path: `/imports/${await triedBy("officer")}/run`, body: { goodRowsOnly: true } }),
  },
  "POST /imports/{id}/hand-over": {
    // Of the north: the officer already has as many open files as a person may have.
    expected: { ...ownFile(201), "officer-north": 201, officer: 404 },
    ask: async () => ({
      path: `/imports/${await triedBy("officer-north", SHEET)}/hand-over`,
      body: { participants: ["FR"] },
    }),
  },
  "POST /imports/{id}/cancel": {
    expected: ownFile(409),
    ask: async () => ({ path: `/imports/${await once(uploadedBy)}/cancel`, body: {} }),
  },
  "POST /imports/{id}/undo": {
    expected: ownFile(409),
    ask: async () => ({
      path: `/imports/${await once(triedBy)}/undo`,
      body: { reason: "Another sheet was meant" },
    }),
  },
  "PATCH /participants/{code}": {
    expected: admins(200),
    ask: async () => ({ ...(await versioned("/participants/CZ")), body: { joinedOn: null } }),
  },
  "GET /settings": { expected: peopleReaders, ask: at("/settings") },
  "PATCH /settings": {
    expected: admins(200),
    ask: async () => ({
      ...(await versioned("/settings")),
      body: { marking: `Marked ${crypto.randomUUID()}` },
    }),
  },
  "GET /people": { expected: peopleReaders, ask: at("/people") },
  "POST /people": {
    expected: admins(201),
    ask: () => Promise.resolve({ path: "/people", body: somebody() }),
  },
  "GET /people/{id}": { expected: peopleReaders, ask: async () => ({ path: (await freshPerson()).path }) },
  "PATCH /people/{id}": {
    expected: admins(200),
    ask: async () => ({ ...(await freshPerson()), body: { name: `Renamed ${crypto.randomUUID()}` } }),
  },
  "GET /sign-in-groups": { expected: peopleReaders, ask: at("/sign-in-groups") },
  "POST /sign-in-groups": {
    expected: admins(201),
    ask: () => Promise.resolve({ path: "/sign-in-groups", body: aGroup() }),
  },
  "POST /sign-in-groups/{id}/remove": {
    expected: admins(200),
    ask: async () => {
      const made = await api.call("admin", "POST", "/sign-in-groups", { body: aGroup() });
      return { path: `/sign-in-groups/${String(made.body["id"])}/remove`, body: {} };
    },
  },
  "POST /people/{id}/sign-out": {
    expected: admins(200),
    ask: async () => ({ path: `${(await freshPerson()).path}/sign-out`, body: {} }),
  },
  "POST /people/{id}/second-factor/remove": {
    expected: admins(200),
    ask: async () => ({ path: `${(await freshPerson()).path}/second-factor/remove`, body: {} }),
  },
  "POST /people/{id}/identity/remove": {
    expected: admins(200),
    ask: async () => ({ path: `${(await freshPerson()).path}/identity/remove`, body: {} }),
  },
  "POST /people/{id}/link": {
    expected: admins(200),
    ask: async () => ({ path: `${(await freshPerson()).path}/link`, body: {} }),
  },
};

describe.each(Object.entries(TABLE))("%s", (route, { expected, ask }) => {
  const method = route.split(" ")[0] as Method;

  test("answers nobody without a session", async () => {
    const { path, ...sent } = await ask(null);
    const answer = await api.call(null, method, path, sent);
    expect(answer).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
  });

  test.each(ACTORS)("answers the %s as the table says", async (who) => {
    const { path, ...sent } = await ask(who);
    const head = await api.head();
    const answer = await api.call(who, method, path, sent);
    expect(answer.status, JSON.stringify(answer.body)).toBe(expected[who]);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    if (answer.status === 403) {
      expect(answer.body.code).toMatch(/^(role|another-desk)$/);
      expect(await api.head()).toBe(head);
    }
  });
});

describe.each(PATHS)("%s", (template) => {
  const path = template
    .replace("{reference}", "FR-3-001")
    .replace("{id}", crypto.randomUUID())
    .replace("{seq}", "1")
    .replace("{code}", "FR");

  test("has its methods in the table, and refuses all others", async () => {
    const options = await api.call("manager", "OPTIONS", path);
    expect(options.status).toBe(204);
    const allowed = (options.headers.get("allow") ?? "")
      .split(", ")
      .filter((one) => one !== "OPTIONS" && one !== "HEAD");
    expect(allowed).toEqual(
      Object.keys(TABLE)
        .filter((key) => key.endsWith(` ${template}`))
        .map((key) => key.split(" ")[0]),
    );
    for (const method of METHODS.filter((one) => !allowed.includes(one))) {
      const answer = await api.call("manager", method, path);
      expect(answer).toMatchObject({ status: 405, body: { code: "method" } });
      expect(answer.headers.get("allow")).toBe(options.headers.get("allow"));
      expect((await api.call(null, method, path)).status).toBe(401);
    }
  });
});

test.each([
  "/",
  "/nothing",
  "/pledges/FR-3-001/departures",
  "/pledges/FR-3-001/stage/x",
  "/proposals/x/decide",
])("%s is not found", async (path) => {
  for (const method of METHODS) {
    expect(await api.call("manager", method, path)).toMatchObject({
      status: 404,
      body: { code: "not-found" },
    });
    expect((await api.call(null, method, path)).status).toBe(401);
  }
});

test("HEAD answers with the status and version of GET", async () => {
  const answer = await api.call("auditor", "HEAD", "/pledges/FR-3-001");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("etag")).toMatch(/^"\d+"$/);
});

async function done(who: Who, method: Method, path: string, sent: Sent): Promise<Record<string, unknown>> {
  const answer = await api.call(who, method, path, sent);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}

async function fresh(): Promise<{ path: string; version: number; evidence: string }> {
  const pledge = await done("manager", "POST", "/pledges", { body: pledgeBody });
  const [piece] = pledge.evidence as { id: string }[];
  return {
    path: `/pledges/${String(pledge.reference)}`,
    version: Number(pledge.version),
    evidence: piece?.id ?? "",
  };
}

/** With a sealed number, so that it is only offered. */
async function deskOffered(): Promise<string> {
  const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE" };
  const quantity = { kind: "SEALED", min: 30, max: 30, unit: "PERSON" };
  await done("officer", "POST", "/pledges", {
    body: { ...pledgeBody, participant: "PT", contributions: [{ ...line, quantity }] },
  });
  const body = { to: "officer-north@register.example", participants: ["PT"], note: "While on leave." };
  return `/handovers/${String((await done("officer", "POST", "/handovers", { body })).id)}`;
}

/** A delivery report, not yet sent, about a new pledge. */
async function freshReport(): Promise<{ path: string; body: Record<string, unknown>; evidence: string }> {
  const pledge = await done("manager", "POST", "/pledges", { body: pledgeBody });
  const [[line], [piece]] = [pledge.contributions as { id: string }[], pledge.evidence as { id: string }[]];
  const body = {
    contribution: line?.id,
    quantity: { kind: "EXACT", min: 50, max: 50, unit: "PERSON" },
    deliveredOn: "2026-02-20",
    definition: "HANDED_OVER",
    evidence: [piece?.id],
  };
  return { path: `/pledges/${String(pledge.reference)}`, body, evidence: piece?.id ?? "" };
}

async function freshDelivery(): Promise<{ id: string; evidence: string }> {
  const { path, body, evidence } = await freshReport();
  const delivery = await done("manager", "POST", `${path}/deliveries`, { body });
  return { id: String(delivery.id), evidence };
}

/** A proposal to withdraw a new pledge. */
async function freshProposal(who: Who): Promise<string> {
  const { path, version } = await fresh();
  const body = { to: "WITHDRAWN", reason: "Said so." };
  const proposal = await done(who, "POST", `${path}/stage`, { version, body });
  return `/proposals/${String(proposal.id)}`;
}

async function freshQuestion(): Promise<string> {
  return `/questions/${String((await done("manager", "POST", "/questions", { body: questionBody })).reference)}`;
}

const aFile = (): Sent => ({
  raw: `We stand ready. ${crypto.randomUUID()}`,
  headers: { "content-type": "application/octet-stream" },
});

const freshFile = async (): Promise<string> => (await freshlyAttached()).file;

async function freshlyAttached(): Promise<{ source: string; file: string }> {
  const file = await done("manager", "POST", "/files?name=letter.txt", aFile());
  const { id } = await done("manager", "POST", "/sources", {
    body: { ...aSource, title: crypto.randomUUID() },
  });
  await done("manager", "POST", `/sources/${String(id)}/files`, { body: { file: file.id } });
  return { source: String(id), file: String(file.id) };
}

async function freshFinding(): Promise<string> {
  return `/findings/${String((await done("auditor", "POST", "/findings", { body: findingBody })).reference)}`;
}

async function freshApproval(): Promise<{ path: string; version: number }> {
  const approval = await done("manager", "POST", "/approvals", { body: approvalBody });
  return { path: `/approvals/${String(approval.id)}`, version: Number(approval.version) };
}

/** A shared view of the auditor's, of a list that an administrator doesn't read. */
async function freshView(): Promise<string> {
  return `/views/${String((await done("auditor", "POST", "/views", { body: viewBody() })).id)}`;
}

/** A second session of the actor, or of the officer if nobody is signed in. */
async function anotherSession(who: Who | null): Promise<string> {
  const asks = who ?? "officer";
  await cookieFor(asks);
  const { body } = await api.call(asks, "GET", "/me/sessions");
  const other = (body.items as { id: string; isThis: boolean }[]).find(({ isThis }) => !isThis);
  return other?.id ?? "";
}

const hookBody = { name: "A program", url: "https://hooks.example.org/register" };

/** The officer's; at most five of one person are open. */
async function freshHook(): Promise<string> {
  const { body } = await api.call("officer", "GET", "/me/webhooks");
  for (const { id } of body.items as { id: string }[])
    await done("officer", "POST", `/webhooks/${id}/remove`, { body: {} });
  return `/webhooks/${String((await done("officer", "POST", "/me/webhooks", { body: hookBody })).id)}`;
}

/** The officer's. */
async function freshToken(): Promise<string> {
  const { number } = await done("officer", "POST", "/me/tokens", { body: { name: "A program", days: 1 } });
  return String(number);
}

const somebody = () => ({
  email: `${crypto.randomUUID()}@register.example`,
  name: `New officer ${crypto.randomUUID()}`,
  role: "OFFICER",
  desk: ["FR"],
});

const aGroup = () => ({ name: `group-${crypto.randomUUID()}`, role: "OFFICER", desk: ["FR"] });

const aTrigger = () => ({
  code: `T_${crypto.randomUUID().replaceAll("-", "_").toUpperCase()}`,
  title: "A fact of the world",
});

async function versioned(path: string): Promise<{ path: string; version: number }> {
  return { path, version: Number((await done("admin", "GET", path, {})).version) };
}

/** A proposal to make someone a manager. */
async function freshAccountProposal(): Promise<string> {
  const body = { ...somebody(), role: "MANAGER", desk: [], reason: "Decides from now on" };
  return String((await done("admin", "POST", "/people", { body })).id);
}

async function freshPerson(): Promise<{ path: string; version: number }> {
  const person = await done("admin", "POST", "/people", { body: somebody() });
  return { path: `/people/${String(person.id)}`, version: Number(person.version) };
}
