// Every page that names a coalition-only pledge carries its marking. Pages are found by following links from
// every page with a fixed address, so that a new page is checked as well.
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, logPledge, piece, post, signIn, test, type Who } from "./fixtures";

// Each role also requests lists and pages that it may not see.
test.use({ expectedErrors: [/status of 40[34]/] });

const MARKING = "(coalition only)";

/** The routes of all pages behind the sign-in, such as `/pledges/[reference]`. */
const ROUTES = readdirSync("app/(register)", { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "page.tsx" && !file.includes("[..."))
  .map((file) => `/${path.dirname(file)}`.replace(/^\/\.$/, "/"));

/** At most so many pages of a route; those about the marked pledges come first. */
const SAMPLED = 2;

/**
 * These pages change in the browser what the server has drawn, name what only a file brings, or are about an
 * account or a desk. They have their own stories.
 */
const ELSEWHERE = new Set([
  "/sources/[id]/drafts/[draft]",
  "/sources/[id]/files/[file]",
  "/imports/[id]",
  "/inbox/[seq]",
  "/mine/hand-over/[id]",
  "/review/accounts/[id]",
  "/views/[id]",
]);

/** Routes that must name the marked pledges of this story. */
const NAMING = [
  "/audit",
  "/audit/[seq]",
  "/briefing/[code]",
  "/changes",
  "/conditions",
  "/conditions/[code]",
  "/coverage",
  "/entry-lag",
  "/findings",
  "/findings/[id]",
  "/mine",
  "/participants/[code]",
  "/pledges",
  "/pledges/[reference]",
  "/pledges/[reference]/edit",
  "/pledges/[reference]/evidence",
  "/pledges/[reference]/stage",
  "/questions",
  "/questions/[id]",
  "/requirements/[reference]",
  "/review",
  "/review/[id]",
  "/sample",
  "/scenarios/[id]",
  "/sources/[id]",
  "/unresolved",
];

/** The routes that a role checks: a manager all, others what a manager may not see or what is personal. */
const LOOKED_AT: Partial<Record<Who, RegExp>> = {
  manager: /./,
  auditor: /^\/(audit|access-log|findings|entry-lag|sample|exports)/,
  "officer-north": /^\/(mine|inbox|questions|imports)/,
  admin: /^\/(admin|participants)/,
};

/** Lists show only their first rows, so these addresses ask for the marked pledges. */
const ASKED: Record<string, string[]> = {
  "/audit": ["/audit?record=FI-3"],
  "/conditions": ["/conditions?participant=FI"],
  "/coverage": ["/coverage?cell=FI-3"],
  "/changes": ["/changes?since=2025-01-01T00:00:00Z&participant=FI"],
  "/entry-lag": ["/entry-lag?participant=FI"],
  "/findings": ["/findings?state=OPEN,ANSWERED,CLOSED"],
  "/questions": ["/questions?state=OPEN,ANSWERED,WITHDRAWN"],
  "/pledges": ["/pledges?participant=FI"],
  "/unresolved": ["/unresolved?participant=FI&group=participant&open=FI"],
  "/briefing/[code]": ["/briefing/FI"],
  "/participants/[code]": ["/participants/FI"],
};

const ALWAYS = new Set(Object.values(ASKED).flat());

test("every page that names a marked pledge carries the marking", async ({ page, meet }) => {
  test.setTimeout(300_000);
  await signIn(page, "manager");
  const marked = await markedPledges(page, await meet("officer-north"), await meet("auditor"));
  const people = new Map<Who, Page>([["manager", page]]);
  for (const who of ["auditor", "officer-north", "admin"] as const) people.set(who, await meet(who));

  const [seen, naming] = [new Map<string, Set<string>>(), new Set<string>()];
  const wrong: string[] = [];
  for (const [who, by] of people) {
    const waiting = [...ALWAYS, ...ROUTES.filter((route) => !route.includes("["))];
    for (const reference of marked) waiting.unshift(...ofPledge(reference));
    waiting.unshift(...(await particular(by, marked)));
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const route = routeOf(address);
      const key = `${who} ${route ?? ""}`;
      const known = seen.get(key) ?? new Set();
      if (route === undefined || !LOOKED_AT[who]?.test(route) || known.has(address)) continue;
      const isAsked = ALWAYS.has(address) || marked.some((reference) => address?.includes(reference));
      if (known.size >= (isAsked ? 3 * SAMPLED : SAMPLED)) continue;
      seen.set(key, known.add(address));
      const { unmarked, names, links } = await look(by, address, marked);
      if (names) naming.add(route);
      wrong.push(...unmarked.map((text) => `${who} ${address}: ${text}`));
      waiting.push(...links);
    }
  }
  expect(wrong).toEqual([]);
  expect(NAMING.filter((route) => !naming.has(route))).toEqual([]);
  const visited = new Set([...seen.keys()].map((key) => key.split(" ")[1]));
  expect(ROUTES.filter((route) => !visited.has(route) && !ELSEWHERE.has(route))).toEqual([]);
});

/** Logs two pledges with everything that a pledge can have around it. */
async function markedPledges(manager: Page, officer: Page, auditor: Page): Promise<string[]> {
  const given = {
    participant: "FI",
    priority: 3,
    handling: "COALITION",
    owner: "officer-north@register.example",
  };
  const contributions = [
    {
      kind: "TROOPS",
      domain: "LAND",
      location: "IN_UKRAINE",
      quantity: { kind: "EXACT", min: 200, max: 200, unit: "PERSON", asStated: null },
    },
  ];
  const late = {
    nextAction: "Ask for the letter",
    nextActionDueOn: "2026-02-01",
    statedOn: "2025-01-01",
    lastConfirmedOn: "2025-01-01",
  };
  const first = await logPledge(manager, { ...given, title: "Quiet help", contributions });
  const second = await logPledge(officer, { ...given, title: "More quiet help", ...late, contributions });
  const origin = new URL(manager.url()).origin;
  const condition = { all: [{ trigger: "CEASEFIRE_IN_FORCE" }, { pledge: first, atLeast: "COMMITTED" }] };
  const put = await manager.request.put(`/api/v1/pledges/${second}/condition`, {
    data: { condition, reason: "As stated." },
    headers: { Origin: origin, "If-Match": '"1"' },
  });
  expect(put.ok(), await put.text()).toBe(true);
  await post(officer, `/pledges/${first}/evidence`, piece("SIGNED_DOCUMENT"));
  await post(officer, `/pledges/${first}/comments`, { text: "Called." });
  await post(officer, "/questions", { about: first, askedOf: "Ministry", text: "From when?" });
  await post(auditor, "/findings", { about: `pledge:${first}`, text: "The quote is cut off." });
  const approval = {
    participant: "FI",
    kind: "PARLIAMENT_VOTE",
    body: "Eduskunta",
    subject: "Ships",
    status: "TABLED",
  };
  await post(officer, "/approvals", { ...approval, serves: [first] });
  const {
    contributions: [line],
  } = await read<{ contributions: { id: string }[] }>(manager, `/pledges/${first}`);
  await post(manager, "/requirements/DEMO-1/offers", { pledge: first, contribution: line?.id });
  await post(officer, `/pledges/${first}/evidence`, {
    ...piece("MEDIA_REPORT"),
    supports: false,
    field: "stage",
    claims: "Nothing promised",
  });
  const { evidence } = await read<{ evidence: { id: string }[] }>(manager, `/pledges/${first}`);
  await post(officer, `/pledges/${first}/deliveries`, {
    contribution: line?.id,
    quantity: { kind: "EXACT", min: 10, max: 10, unit: "PERSON", asStated: null },
    money: null,
    deliveredOn: "2026-02-01",
    definition: "HANDED_OVER",
    evidence: [evidence[0]?.id],
    note: null,
  });
  await post(manager, `/pledges/${first}/suggestions`, { text: "From April on.", why: "It was said again." });
  const assumptions = [{ pledge: first, atLeast: "COMMITTED" }];
  await post(manager, "/scenarios", { name: "If it were signed", assumptions });
  const { version } = await read<{ version: number }>(manager, `/pledges/${first}`);
  await post(
    officer,
    `/pledges/${first}/stage`,
    { to: "COMMITTED", reason: "Signed." },
    { "If-Match": `"${version}"` },
  );
  return [first, second];
}

/** Pages of some records that the lists may not show first. */
async function particular(by: Page, [reference = ""]: readonly string[]): Promise<string[]> {
  const first = async (list: string): Promise<{ id?: string; seq?: number } | undefined> =>
    (await read<{ items?: { id?: string; seq?: number }[] }>(by, list)).items?.[0];
  const [source, person, entry, suggestion] = [
    await first("/sources"),
    await first("/people"),
    await first(`/audit?record=${reference}`),
    await first(`/pledges/${reference}/suggestions`),
  ];
  return [
    ...(source?.id ? [`/sources/${source.id}/log`, `/sources/${source.id}/drafts`] : []),
    ...(person?.id ? [`/admin/people/${person.id}/hand-over`] : []),
    ...(entry?.seq ? [`/audit/${String(entry.seq)}`] : []),
    `/pledges/${reference}/suggest`,
    ...(suggestion?.id ? [`/pledges/${reference}/suggestions/${suggestion.id}`] : []),
    `/sample?n=200&seed=${seedThatDraws(reference)}`,
  ];
}

/** With the one seed of many that ranks the reference first, it is drawn however many pledges there are. */
function seedThatDraws(reference: string): string {
  const seeds = Array.from({ length: 10_000 }, (_, number) => `marked-${String(number)}`);
  const digest = (seed: string) => createHash("sha256").update(`${seed}${reference}`).digest("hex");
  return seeds.reduce((least, seed) => (digest(seed) < digest(least) ? seed : least));
}

/** Fetched by the page itself, which reopens a connection that the server closed meanwhile. */
const asked = (page: Page, address: string): Promise<{ status: number; text: string }> =>
  page.evaluate(async (where) => {
    const answer = await fetch(where);
    return { status: answer.status, text: await answer.text() };
  }, address);

async function read<T>(page: Page, address: string): Promise<T> {
  return JSON.parse((await asked(page, `/api/v1${address}`)).text) as T;
}

const ofPledge = (reference: string): string[] => [
  `/pledges/${reference}`,
  ...[
    "edit",
    "stage",
    "void",
    "evidence",
    "condition",
    "approvals/new",
    "deliveries/new",
    "disputes/stage",
    "peek",
  ].map((step) => `/pledges/${reference}/${step}`),
];

/** Fixed names take precedence over placeholders. */
function routeOf(address: string): string | undefined {
  const parts = (address.split(/[?#]/)[0] ?? "").split("/");
  const matches = ROUTES.filter((route) => {
    const names = route.split("/");
    return (
      names.length === parts.length && names.every((name, at) => name.startsWith("[") || name === parts[at])
    );
  });
  return matches.sort((a, b) => a.split("[").length - b.split("[").length)[0];
}

interface Looked {
  names: boolean;
  /** Texts that name a marked pledge without its marking. */
  unmarked: string[];
  links: string[];
}

/** Examines the page as it is drawn without scripts. */
async function look(page: Page, address: string, marked: readonly string[]): Promise<Looked> {
  const { status, text: html } = await asked(page, address);
  if (status >= 500) return { names: false, unmarked: [`answers ${String(status)}`], links: [] };
  return page.evaluate(
    ({ sent, marked: references, marking }) => {
      const drawn = new DOMParser().parseFromString(sent, "text/html");
      for (const script of drawn.querySelectorAll("script, template, style")) script.remove();
      const main = drawn.querySelector("main");
      const text = main?.textContent ?? "";
      const named = references.filter((reference) => text.includes(reference));
      const links = [...(main?.querySelectorAll("a") ?? [])];
      const bare = links
        .filter((link) => references.includes(link.textContent.trim()))
        .map((link) => link.closest("tr, li, dd, p, h1, h2, h3, div")?.textContent ?? "")
        .filter((row) => !row.includes(marking));
      return {
        names: named.length > 0,
        unmarked: [...(named.length > 0 && !text.includes(marking) ? ["the page"] : []), ...bare],
        links: links
          .map((link) => link.getAttribute("href") ?? "")
          .filter((href) => /^\/(?!\/|api\/)/.test(href)),
      };
    },
    { sent: html, marked: [...marked], marking: MARKING },
  );
}
