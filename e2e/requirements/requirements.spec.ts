// What is needed, what is offered, and what doesn't count: stories 5, 7 and 9.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import {
  factOf,
  DESKTOP,
  errorsOn,
  expect,
  expectAccessible,
  findingOf,
  logPledge,
  openFold,
  PHONE,
  piece,
  post,
  signIn,
  test,
} from "../fixtures";

test("Germany's forces fit next door, and inside Ukraine a caveat is in the way", async ({ page }) => {
  await signIn(page, "manager", "/requirements");
  await expect(findingOf(page)).toContainText(/Firm offers fill 0 of \d+ requirements/);
  const land = needed(page, "DEMO land force inside Ukraine");
  await expect(land).toContainText("needed 15,000 people");
  await expect(land.getByText("Near miss").locator("..")).toContainText(
    /DE-3-001 Germany.*neighbouring NATO territory, not in Ukraine/,
  );
  await land.getByRole("link", { name: "DEMO land force inside Ukraine" }).click();
  const german = offers(page).getByRole("row", { name: /DE-3-001/ });
  await expect(german).toContainText("Near miss");
  await expect(german).toContainText("neighbouring NATO territory, not in Ukraine");
  await expect(german).toContainText("not counted: near miss");
  await expectAccessible(page);

  await german.getByRole("link", { name: "DE-3-001", exact: true }).click();
  const linked = page.getByRole("complementary").getByRole("list").filter({ hasText: "DEMO-2" });
  await expect(linked.getByRole("listitem").filter({ hasText: "DEMO-2" })).toContainText("Fits");
  await expect(linked.getByRole("listitem").filter({ hasText: "DEMO-1" })).toContainText("Near miss");
  await openFold(page.getByRole("region", { name: "Unresolved" }), "Resolve");
  const gap = page.getByRole("listitem").filter({ hasText: "Offer does not fit" });
  await expect(gap).toContainText("Offered for DEMO-1, but a caveat rules it out: geographic.");
});

test("the drawing of needs is downloaded with its finding and each need's title", async ({ page }) => {
  await signIn(page, "manager", "/requirements");
  const needs = page.getByRole("region", { name: "Coverage by requirement" });
  const finding = await needs.getByRole("heading", { level: 3 }).first().innerText();
  const [picture] = await Promise.all([
    page.waitForEvent("download"),
    needs.getByRole("button", { name: "Picture (SVG)" }).click(),
  ]);
  expect(picture.suggestedFilename()).toBe("needs.svg");
  const drawn = readFileSync(await picture.path(), "utf8");
  expect(drawn).toContain(finding.slice(0, 30));
  expect(drawn).toContain("DEMO land force inside Ukraine");
  expect(drawn).toContain("Not official");
  expect(drawn.match(/<svg/g)?.length).toBe(6);
  const data = await needs.getByRole("link", { name: "Data (CSV)" }).getAttribute("href");
  expect((await page.request.get(data ?? "")).status()).toBe(200);
});

test("declined pledges are a position: the shortfall stays, and none is on the unresolved list", async ({
  page,
}) => {
  await signIn(page, "auditor", "/requirements/DEMO-1");
  await expect(factOf(page, "Shortfall").first()).toContainText("15,000");
  await expect(page.getByRole("region", { name: "Still open" })).toContainText("Shortfall");
  const declined = (await page.request
    .get("/api/v1/pledges?stage=DECLINED&limit=200")
    .then((answer) => answer.json())) as List;
  expect(declined.items.map(({ participant, priority }) => `${participant}-${String(priority)}`)).toEqual(
    expect.arrayContaining(["BG-3", "CZ-3", "GR-3", "HR-3", "IE-3", "IT-3", "PL-3", "RO-3", "FI-4"]),
  );
  const open = (await page.request
    .get("/api/v1/unresolved?limit=200")
    .then((answer) => answer.json())) as List;
  const references = open.items.map(({ reference }) => reference);
  for (const { reference } of declined.items) expect(references).not.toContain(reference);
  await expect(page.getByRole("link", { name: "Offer a contribution" })).toHaveCount(0);
});

test.describe("with fields left out", () => {
  test.use({ expectedErrors: [/status of 422/] });
  test("money is shown next to people, and is never summed with them", async ({ page, meet }) => {
    await signIn(page, "manager", "/requirements/new");
    await page.getByRole("button", { name: "Record the requirement" }).click();
    await expect(errorsOn(page)).toContainText("Enter a title");
    await expect(errorsOn(page)).toContainText("Choose the domain, or “Not stated”");
    await expectAccessible(page);
    await page.locator("#reference").fill("prepare-1");
    await page.locator("#title").fill("Equipment for the deploying force");
    await page.locator("#capability").selectOption("FUNDING");
    await page.locator("#priority").selectOption("3");
    await page.locator("#domain").selectOption("LAND");
    await page.locator("#location").selectOption("IN_UKRAINE");
    await page.locator("#criticality").selectOption("2");
    await page.getByRole("radio", { name: "Money" }).check();
    await page.locator("[id='money.amount']").fill("300,000,000");
    await page.locator("[id='money.currency']").selectOption("GBP");
    await page.locator("[id='neededBy.day']").fill("30");
    await page.getByRole("button", { name: "Record the requirement" }).click();
    await expect(page).toHaveURL("/requirements/PREPARE-1");

    await page.getByRole("link", { name: "Offer a contribution" }).first().click();
    // Other stories may have logged more funding.
    const britain = page.getByRole("radio", { name: /GB-3-00\d United Kingdom: £200m to prepare/ });
    await expect(britain).toHaveCount(1);
    await page.getByRole("button", { name: "Make the offer" }).click();
    await expect(errorsOn(page)).toContainText("Choose a contribution");
    await britain.check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Make the offer" }).click();
    await expect(offers(page).getByRole("row", { name: /£200m/ })).toContainText(
      /GBP 200 million.*Conditional/s,
    );
    await expect(bar(page, "Conditional")).toContainText("GBP 200 million");
    await expect(bar(page, "Firm")).toContainText("GBP 0");
    await expect(factOf(page, "Shortfall").first()).toContainText("GBP 300 million");

    // The deployment that it prepares is people, only pledged, and belongs to another requirement.
    const beside = await meet("auditor", "/requirements");
    await expect(bar(needed(beside, "DEMO land force inside Ukraine"), "Conditional")).toContainText("0");
    await expect(needed(beside, "DEMO land force inside Ukraine")).not.toContainText("GBP");
    await expectAccessible(beside);

    await offers(page)
      .getByRole("link", { name: /Withdraw the offer of/ })
      .click();
    await page.getByRole("button", { name: "Withdraw the offer" }).click();
    await expect(errorsOn(page)).toContainText("Enter a reason");
    await page.locator("#reason").fill("Meant for another purpose.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Withdraw the offer" }).click();
    await expect(bar(page, "Conditional")).toContainText("GBP 0");
    await expect(page.getByRole("region", { name: "History" })).toContainText("Meant for another purpose.");

    await page.getByRole("link", { name: "Edit or close" }).click();
    await page.locator("[id='closed.reason']").fill("Met by other means.");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByText("Met by other means.").first()).toBeVisible();
    await expect(page.getByRole("link", { name: "Offer a contribution" })).toHaveCount(0);
  });
});

test("an offer counts from its notice to move, day by day; the list is sorted as the address says", async ({
  page,
}) => {
  await signIn(page, "manager", "/requirements");
  const reference = await logPledge(page, {
    participant: "NO",
    priority: 3,
    title: "Ships that clear mines",
    windowStart: "2026-06-01",
    contributions: [
      {
        kind: "MINE_CLEARANCE",
        domain: "SEA",
        location: "BLACK_SEA",
        quantity: { kind: "RANGE", min: 2, max: 3, unit: "SHIP", asStated: null },
        noticeToMoveDays: 10,
      },
    ],
    evidence: [piece("SIGNED_DOCUMENT")],
  });
  const pledge = (await page.request.get(`/api/v1/pledges/${reference}`).then((answer) => answer.json())) as {
    contributions: { id: string }[];
  };
  const contribution = pledge.contributions[0]?.id;
  await post(page, "/requirements", {
    reference: "MINES-1",
    title: "Ships that clear mines",
    capability: "MINE_CLEARANCE",
    priority: 3,
    domain: "SEA",
    location: "BLACK_SEA",
    quantity: { kind: "EXACT", min: 8, max: 8, unit: "SHIP" },
    neededBy: { day: 14 },
    criticality: 2,
  });
  await post(page, "/requirements/MINES-1/offers", { pledge: reference, contribution });

  await page.goto("/requirements/MINES-1");
  await expect(bar(page, "Indicative")).toContainText("2–3");
  const days = page.getByRole("region", { name: "Who is there, day by day" });
  await expect(days.getByRole("row", { name: /^D\+0/ }).getByRole("cell")).toHaveText(["0", "0", "0", "8"]);
  await expect(days.getByRole("row", { name: /^D\+10/ }).getByRole("cell")).toHaveText([
    "0",
    "0",
    "2–3",
    "8",
  ]);

  await page.goto("/requirements?sort=due&day=14");
  await expect(page.getByRole("article").getByRole("heading", { level: 3 }).first()).toHaveText(
    "DEMO staff for the force headquarters",
  );
  await openFold(page, "Who would be there, by requirement");
  await expect(
    page
      .getByRole("region", { name: "Day by day after the ceasefire" })
      .getByRole("row", { name: /MINES-1/ }),
  ).toContainText("2–3");
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
});

test("the response ladder shows who is there one, two, three, seven and thirty days after a renewed attack", async ({
  page,
}) => {
  await signIn(page, "manager", "/requirements");
  const line = {
    kind: "MONITORING_SENSORS",
    domain: "SPACE",
    location: "AIRSPACE",
    quantity: { kind: "APPROXIMATE", min: 4, max: 4, unit: "SYSTEM", asStated: "some four" },
  };
  const offered: Record<string, string> = {};
  await post(page, "/requirements", {
    ...{ reference: "SPACE-1", title: "Warning from space", capability: "MONITORING_SENSORS", priority: 4 },
    ...{ domain: "SPACE", location: "AIRSPACE", criticality: 2, neededBy: { day: 2 } },
    quantity: { kind: "EXACT", min: 9, max: 9, unit: "SYSTEM" },
  });
  for (const [participant, noticeToMoveDays] of [
    ["CA", 2],
    ["JP", null],
    ["AU", 1],
  ] as const) {
    const contributions = [{ ...line, noticeToMoveDays }];
    const reference = await logPledge(page, { participant, priority: 4, contributions });
    const answer = await page.request.get(`/api/v1/pledges/${reference}`);
    const { contributions: own } = (await answer.json()) as { contributions: { id: string }[] };
    await post(page, "/requirements/SPACE-1/offers", { pledge: reference, contribution: own[0]?.id });
    offered[participant] = reference;
    if (participant !== "AU") continue;
    const { headers, url } = {
      headers: { Origin: new URL(page.url()).origin, "If-Match": answer.headers()["etag"] ?? "" },
      url: `/api/v1/pledges/${reference}/condition`,
    };
    const condition = { trigger: "CEASEFIRE_IN_FORCE", basis: "STATED" };
    expect((await page.request.put(url, { data: { condition }, headers })).status()).toBe(200);
  }

  await page.goto("/requirements");
  const ladder = page.getByRole("region", { name: "Response ladder" });
  await expect(ladder).toContainText("Assumed to be met on 25 February 2026 (D).");
  // The title is its finding, and the drawing says the same as the table below it.
  await expect(ladder.getByRole("heading", { level: 3 }).first()).toHaveText(
    /^No firm offer is there within 30 days/,
  );
  const drawing = ladder.getByRole("group", { name: /^Space, systems: D\+1 firm 0 of 0 needed/ });
  await expect(drawing).toBeVisible();
  // A day is highlighted while it has the focus, and arrow keys move to the next.
  const second = drawing.getByRole("link", {
    name: "D+2: firm 0, conditional 0, indicative about 4; 9 needed",
  });
  await drawing.getByRole("link").first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(second).toBeFocused();
  await expect(drawing.locator(".lit-words").nth(1)).toBeVisible();
  await expect(drawing.locator(".lit-words").first()).toBeHidden();
  await openFold(ladder, "The same as a table");
  const table = ladder.getByRole("table", { name: /Who is there from D\+1 to D\+30/ });
  const space = table.locator("tbody").filter({ hasText: "Space, systems" });
  const cells = (name: string) => space.getByRole("row", { name }).getByRole("cell");
  await expect(cells("Needed by then")).toHaveText(["nothing", "9", "9", "9", "9"]);
  await expect(cells("Indicative")).toHaveText(["0", ...times(4, "about 4Canada")]);
  await expect(cells("Firm")).toHaveText(times(5, "0"));
  await expect(cells("Shortfall")).toHaveText(["none", ...times(4, "9 SPACE-1")]);
  const apart = ladder.getByRole("table", { name: "Not in the table" });
  await expect(apart.getByRole("row", { name: /^Space/ }).getByRole("cell")).toHaveText([
    offered["JP"] ?? "",
    offered["AU"] ?? "",
    "none",
    "none",
  ]);
  await expectAccessible(page);

  await ladder.getByRole("combobox").selectOption("CEASEFIRE_IN_FORCE");
  await ladder.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/trigger=CEASEFIRE_IN_FORCE/);
  await openFold(ladder, "The same as a table");
  await expect(cells("Indicative")).toHaveText(["about 4Australia", ...times(4, "about 8AustraliaCanada")]);
  const file = await page.request.get(
    (await ladder.getByRole("link", { name: "Export" }).getAttribute("href")) ?? "",
  );
  expect(await file.text()).toContain("CEASEFIRE_IN_FORCE,SPACE,SYSTEM,1,2026-02-26");
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
});

test("an administrator can't read requirements, and an officer can't change them", async ({ page, meet }) => {
  await signIn(page, "admin", "/requirements");
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Requirements");
  const officer = await meet("officer", "/requirements/new");
  await expect(officer.getByText("Managers record requirements and offers")).toBeVisible();
  await officer.goto("/requirements/DEMO-1/edit");
  await expect(officer).toHaveURL("/requirements/DEMO-1");
});

interface List {
  items: { reference: string; participant: string; priority: number }[];
}

const needed = (page: Page, title: string) => page.getByRole("article", { name: title });
const offers = (page: Page) => page.getByRole("region", { name: "Offers", exact: true });
const bar = (inside: Page | ReturnType<typeof needed>, name: string) =>
  inside.getByRole("link", { name: new RegExp(`^${name}: `) });

const times = (n: number, text: string): string[] => Array.from({ length: n }, () => text);
