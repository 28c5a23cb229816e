// A communiqué becomes drafts, and a person accepts them: by keyboard, in at most three actions a pledge, and by plain forms.
import type { Page } from "@playwright/test";
import {
  changeRows,
  DESKTOP,
  errorsOn,
  expect,
  expectAccessible,
  logPledge,
  PHONE,
  piece,
  post,
  scriptThere,
  signIn,
  test,
} from "../fixtures";

// A title that is too long.
test.use({ expectedErrors: [/status of 422/] });

const TEXT = [
  "Latvia will train 120 Ukrainian soldiers after a ceasefire.",
  "Latvia could provide €4 million for ammunition.",
  "Latvia will not send troops to Ukraine.",
].join("\n\n");

test("a pasted text becomes accepted drafts by keyboard, in at most three actions a pledge", async ({
  page,
}) => {
  await signIn(page, "manager", "/sources/new");
  await page.getByLabel("Publisher", { exact: true }).fill("Government of Latvia");
  await page.getByLabel("Title of the document").fill(`Riga ${crypto.randomUUID()}`);
  await page.getByRole("textbox", { name: "Published on" }).fill("2026-02-24");
  await page.getByLabel("Ownership of the publisher").selectOption("OFFICIAL");
  await page.getByLabel("Text", { exact: true }).fill(TEXT);
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}\/drafts$/);
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(3);
  await expectAccessible(page);
  await expect(rows.nth(0)).toContainText("will");
  await expect(rows.nth(1)).toContainText("may");
  await expect(rows.nth(2)).toContainText("won’t");
  const lit = page.getByRole("region", { name: "The text" }).locator("mark");
  await expect(lit.filter({ hasText: "120" })).toBeVisible();

  // Once for the text.
  await page.getByLabel("Kind of evidence").first().selectOption("OFFICIAL_STATEMENT");
  await page.getByLabel("Reliability of the source").first().selectOption("B");
  await page.getByLabel("Credibility of the information").first().selectOption("2");
  await page.locator("summary[aria-current]").focus();

  const actions: number[] = [];
  for (const priority of ["2", "5", "3"]) {
    let count = 0;
    for (const key of [priority, "a"]) {
      await page.keyboard.press(key);
      count += 1;
    }
    actions.push(count);
  }
  expect(Math.max(...actions)).toBeLessThanOrEqual(3);
  await expect(page.getByText("3 accepted, 0 skipped, 0 to review")).toBeVisible();
  // Nothing is on record yet.
  const source = new URL(page.url()).pathname.replace(/\/drafts$/, "");
  expect((await read<{ evidence: unknown[] }>(page, source)).evidence).toEqual([]);

  await page.keyboard.press("Control+Enter");
  const logged = page.getByRole("status").filter({ hasText: /^On record: LV-.*, LV-.*, LV-/ });
  await expect(logged.getByRole("link", { name: /^LV-/ })).toHaveCount(3);
  await expect(page.getByText("0 accepted, 0 skipped, 0 to review, 3 on record")).toBeVisible();
  await expect(page.getByText("No draft is open for you.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Read the text again" })).toBeVisible();
  const { evidence } = await read<{ evidence: { pledge: string; quote: string; stage: string }[] }>(
    page,
    source,
  );
  expect(evidence.map(({ pledge, stage }) => [pledge.slice(0, 4), stage]).sort()).toEqual([
    ["LV-2", "PLEDGED"],
    ["LV-3", "DECLINED"],
    ["LV-5", "SIGNALLED"],
  ]);
  for (const { quote } of evidence) expect(TEXT).toContain(quote);
  // Other stories count the demonstration's records, so these are voided.
  for (const { pledge } of evidence) await voided(page, pledge);
});

test("a missing value is asked for at its field; a mark can be undone, and changes survive a reload", async ({
  page,
}) => {
  await signIn(page, "manager");
  const source = await captured(page);
  await page.goto(`${source}/drafts`);
  await expect(page.getByRole("button", { name: "Log accepted drafts" })).toBeEnabled();
  const first = rowsOf(page).first();
  await first.getByLabel("Priority").selectOption("");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await expect(first.getByText("Choose a priority")).toBeVisible();
  await expect(page.getByText("0 accepted, 0 skipped, 3 to review")).toBeVisible();
  await page.keyboard.press("2");
  await page.keyboard.press("m");
  await expect(first.locator("summary")).toContainText("may");
  await page.keyboard.press("a");
  await page.keyboard.press("s");
  await expect(page.getByText("1 accepted, 1 skipped, 1 to review")).toBeVisible();
  await page.keyboard.press("z");
  await expect(page.getByText("1 accepted, 0 skipped, 2 to review")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Choose what kind of evidence the text is",
  );
  await page.getByLabel("Kind of evidence").first().selectOption("OFFICIAL_STATEMENT");
  await page.getByLabel("Reliability of the source").first().selectOption("B");
  await page.getByLabel("Credibility of the information").first().selectOption("2");
  await first.locator("summary").click();
  const title = first.getByLabel("What", { exact: true });
  const kept = await title.inputValue();
  await title.fill("x".repeat(131));
  await page.keyboard.press("Control+Enter");
  await expect(errorsOn(page).getByRole("link", { name: "At most 120 characters" })).toHaveText(
    /^LV, x+: What: At most/,
  );
  await expect(first.locator(".errmsg")).toHaveText(/^Error: At most 120 characters/);
  await title.fill(kept);
  await page.reload();
  await expect(page.getByText("1 accepted, 0 skipped, 2 to review")).toBeVisible();
  await expect(rowsOf(page).first().locator("summary")).toContainText("may");

  await page.goto(`${source}/drafts`);
  await scriptThere(page);
  await rowsOf(page).nth(1).locator("summary").click();
  await rowsOf(page).nth(1).getByRole("link", { name: "Change other fields" }).click();
  await scriptThere(page);
  await page.getByLabel("Title", { exact: true }).fill("Money for shells");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/drafts\?row=/);
  await expect(rowsOf(page).nth(1).locator("summary")).toContainText("Money for shells");
});

test("a draft is shown next to a similar pledge on record: it is the same, an update or new", async ({
  page,
}) => {
  await signIn(page, "manager");
  const pledge = await logPledge(page, {
    participant: "LV",
    priority: 2,
    title: "Training of 120 Ukrainian soldiers",
    evidence: [piece("OFFICIAL_STATEMENT")],
  });
  const source = await captured(page);
  await page.goto(`${source}/drafts`);
  const first = rowsOf(page).first();
  const alike = first.getByRole("region", { name: `May be on record as ${pledge}` });
  await expect(alike).toBeVisible();
  await expect(alike.getByRole("row", { name: /^Stage/ })).toContainText("Pledged");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);
  const repeats = first.getByRole("textbox", { name: "On record as" });
  await alike.getByRole("button", { name: `The same as ${pledge}` }).click();
  await expect(repeats).toHaveValue(pledge);
  await expect(first.getByText("they are added to it as evidence")).toBeVisible();
  await alike.getByRole("button", { name: `New, not ${pledge}` }).click();
  await expect(repeats).toHaveValue("");
  // What it says is corrected.
  const says = first.getByLabel("Says", { exact: true });
  await says.selectOption("won’t");
  const opposite = first.getByRole("region", { name: `May say the opposite of ${pledge}` });
  await expect(opposite).toBeVisible();
  await expect(alike).toHaveCount(0);
  await expect(opposite.getByRole("button")).toHaveText([`New, not ${pledge}`]);
  await says.selectOption("may");
  await expect(alike.getByRole("button", { name: `The same as ${pledge}` })).toBeVisible();
  await alike.getByRole("link", { name: `An update: change ${pledge}` }).click();
  await page.waitForURL(`/pledges/${pledge}/edit`);
  await voided(page, pledge);
});

test("without drafts of one’s own, the page says if the rules found none, and how many other desks have", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer-north");
  const found = page.getByText("The rules found no pledge in this text.");
  const elsewhere = await captured(page);
  const theirs = await meet("officer", `${elsewhere}/drafts`);
  await expect(theirs.getByText("No draft is open for you.")).toBeVisible();
  await expect(theirs.getByText("3 drafts are with other desks.")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Read the text again" })).toBeVisible();
  await expect(theirs.getByText("The rules found no pledge in this text.")).toBeHidden();

  const { id } = await post<{ id: string }>(page, "/sources", { ...aText(), text: "It rained in Riga." });
  await page.goto(`/sources/${id}/drafts`);
  await expect(page.getByText("No draft is open for you.")).toBeVisible();
  await expect(found).toBeHidden();
  await page.getByRole("button", { name: "Find the pledges in the text" }).click();
  await expect(found).toBeVisible();
  await expect(page.getByRole("button", { name: "Read the text again" })).toBeVisible();
});

test("the page stays with its rows once all of them are settled", async ({ page }) => {
  await signIn(page, "manager");
  const sums = Array.from({ length: 101 }, (_, place) => String(place + 4));
  const source = await captured(
    page,
    sums.map((sum) => `Latvia could provide €${sum} million for ammunition.`).join("\n\n"),
  );
  const id = source.split("/").at(-1) ?? "";
  const settled = "SELECT id FROM pledge_draft WHERE source_id = $1::uuid ORDER BY starts LIMIT 99";
  await changeRows(`UPDATE pledge_draft SET state = 'ASIDE' WHERE id IN (${settled})`, id);
  await page.goto(`${source}/drafts`);
  const shown = page.getByText("This page shows drafts 1 to 100 of 101.");
  await expect(shown).toContainText("2 drafts are open.");
  await expect(page.getByRole("button", { name: "Log accepted drafts" })).toBeEnabled();
  await page.keyboard.press("s");
  await page.keyboard.press("Control+Enter");
  await expect(shown).toContainText("1 draft is open.");
  await expect(rowsOf(page)).toHaveCount(100);
  await rowsOf(page).last().getByRole("button", { name: "Reopen" }).click();
  await expect(shown).toContainText("2 drafts are open.");
  await page.reload();
  await expect(shown).toContainText("2 drafts are open.");
});

test("two drafts that repeat the same pledge name it once when they are logged", async ({ page }) => {
  await signIn(page, "manager");
  const pledge = await logPledge(page, {
    ...{ participant: "LV", priority: 2, title: "Training and ammunition" },
    evidence: [piece("OFFICIAL_STATEMENT")],
  });
  await page.goto(`${await captured(page)}/drafts`);
  await page.getByLabel("Kind of evidence").first().selectOption("OFFICIAL_STATEMENT");
  await page.getByLabel("Reliability of the source").first().selectOption("B");
  await page.getByLabel("Credibility of the information").first().selectOption("2");
  for (const row of [rowsOf(page).nth(0), rowsOf(page).nth(1)]) {
    await expect(row.locator("summary")).toBeFocused();
    await page.keyboard.press("e");
    await row.getByRole("textbox", { name: "On record as" }).fill(pledge);
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
  }
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("0 accepted, 0 skipped, 1 to review, 2 on record")).toBeVisible();
  const logged = page.getByRole("status").filter({ hasText: /^On record: LV-/ });
  await expect(logged.getByRole("link")).toHaveText([pledge]);
  await voided(page, pledge);
});

test("without a script a row's own form accepts, skips and says what is wrong", async ({ browser, page }) => {
  await signIn(page, "manager");
  const source = await captured(page);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${source}/drafts`);
  const [first, second] = [rowsOf(plain).nth(0), rowsOf(plain).nth(1)];
  await first.getByLabel("Priority").selectOption("2");
  await first.getByLabel("Kind of evidence").selectOption("INTERNAL_NOTE");
  await first.getByLabel("Reliability of the source").selectOption("B");
  await first.getByLabel("Credibility of the information").selectOption("2");
  await first.getByRole("button", { name: "Accept" }).click();
  await expect(plain.getByRole("alert")).not.toBeEmpty();
  await first.getByLabel("Priority").selectOption("2");
  await first.getByLabel("Kind of evidence").selectOption("OFFICIAL_STATEMENT");
  await first.getByLabel("Reliability of the source").selectOption("B");
  await first.getByLabel("Credibility of the information").selectOption("2");
  await first.getByRole("button", { name: "Accept" }).click();
  await expect(first.locator("summary")).toContainText("LV-2-");
  await second.locator("summary").click();
  await second.getByRole("button", { name: "Skip" }).click();
  await expect(second.locator("summary")).toContainText("skipped");
  const { evidence } = await read<{ evidence: { pledge: string }[] }>(page, source);
  expect(evidence).toHaveLength(1);
  for (const { pledge } of evidence) await voided(page, pledge);
  await context.close();
});

const rowsOf = (page: Page) => page.getByRole("region", { name: "Drafted pledges" }).locator("ol > li");

const read = async <T>(page: Page, address: string): Promise<T> =>
  (await (await page.request.get(`/api/v1${address}`)).json()) as T;

const aText = () => ({
  publisher: "Government of Latvia",
  title: `Riga ${crypto.randomUUID()}`,
  publishedOn: "2026-02-24",
  language: "en",
  ownership: "OFFICIAL",
  text: TEXT,
});

async function captured(page: Page, text = TEXT): Promise<string> {
  const source = `/sources/${(await post<{ id: string }>(page, "/sources", { ...aText(), text })).id}`;
  await post(page, `${source}/drafts`, {});
  return source;
}

async function voided(page: Page, pledge: string): Promise<void> {
  await post(page, `/pledges/${pledge}/void`, { reason: "Logged for a story" });
}
