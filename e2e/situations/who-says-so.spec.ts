// Every page of the demonstration that says what a pledge waits for also says on whose authority.
import type { Page } from "@playwright/test";
import { expect, openFold, signIn, test } from "../fixtures";

const CODES = [
  "DEPENDS_ON_PARTNER",
  "TRIGGER_BLOCKING",
  "TRIGGER_WAITING",
  "DEADLOCK",
  "CONDITION_DEAD",
  "CONDITION_UNSOURCED",
];

test("no page says what a pledge waits for without saying who says so", async ({ page }) => {
  test.slow();
  await signIn(page, "manager", "/conditions");
  const waiting = await waitingOf(page);
  const codes = [...new Set(waiting.map((reference) => reference.split("-")[0] ?? ""))];
  expect(waiting.length).toBeGreaterThan(30);
  const addresses = [
    ...["/", "/briefing", "/changes", "/conditions", "/coverage", "/requirements", "/unresolved"],
    ...CODES.map((code) => `/unresolved?code=${code}&open=${code}`),
    ...waiting.map((reference) => `/pledges/${reference}`),
    ...codes.map((code) => `/participants/${code}`),
    ...["DE", "UA", "US"].map((code) => `/briefing/${code}`),
    ...waiting.slice(0, 8).map((reference) => `/coverage?cell=${reference.slice(0, -4)}`),
  ];
  const found = { told: 0, wrong: [] as string[] };
  for (const address of new Set(addresses)) {
    const { told, untold } = await page.evaluate(sentencesAt, address);
    found.told += told;
    found.wrong.push(...untold.map((text) => `${address}: ${text}`));
  }
  expect(found.wrong).toEqual([]);
  expect(found.told).toBeGreaterThan(100);

  const csv = await (await page.request.get("/api/v1/unresolved.csv")).text();
  const lines = csv.split("\r\n").filter((line) => CODES.some((code) => line.includes(code)));
  expect(lines.length).toBeGreaterThan(30);
  const says = /said so\.|record attributes it to|report it\.|our reading/;
  expect(lines.filter((line) => !says.test(line))).toEqual([]);
});

test("the deadlock says what is stated, reported, our reading, and denied", async ({ page }) => {
  await signIn(page, "auditor", "/conditions");
  const deadlock = page.getByRole("article").filter({ hasText: "Deadlock" }).first();
  await expect(deadlock).toContainText(/\d+ links: \d+ stated, \d+ reported, \d+ our reading/);
  await expect(deadlock).toContainText(/evidence contradicts? this/);
});

test("a briefing counts our reading of conditions, or leaves it out", async ({ page }) => {
  await signIn(page, "manager", "/briefing");
  await openFold(page.getByRole("main"), "More for the call");
  const holding = page.getByRole("region", { name: "What holds the most pledges back" });
  await expect(holding).toContainText("Counts our reading of conditions too.");
  const ours = holding.getByRole("row").filter({ hasText: /our reading/ });
  expect(await ours.count()).toBeGreaterThan(0);
  await holding.getByRole("link", { name: "Leave our reading out" }).click();
  await expect(page).toHaveURL("/briefing?inferred=without#holding");
  await expect(holding).toContainText("Counts only what participants and others have said.");
  await expect(holding.getByRole("row").filter({ hasText: /only in our reading/ })).toHaveCount(0);
  await holding.getByRole("link", { name: "Count our reading as well" }).click();
  await expect(page).toHaveURL("/briefing#holding");
});

/** Runs on the page: the innermost blocks that state a condition, and those that don't say who says so. */
async function sentencesAt(address: string): Promise<{ told: number; untold: string[] }> {
  const tells =
    /Waits (only )?(until|for (?!the |an? |what ))|Must come before|Cannot start while this|No evidence says that it waits|Starts when/;
  const says =
    /The participant said so\.|The record attributes it to |Others report it\.|This is our reading\.|The record does not say who said so\.|[:(] ?(stated|reported|our reading|not recorded who said so)/;
  const html = await (await fetch(address)).text();
  const main = new DOMParser().parseFromString(html, "text/html").querySelector("main");
  const blocks = [...(main?.querySelectorAll("p, li, td, dd") ?? [])].filter(
    (block) =>
      tells.test(block.textContent) &&
      ![...block.querySelectorAll("p, li, td, dd")].some((inner) => tells.test(inner.textContent)),
  );
  const untold = blocks.filter((block) => !says.test(block.textContent));
  return { told: blocks.length, untold: untold.map(({ textContent }) => textContent.slice(0, 200)) };
}

async function waitingOf(page: Page): Promise<string[]> {
  const answer = await page.request.get("/api/v1/pledges?waits=any&limit=200");
  return ((await answer.json()) as { items: { reference: string }[] }).items.map(
    ({ reference }) => reference,
  );
}
