// Recording as a desk does it, by the forms alone.
import type { Page } from "@playwright/test";
import { expect } from "../fixtures";

export interface LoggedLine {
  kind?: string;
  domain?: string;
  location?: string;
  quantity?: { kind: string; min?: string; max?: string; unit?: string };
  /** As it is typed: "€1bn". */
  money?: string;
  from?: string;
  to?: string;
}

export interface LoggedPledge {
  /** An address like `/pledges/new?participant=CY&priority=3`. */
  at: string;
  title: string;
  stage?: string;
  evidence?: string;
  lines?: readonly LoggedLine[];
  window?: readonly [string, string];
  onBehalfOf?: readonly string[];
  handling?: string;
}

export const at = (page: Page, id: string) => page.locator(`[id="${id}"]`);
export const region = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

/** Logs a pledge, which the page then shows; returns its reference. */
export async function logByForm(page: Page, given: LoggedPledge): Promise<string> {
  const { lines = [{}], stage = "PLEDGED", window, onBehalfOf = [], handling } = given;
  await page.goto(given.at);
  await sourceByForm(page, given.evidence ?? "OFFICIAL_STATEMENT");
  await at(page, "title").fill(given.title);
  await page.locator(`input[name=stage][value=${stage}]`).check();
  if (window) {
    await at(page, "windowStart").fill(window[0]);
    await at(page, "windowEnd").fill(window[1]);
  }
  for (const code of onBehalfOf) await at(page, "onBehalfOf.add").selectOption(code);
  for (const [n, line] of lines.entries()) {
    if (n > 0) await page.getByRole("button", { name: "Add a contribution" }).click();
    await lineByForm(page, n, line);
  }
  if (handling) await at(page, "handling").selectOption(handling);
  await page.getByRole("button", { name: "Save pledge" }).click();
  await expect(page).toHaveURL(/\/pledges\/[A-Z]{2,4}-\d-\d{3}$/);
  return page.url().split("/").at(-1) ?? "";
}

/** Fills in where it was said, and how good the evidence is. */
export async function sourceByForm(
  page: Page,
  kind: string,
  { publisher = "A ministry", prefix = "evidence.0." } = {},
): Promise<void> {
  const source = (field: string) => at(page, `${prefix}${field}`);
  await source("source.publisher").fill(publisher);
  await source("source.ownership").selectOption(kind === "MEDIA_REPORT" ? "INDEPENDENT" : "OFFICIAL");
  await source("kind").selectOption(kind);
  await source("reliability").selectOption("B");
  await source("credibility").selectOption("2");
}

async function lineByForm(page: Page, n: number, line: LoggedLine): Promise<void> {
  const field = (name: string) => at(page, `contributions.${n}.${name}`);
  const { quantity = { kind: "NOT_STATED" }, money, from, to } = line;
  await field("kind").selectOption(line.kind ?? "TROOPS");
  await field("domain").selectOption(line.domain ?? "LAND");
  await field("location").selectOption(line.location ?? "IN_UKRAINE");
  await field("quantity.kind").selectOption(quantity.kind);
  if (quantity.min) await field("quantity.min").fill(quantity.min);
  if (quantity.max) await field("quantity.max").fill(quantity.max);
  if (quantity.unit) await field("quantity.unit").selectOption(quantity.unit);
  if (!money && !from && !to) return;
  const more = field("money.amount").or(field("money.max"));
  if (!(await more.first().isVisible()))
    await at(page, `contributions.${n}`).getByText("Money, notice, dates, caveats").click();
  if (money) {
    await field("money.amount").fill(money);
    await field("money.amount").blur();
  }
  if (from) await field("availableFrom").fill(from);
  if (to) await field("availableTo").fill(to);
}

interface Step {
  to: string;
  reason: string;
}

/** Proposes a step that a manager decides. */
export async function proposeStep(page: Page, reference: string, step: Step): Promise<void> {
  await stepByForm(page, reference, step);
  await expect(page).toHaveURL(`/pledges/${reference}`);
}

/** Fills in and sends the form, whose answer may be a refusal. */
export async function stepByForm(page: Page, reference: string, { to, reason }: Step): Promise<void> {
  await page.goto(`/pledges/${reference}/stage`);
  await page.locator(`input[name=to][value=${to}]`).check();
  await at(page, "reason").fill(reason);
  await page.getByRole("button", { name: "Add new evidence" }).click();
  await sourceByForm(page, to === "ALLOCATED" ? "BUDGET_DOCUMENT" : "SIGNED_DOCUMENT");
  await page.getByRole("button", { name: "Propose the stage" }).click();
}

/** The manager reads the open proposal from the pledge's page, and approves. */
export async function approveByForm(manager: Page, reference: string): Promise<void> {
  await manager.goto(`/pledges/${reference}`);
  await region(manager, /^Proposals?$/)
    .getByRole("link", { name: "Review", exact: true })
    .click();
  await manager.locator("input[name=decision][value=APPROVE]").check();
  await manager.locator("#decide button[type=submit]").click();
  await expect(manager.getByText(/^Approved: /)).toBeVisible();
}

interface GivenApproval {
  body: string;
  until?: string;
  decided?: string;
  limit?: readonly [string, string];
}

/** Records the approval that a parliament has given. */
export async function approvalByForm(page: Page, reference: string, given: GivenApproval): Promise<void> {
  await page.goto(`/pledges/${reference}/approvals/new`);
  await at(page, "body").fill(given.body);
  await at(page, "kind").selectOption("PARLIAMENT_VOTE");
  await at(page, "status").selectOption("APPROVED");
  if (given.decided) await at(page, "decidedOn").fill(given.decided);
  if (given.until) await at(page, "validUntil").fill(given.until);
  if (given.limit) {
    await page.getByRole("button", { name: "Add a limit" }).click();
    await page.getByRole("textbox", { name: /^At most/ }).fill(given.limit[0]);
    await page.getByRole("combobox", { name: /^Unit or currency/ }).selectOption(given.limit[1]);
  }
  await page.locator("form button[type=submit]").last().click();
  await expect(page).toHaveURL(new RegExp(`/pledges/${reference}(#.*)?$`));
}

/** The titles of what is unresolved, folded or not. */
export const openItems = (page: Page) => region(page, "Unresolved").locator("h3");
