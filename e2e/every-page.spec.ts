// Every page, on a desk and on a phone, light and dark: axe finds nothing wrong, nothing overflows the
// window, and no page is too long.
// Each names the unknown parameters of its address, and links to no address that has one.
// SHOTS names a folder for pictures of the pages, and of their A4 prints.
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import {
  deskOffered,
  DESKTOP,
  expect,
  expectAccessible,
  logPledge,
  PHONE,
  piece,
  post,
  signIn,
  test,
  type Who,
} from "./fixtures";
import { unknownParameters } from "../app/page-parameters";
import { aPdfOf } from "../tests/support/files/sample-documents";
import { sendFile, sendSheet, stateOf, tryOut } from "./sheets";

/** `LANGUAGES=all`: every page in every language. */
const ALL = process.env["LANGUAGES"] === "all";
const OTHERS = ["fr", "uk"];

type Found = (page: Page) => Promise<string>;
type Address = string | Found;

/** English names on record: accounts that the demonstration names by role, the register, pasted cells. */
const NAMES = ["Manager", "Auditor", "Administrator", "Register", "Pasted cells"];

/** Texts that exist in English only, by the language whose pages must not show them. */
const ENGLISH: Record<string, Set<string>> = Object.fromEntries(
  OTHERS.map((language) => [language, differing(language)]),
);

/** Who opens which addresses of a route. */
const PAGES: Record<string, [who: Who | null, ...addresses: Address[]]> = {
  "/sign-in": [null, "/sign-in"],
  "/": ["manager", "/"],
  "/access-log": ["auditor", "/access-log", "/access-log?from=31+February+2026"],
  "/audit": ["auditor", "/audit", "/audit?record=two+words&from=2026-01-01"],
  "/audit/[seq]": [
    "auditor",
    "/audit/1",
    linkOn("/audit?record=FR-3-001&action=pledge.changed,pledge.stage-set", /\/audit\/\d+/),
  ],
  "/admin/people": ["admin", "/admin/people", "/"],
  "/admin/people/new": ["admin", "/admin/people/new"],
  "/admin/people/[id]": ["admin", linkOn("/admin/people", /\/admin\/people\/[0-9a-f-]{36}/)],
  "/admin/people/[id]/hand-over": [
    "admin",
    async (page) => `${await personCalled(page, "officer")}/hand-over`,
  ],
  "/admin/programs": ["admin", "/admin/programs"],
  "/admin/settings": ["admin", "/admin/settings"],
  "/briefing": ["manager", "/briefing"],
  "/briefing/[code]": ["manager", "/briefing/FR"],
  "/calendar": [
    "manager",
    "/calendar",
    "/calendar?month=2026-03&kind=vote",
    "/calendar?show=list",
    "/calendar?show=list&kind=evidence&participant=IS",
  ],
  "/changes": ["manager", "/changes", "/changes?since=2026-01-01T00:00:00Z&participant=AT&class=BLOCKED"],
  "/conditions": ["manager", "/conditions"],
  "/conditions/[code]": ["manager", "/conditions/CEASEFIRE_IN_FORCE", "/conditions/US-4-001?stage=COMMITTED"],
  "/conditions/[code]/edit": ["manager", "/conditions/CEASEFIRE_IN_FORCE/edit"],
  "/conditions/new": ["manager", "/conditions/new"],
  "/coverage": ["manager", "/coverage", "/coverage?cell=FR-3"],
  "/coverage/map": ["manager", "/coverage/map", "/coverage/map?cell=FR-3"],
  "/coverage/over-time": ["manager", "/coverage/over-time"],
  "/coverage/stages": ["manager", "/coverage/stages"],
  "/definitions": ["manager", "/definitions"],
  "/entry-lag": ["auditor", "/entry-lag", "/entry-lag?group=participant&stated=no&to=6.1.26"],
  "/findings": ["auditor", "/findings?state=OPEN,ANSWERED,CLOSED", "/findings?q=zzzzz"],
  "/findings/[id]": ["auditor", noted],
  "/findings/new": ["auditor", "/findings/new?about=nothing", "/findings/new?about=pledge:FR-3-001"],
  "/inbox": ["manager", told, "/inbox?show=read&kind=OWNER"],
  "/inbox/[seq]": [
    "manager",
    async (page) => {
      await told(page);
      return linkOn("/inbox?kind=TO_DECIDE", /\/inbox\/\d+/)(page);
    },
  ],
  "/inbox/watching": ["manager", "/inbox/watching"],
  "/exports/verify": ["auditor", "/exports/verify"],
  "/mine": ["officer", "/mine"],
  "/mine/hand-over": ["officer", "/mine/hand-over"],
  "/mine/hand-over/[id]": ["officer", async (page) => `/mine/hand-over/${await deskOffered(page)}`],
  "/exports": ["auditor", "/exports", "/exports?what=REGISTER&filter=priority%3D3%26stage%3DPLEDGED"],
  "/imports": ["officer", "/imports"],
  "/imports/[id]": ["officer", uploaded, triedOut, broughtIn],
  "/participants": ["manager", "/participants"],
  "/participants/[code]": ["manager", "/participants/GB", "/participants/AT"],
  "/participants/[code]/edit": ["admin", "/participants/CZ", "/participants/CZ/edit"],
  "/participants/[code]/searched/[priority]": ["manager", "/participants/IE/searched/5"],
  "/pledges": ["officer", "/pledges", "/pledges?q=zzzzz&participant=FR"],
  "/pledges/new": ["officer", "/pledges/new"],
  "/pledges/[reference]": [
    "manager",
    "/pledges/FR-3-001",
    voided,
    async (page) => `/pledges/${await proposed(page)}`,
  ],
  "/pledges/[reference]/approvals/[id]": [
    "manager",
    "/pledges/FR-3-001/approvals/new",
    linkOn("/pledges/DE-3-001", /\/pledges\/DE-3-001\/approvals\/[0-9a-f-]{36}/),
  ],
  "/pledges/[reference]/compare": [
    "manager",
    linkOn("/pledges/US-3-001", /\/pledges\/US-3-001\/compare[^"]*/),
  ],
  "/pledges/[reference]/condition": ["manager", "/pledges/DE-3-001/condition"],
  "/pledges/[reference]/disputes/[field]": [
    "manager",
    async (page) => `/pledges/${await disputed(page)}/disputes/stage`,
  ],
  "/pledges/[reference]/edit": ["manager", "/pledges/FR-3-001/edit"],
  "/pledges/[reference]/evidence": ["manager", "/pledges/FR-3-001/evidence"],
  "/pledges/[reference]/evidence/[id]": [
    "manager",
    linkOn("/pledges/FR-3-001", /\/pledges\/FR-3-001\/evidence\/[0-9a-f-]{36}/),
  ],
  "/pledges/[reference]/peek": ["manager", "/pledges/FR-3-001/peek"],
  "/pledges/[reference]/stage": [
    "manager",
    "/pledges/FR-3-001/stage",
    async (page) => `/pledges/${await proposed(page)}/stage`,
  ],
  "/pledges/[reference]/suggest": ["officer-north", "/pledges/FR-3-001/suggest"],
  "/pledges/[reference]/suggestions/[id]": ["manager", suggested],
  "/pledges/[reference]/void": ["manager", "/pledges/FR-3-001/void"],
  "/profile": ["manager", "/profile?error=password:password-common"],
  "/profile/tokens": ["officer", "/profile/tokens"],
  "/profile/webhooks": ["officer", "/profile/webhooks"],
  "/questions": [
    "officer",
    async (page) => {
      await asked(page);
      return "/questions?state=OPEN,ANSWERED,WITHDRAWN";
    },
    "/questions?q=zzzzz",
  ],
  "/questions/[id]": ["officer", asked],
  "/questions/new": [
    "officer",
    "/questions/new?about=nothing",
    "/questions/new?about=FR-3-001&code=NO_OWNER",
    linkOn("/mine", /\/questions\/new\?about=[^"]*/),
  ],
  "/requirements": ["manager", "/requirements"],
  "/requirements/[reference]": ["manager", "/requirements/DEMO-1"],
  "/requirements/[reference]/edit": ["manager", "/requirements/DEMO-1/edit"],
  "/requirements/[reference]/offer": ["manager", "/requirements/DEMO-1/offer"],
  "/requirements/[reference]/offers/[id]": [
    "manager",
    linkOn("/requirements/DEMO-1", /\/requirements\/DEMO-1\/offers\/[0-9a-f-]{36}/),
  ],
  "/requirements/new": ["manager", "/requirements/new"],
  "/review": ["manager", "/review"],
  "/review/accounts": ["admin", "/review/accounts"],
  "/review/[id]": ["manager", linkOn("/review", /\/review\/[0-9a-f-]{36}[^"]*/)],
  "/sample": ["auditor", "/sample?seed=look"],
  "/scenarios": ["manager", "/scenarios"],
  "/scenarios/new": ["manager", "/scenarios/new"],
  "/sources": ["manager", "/sources"],
  "/sources/[id]/attach": [
    "manager",
    async (page) => `${await hrefOn(page, "/sources", /\/sources\/[0-9a-f-]{36}/)}/attach`,
  ],
  "/sources/[id]/files/[file]": [
    "manager",
    async (page) =>
      hrefOn(page, await sourceWithText(page), /\/sources\/[0-9a-f-]{36}\/files\/[0-9a-f-]{36}/),
  ],
  "/sources/[id]/drafts": ["manager", drafted],
  "/sources/[id]/drafts/[draft]": [
    "manager",
    async (page) => hrefOn(page, await drafted(page), /\/sources\/[0-9a-f-]{36}\/drafts\/[0-9a-f-]{36}/),
  ],
  "/sources/[id]/log": ["manager", captured],
  "/sources/new": ["manager", "/sources/new"],
  "/sources/[id]": ["manager", sourceWithText],
  "/views": ["manager", kept],
  "/views/new": ["manager", "/views/new?address=/pledges?stage=PLEDGED%26owner=none", "/views/new"],
  "/views/[id]": ["manager", async (page) => `/views/${await viewKept(page)}`],
  "/unresolved": ["manager", "/unresolved?open=NO_QUANTITY", "/unresolved?group=owner&class=QUALITY"],
  "/unresolved/ages": ["manager", "/unresolved/ages"],
  "/[...missing]": ["manager", "/nowhere"],
};

/** Routes that only another story reaches; it checks them as well. */
const IN_A_STORY = [
  "/pledges/[reference]/deliveries/[id]",
  "/pledges/[reference]/deliveries/new",
  "/profile/second-factor",
  "/review/accounts/[id]",
  "/scenarios/[id]",
  "/set-password/[token]",
  "/sign-in/code",
  "/sign-in/set-up",
];

test.describe.configure({ mode: "parallel" });
test.use({ expectedErrors: [/status of 404/] });

test("no page is left out", () => {
  const app = path.resolve(import.meta.dirname, "../app");
  const routes = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => `/${path.dirname(file)}`.replace("/(register)", "") || "/");
  expect(routes.length).toBeGreaterThan(50);
  expect(routes.sort()).toEqual([...Object.keys(PAGES), ...IN_A_STORY].sort());
});

test.describe("the accessibility check finds", () => {
  const page = (body: string, style = "") =>
    `<!doctype html><html lang="en"><head><title>A page</title><style>:root{color-scheme:light dark}
     body{background:#fff;color:#111}@media(prefers-color-scheme:dark){body{background:#111;color:#eee}}${style}</style></head>
     <body><main><h1>A page</h1>${body}</main></body></html>`;
  for (const [name, body, style] of [
    ["nothing", "<p>All is well.</p>", null],
    [
      "a text too faint",
      '<p class="faint">Faint</p>',
      ".faint{color:#ccc}@media(prefers-color-scheme:dark){.faint{color:#eee}}",
    ],
    ["one too faint in the dark alone", '<p class="faint">Faint</p>', ".faint{color:#222}"],
    [
      "one among many that look well",
      `${"<p>Well.</p>".repeat(50)}<p><b style="color:#bbb">Faint</b></p>`,
      "",
    ],
    ["a picture without words", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', ""],
    ["what runs out of the window", '<p style="width:3000px">Wide</p>', ""],
  ] as const)
    test(name, async ({ page: tab }) => {
      await tab.setContent(page(body, style ?? ""));
      const judged = expectAccessible(tab);
      if (style === null) await judged;
      else await expect(judged).rejects.toThrow();
    });
});

for (const [number, [route, [who, ...addresses]]] of Object.entries(PAGES).entries())
  test(route, async ({ page }) => {
    if (ALL) test.setTimeout(300_000);
    await page.setViewportSize(DESKTOP);
    const [first] = addresses;
    const start = typeof first === "string" ? first : "/profile";
    if (who !== null) await signIn(page, who, start);
    for (const [place, address] of addresses.entries()) {
      const found = typeof address === "string" ? address : await address(page);
      for (const [size, viewport] of Object.entries({ desk: DESKTOP, phone: PHONE })) {
        await page.setViewportSize(viewport);
        if (size === "desk" && (who === null || found !== start)) await page.goto(found);
        await expect(page.getByRole("heading", { level: 1 }), found).toBeVisible();
        await expectAccessible(page);
        if (size === "desk") {
          expect(await notTaken(page), found).toEqual([]);
          expect(await heightOf(page), found).toBeLessThanOrEqual(mayBeLong(found) ? Infinity : TALLEST);
        }
        await keepPictures(page, `${route}${place === 0 ? "" : `-${place + 1}`}-${size}`);
      }
      await expectSent(page, found, route === "/[...missing]" ? [] : [SAID]);
      for (const language of OTHERS.filter(
        (_, turn) => ALL || (place === 0 && turn === number % OTHERS.length),
      ))
        await lookAt(page, found, language, `${route}${place === 0 ? "" : `-${place + 1}`}`);
    }
  });

/** In px, before anything is opened. */
const TALLEST = 2_500;
const mayBeLong = (address: string): boolean => address === "/definitions" || /[?&]open=/.test(address);

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);

/** Addresses of links and forms with a parameter that their page doesn't know. */
async function notTaken(page: Page): Promise<string[]> {
  const addresses = await page.evaluate(() => [
    ...[...document.querySelectorAll("a[href^='/']")].map((link) => link.getAttribute("href") ?? ""),
    ...[...document.querySelectorAll("form[action^='/']:not([method=post])")].map((form) => {
      const names = [...form.querySelectorAll("[name]")].map((one) => one.getAttribute("name") ?? "");
      return `${form.getAttribute("action") ?? ""}?${names.map((name) => `${name}=`).join("&")}`;
    }),
  ]);
  return addresses
    .map((address) => address.split("#")[0] ?? "")
    .filter((address) => unknownParameters(address, { asOf: true }).length > 0);
}

const SAID = "This page has no parameter “unheard-of”. It was not applied.";

/** Before its script is there, the page says these words, and no button looks ready that does nothing yet. */
async function expectSent(page: Page, found: string, said: string[]): Promise<void> {
  const [address = ""] = found.split("#");
  const sent = await page.evaluate(sentBy, `${address}${address.includes("?") ? "&" : "?"}unheard-of=1`);
  expect(sent.idle, found).toEqual([]);
  for (const words of said) expect(sent.said, found).toContainEqual(expect.stringContaining(words));
}

/** With `LANGUAGES=all`, each page in each language and with axe; otherwise in one of them, by turns. */
async function lookAt(page: Page, found: string, language: string, name: string): Promise<void> {
  const url = new URL(page.url()).origin;
  await page.context().addCookies([{ name: "language", value: language, url }]);
  for (const [size, viewport] of Object.entries(ALL ? { desk: DESKTOP, phone: PHONE } : { phone: PHONE })) {
    await page.setViewportSize(viewport);
    await page.goto(found);
    await expect(page.locator("html"), found).toHaveAttribute("lang", language);
    await expect(page.getByRole("heading", { level: 1 }), found).toBeVisible();
    if (ALL) await expectAccessible(page);
    expect(await page.evaluate(outOfTheWindow), `${found} in ${language}`).toBeLessThanOrEqual(0);
    const texts = await page.evaluate(textsOnPage);
    expect(
      texts.filter((text) => ENGLISH[language]?.has(text)),
      `${found} in ${language}`,
    ).toEqual([]);
    await keepPictures(page, `${name}-${language}-${size}`);
  }
  await page.context().addCookies([{ name: "language", value: "en", url }]);
}

async function sentBy(address: string): Promise<{ said: string[]; idle: string[] }> {
  const sent = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const doesNothing = (button: HTMLButtonElement): boolean =>
    !button.matches("[disabled], [popovertarget], noscript *") &&
    (button.type === "button" || (button.type === "submit" && !button.form?.hasAttribute("action")));
  return {
    said: [...sent.querySelectorAll("main p")].map(({ textContent }) => textContent),
    idle: [...sent.querySelectorAll("button")].filter(doesNothing).map((button) => button.outerHTML),
  };
}

const outOfTheWindow = (): number => document.documentElement.scrollWidth - window.innerWidth;

/** The texts that the page says in its own language. */
function textsOnPage(): string[] {
  const found: string[] = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const within = walk.currentNode.parentElement;
    const isOurs =
      within?.closest("[lang]") === document.documentElement && !within.closest("script, [translate=no]");
    if (isOurs) found.push(walk.currentNode.textContent?.trim() ?? "");
  }
  return found;
}

/** English texts that the language translates differently. */
function differing(language: string): Set<string> {
  const folder = path.resolve(import.meta.dirname, "../lib/i18n/messages");
  const texts = (of: string, file: string): string[] =>
    flat(JSON.parse(readFileSync(path.join(folder, of, file), "utf8")));
  const files = readdirSync(path.join(folder, "en"));
  const own = new Set(files.flatMap((file) => texts(language, file)));
  return new Set(
    files
      .flatMap((file) => texts("en", file))
      .filter((text) => !own.has(text) && !text.includes("{") && text.length > 2 && !NAMES.includes(text)),
  );
}

function flat(node: unknown): string[] {
  return typeof node === "string" ? [node] : Object.values(node as object).flatMap(flat);
}

function linkOn(where: string, link: RegExp): Found {
  return (page) => hrefOn(page, where, link);
}

async function hrefOn(page: Page, where: string, link: RegExp): Promise<string> {
  await page.goto(where);
  const found = (await page.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href"))))
    .map((href) => link.exec(href ?? "")?.[0])
    .find((href) => href !== undefined);
  expect(found, `${where} leads to ${String(link)}`).toBeDefined();
  return found ?? "";
}

async function personCalled(page: Page, who: Who): Promise<string> {
  await page.goto("/admin/people");
  const row = page.getByRole("row").filter({ hasText: `${who}@register.example` });
  return (await row.getByRole("link").first().getAttribute("href")) ?? "";
}

/** A text that was read from a PDF, with a pledge that rests on it already. */
async function captured(page: Page): Promise<string> {
  return `${await sourceWithText(page)}/log`;
}

/** A text that was read into drafts. */
async function drafted(page: Page): Promise<string> {
  const source = await sourceWithText(page);
  await post(page, `${source}/drafts`, {});
  return `${source}/drafts`;
}

/** It has a second file, which was retracted. */
async function sourceWithText(page: Page): Promise<string> {
  const lines = [
    "Paris, 6 January 2026.",
    "",
    "France said that several thousand soldiers",
    "could deploy after a ceasefire.",
  ];
  const letter = await sendFile(page, "communiqué.pdf", aPdfOf([lines]));
  const { text } = await post<{ text: string }>(page, `/files/${letter}/text`, {});
  const document = {
    publisher: "A ministry",
    title: `A captured text ${Date.now()}`,
    language: "en",
    ownership: "OFFICIAL",
  };
  const sent = { ...document, text, files: [letter], readFrom: letter };
  const source = `/sources/${(await post<{ id: string }>(page, "/sources", sent)).id}`;
  const file = await sendFile(page, "another meeting.txt", Buffer.from("Of another meeting."));
  await post(page, `${source}/files`, { file });
  await post(page, `${source}/files/${file}/retract`, { reason: "Of another meeting." });
  const quote = text.slice(24);
  const evidence = [
    {
      ...piece("OFFICIAL_STATEMENT"),
      source: { id: path.basename(source) },
      quote,
      span: { start: 24, end: text.length },
    },
  ];
  await logPledge(page, { participant: "CY", priority: 5, title: "From a text", evidence });
  return source;
}

/** A file whose columns are still to be mapped. */
async function uploaded(page: Page): Promise<string> {
  const sheet = readFileSync("tests/imports/data/pledges.csv");
  const { id } = await sendSheet(page, sheet);
  return `/imports/${id}`;
}

/** One whose rows were tried, with some in error. */
async function triedOut(page: Page): Promise<string> {
  const address = await uploaded(page);
  await tryOut(page, address);
  return address;
}

/** A file that was imported, and may be undone. */
async function broughtIn(page: Page): Promise<string> {
  const sheet = `Country,Priority,Title,Stage,Publisher,Evidence\nFrance,1,Looked at ${Date.now()},Signalled,Le Monde,press\n`;
  const address = `/imports/${(await sendSheet(page, sheet)).id}`;
  await tryOut(page, address);
  await post(page, `${address}/run`, {});
  await expect.poll(() => stateOf(page, address)).toBe("DONE");
  return address;
}

async function noted(page: Page): Promise<string> {
  const text = "The quote is not in the source that it names.\nPage 3 speaks of two brigades, not of three.";
  const { reference } = await post<{ reference: string }>(page, "/findings", {
    about: "pledge:FR-3-001",
    text,
  });
  return `/findings/${reference}`;
}

/** A question that was answered and reopened, about a pledge with other open questions. */
async function asked(page: Page): Promise<string> {
  const text = "We have on record that troops would be sent.\n\nFrom when would they be available?";
  const question = { about: "FR-3-001", askedOf: "Ministry of the Armed Forces", text };
  await post(page, "/questions", question);
  const { reference } = await post<{ reference: string }>(page, "/questions", question);
  const answer = { text: "From the autumn on, it is said.", answeredOn: "2026-02-01" };
  await post(page, `/questions/${reference}/answer`, answer, { "If-Match": '"1"' });
  const again = { reason: "Which autumn?", dueOn: "2100-01-12" };
  await post(page, `/questions/${reference}/reopen`, again, { "If-Match": '"2"' });
  return `/questions/${reference}`;
}

/** A new view each time, so that the table has rows. */
async function kept(page: Page): Promise<string> {
  await viewKept(page);
  return "/views";
}

async function viewKept(page: Page): Promise<string> {
  const address = "/pledges?participant=FR,GB,DE&stage=SIGNALLED,PLEDGED&class=GAP,BLOCKED,QUALITY";
  const view = { name: `To ask about ${Date.now()}`, address, shared: true };
  return (await post<{ id: string }>(page, "/views", view)).id;
}

/** Another desk suggests something, which waits for an answer. */
async function suggested(page: Page): Promise<string> {
  await signIn(page, "officer-south", "/profile");
  const body = { text: "The window ends a month later.", why: "The ministry says so.", field: "windowEnd" };
  const { id } = await post<{ id: string }>(page, "/pledges/FR-3-001/suggestions", body);
  await signIn(page, "manager", "/profile");
  return `/pledges/FR-3-001/suggestions/${id}`;
}

/** Someone else proposes something, which waits for a manager. */
async function told(page: Page): Promise<string> {
  await signIn(page, "officer-south", "/profile");
  await proposed(page);
  await signIn(page, "manager", "/profile");
  return "/inbox";
}

async function voided(page: Page): Promise<string> {
  const reference = await logPledge(page, { participant: "NZ", priority: 2 });
  await post(page, `/pledges/${reference}/void`, { reason: "Logged twice." }, { "If-Match": '"1"' });
  return `/pledges/${reference}`;
}

function disputed(page: Page): Promise<string> {
  const against = { ...piece("MEDIA_REPORT"), supports: false, field: "stage", claims: "nothing promised" };
  return logPledge(page, { participant: "NZ", priority: 2, evidence: [piece("NOTE_VERBALE"), against] });
}

async function proposed(page: Page): Promise<string> {
  const reference = await disputed(page);
  const wish = { to: "COMMITTED", reason: "Signed." };
  await post(page, `/pledges/${reference}/stage`, wish, { "If-Match": '"1"' });
  return reference;
}

async function keepPictures(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name.replace(/^\//, "").replace(/[^\w-]+/g, "_"));
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.screenshot({ path: `${file}-${colorScheme}.png`, fullPage: true });
  }
  if (name.endsWith("desk")) await page.pdf({ path: `${file}.pdf`, format: "A4", preferCSSPageSize: true });
}
