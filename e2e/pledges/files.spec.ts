// Documents: attached to evidence and to their source, found again with their hash, downloaded unchanged.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { aPdfOf } from "../../tests/support/files/sample-documents";
import {
  DESKTOP,
  errorsOn,
  expect,
  expectAccessible,
  logPledge,
  PHONE,
  post,
  signIn,
  tabTo,
  test,
  openFold,
} from "../fixtures";

const LETTER = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<< /Title (Letter of intent) >>\nendobj\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
  "latin1",
);
const letter = { name: "Лист про наміри.pdf", mimeType: "application/pdf", buffer: LETTER };
const SHA256 = createHash("sha256").update(LETTER).digest("hex");

test.use({ expectedErrors: [/status of (413|422)/] });

test("an officer attaches a letter as evidence; an auditor downloads it, and its hash is on record", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/mine");
  const reference = await logPledge(page, {
    participant: "IE",
    priority: 2,
    title: "Mine clearance in Kharkiv",
  });
  await page.goto(`/pledges/${reference}/evidence`);

  const chosen = page.getByLabel("Files", { exact: true });
  await chosen.setInputFiles({ ...letter, name: "Letter.png" });
  const refusal = "Letter.png: The name says this is a PNG, but the content is a PDF";
  await expect(page.getByText(refusal)).toBeVisible();
  // Evidence can't be removed, so it is not added without its file.
  await page.getByRole("button", { name: "Add evidence" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText(refusal);
  await page.getByRole("button", { name: "Leave this file out" }).click();
  await expect(page.getByText(refusal)).toHaveCount(0);
  await expect(chosen).toBeFocused();
  await chosen.setInputFiles(letter);
  await expect(page.getByText("Лист про наміри.pdf is uploaded")).toBeVisible();
  await expectAccessible(page);

  // It survives a reload, like everything that is typed.
  await page.reload();
  await expect(page.getByText("Лист про наміри.pdf is uploaded")).toBeVisible();
  await page.getByLabel("Publisher", { exact: true }).fill("Department of Defence");
  await page.getByLabel("Title of the document").fill("Letter of intent");
  await page.getByLabel("Ownership of the publisher").selectOption("OFFICIAL");
  await page.getByLabel("Kind of evidence").selectOption("SIGNED_DOCUMENT");
  await page.getByLabel("Reliability of the source").selectOption("A");
  await page.getByLabel("Credibility of the information").selectOption("1");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(`**/pledges/${reference}#evidence`);
  await expect(page.getByText("The evidence is recorded.")).toBeInViewport();
  await openFold(page.getByRole("region", { name: "Evidence" }).getByRole("listitem").last(), "More");
  const file = page.getByRole("link", { name: "Download Лист про наміри.pdf" });
  await expect(file).toBeVisible();
  await expect(page.getByText(`PDF, ${String(LETTER.length)} bytes, attached by`)).toBeVisible();

  const auditor = await meet("auditor", `/pledges/${reference}`);
  await openFold(auditor.getByRole("region", { name: "Evidence" }).getByRole("listitem").last(), "More");
  await take(auditor, "Download Лист про наміри.pdf");
  await auditor.goto(`/audit?record=${reference}&action=pledge.evidence-added`);
  await auditor.getByRole("table").getByRole("link").first().click();
  await expect(auditor.getByText(SHA256).first()).toBeVisible();
  await auditor.goto("/access-log?kind=DOWNLOAD");
  await expect(
    auditor
      .getByText(/\/api\/v1\/files\/[0-9a-f-]{36}/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
});

test("an error about a file ends with the file, and no other error does", async ({ page }) => {
  await signIn(page, "officer", "/mine");
  const reference = await logPledge(page, { participant: "IE", priority: 2, title: "Radar" });
  await page.goto(`/pledges/${reference}/evidence`);
  const chosen = page.getByLabel("Files", { exact: true });
  const add = page.getByRole("button", { name: "Add evidence" });
  const refused = { ...letter, name: "Letter.png" };
  await add.click();
  const lines = errorsOn(page).getByRole("link");
  await expect(lines.first()).toBeVisible();
  const others = await lines.allInnerTexts();
  await chosen.setInputFiles(refused);
  await page.getByRole("button", { name: "Leave this file out" }).click();
  expect(await lines.allInnerTexts()).toEqual(others);

  await chosen.setInputFiles(refused);
  await expect(page.getByRole("button", { name: "Leave this file out" })).toBeVisible();
  await add.click();
  await expect(lines).toHaveText([/Letter\.png/]);
  await chosen.setInputFiles(letter);
  await expect(page.getByText("Лист про наміри.pdf is uploaded")).toBeVisible();
  await expect(errorsOn(page)).toHaveCount(0);
  await expect(chosen).not.toHaveAttribute("aria-invalid");

  // The summary has the focus when it goes.
  let release: () => void = () => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/v1/files?*", async (route) => {
    await isReleased;
    await route.continue();
  });
  await chosen.setInputFiles({ ...letter, name: "Second.pdf" });
  await add.click();
  await expect(errorsOn(page)).toBeFocused();
  release();
  await expect(page.getByText("Second.pdf is uploaded")).toBeVisible();
  await expect(errorsOn(page)).toHaveCount(0);
  await expect(chosen).toBeFocused();
});

test("an error about one file of a list leads to the control for files", async ({ page }) => {
  await signIn(page, "officer", "/sources/new");
  const sent = page.waitForResponse(/\/api\/v1\/files\?/);
  const control = page.getByLabel("Or its file");
  await control.setInputFiles({
    name: "Speech.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("A speech"),
  });
  const { id } = (await (await sent).json()) as { id: string };
  await expect(page.getByText("Speech.txt is uploaded")).toBeVisible();
  // Meanwhile in another tab: the file is attached elsewhere.
  const source = { publisher: "A ministry", title: `Speech ${crypto.randomUUID()}`, language: "en" };
  await post(page, "/sources", { ...source, ownership: "OFFICIAL", files: [id] });
  await page.getByLabel("Publisher", { exact: true }).fill("Department of Defence");
  await page.getByLabel("Title of the document").fill(`Speech ${crypto.randomUUID()}`);
  await page.getByLabel("Ownership of the publisher").selectOption("OFFICIAL");
  await page.keyboard.press("Control+Enter");
  const line = errorsOn(page).getByRole("link");
  await expect(line).toHaveText(/^Or its file: /);
  await line.click();
  await expect(control).toBeFocused();
  await expect(control).toHaveAttribute("aria-invalid", "true");
});

test("a file is attached to a source by keyboard, and every reader finds it", async ({ page, meet }) => {
  await signIn(page, "officer", "/sources");
  await page.locator("th a").first().click();
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}/);
  const source = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Attach a file" }).click();
  await page.getByRole("button", { name: "Attach the file" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Choose a file");

  const control = page.getByLabel("Attach a file");
  await tabTo(page, control);
  await control.setInputFiles(letter);
  await expect(page.getByText("Лист про наміри.pdf is uploaded")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(`**${source}#files`);
  await expect(page.getByText("The file is attached.")).toBeVisible();

  const row = page.getByRole("row").filter({ hasText: "Лист про наміри.pdf" });
  await row.getByText(`${SHA256.slice(0, 8)} … ${SHA256.slice(-8)}`).click();
  await expect(row).toContainText(SHA256);
  await expect(row).toContainText("PDF");
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await page.setViewportSize(DESKTOP);

  const manager = await meet("manager", source);
  await take(manager, "Download Лист про наміри.pdf");
});

test("a communiqué as a PDF is read, checked and captured; a file attached by mistake is retracted", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/sources/new");
  const said = [
    "Ireland said that 400 soldiers could deploy",
    "after a ceasefire.",
    "",
    "It rules out sending troops to the front.",
  ];
  const communique = { name: "communiqué.pdf", mimeType: "application/pdf", buffer: aPdfOf([said]) };
  const control = page.getByLabel("Or its file");
  await tabTo(page, control);
  await control.setInputFiles({ ...communique, buffer: aPdfOf([[]]) });
  await expect(page.getByText("There is no text in this document")).toBeVisible();
  await control.setInputFiles(communique);
  const text = page.getByLabel("Text", { exact: true });
  await expect(text).toHaveValue(
    "Ireland said that 400 soldiers could deploy after a ceasefire.\n\nIt rules out sending troops to the front.",
  );
  await expect(page.getByText("Read automatically from the PDF communiqué.pdf.")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByText("Read automatically from the PDF communiqué.pdf.")).toBeVisible();
  await text.fill((await text.inputValue()).replace("the front", "the front line"));
  await page.getByLabel("Publisher", { exact: true }).fill("Department of Defence");
  await page.getByLabel("Title of the document").fill(`Communiqué ${crypto.randomUUID()}`);
  await page.getByLabel("Ownership of the publisher").selectOption("OFFICIAL");
  await page.keyboard.press("Control+Shift+Enter");
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}\/log$/);
  await expect(
    page.getByText("read automatically from the PDF communiqué.pdf, and changed by hand"),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Participant: Ireland" })).toBeVisible();

  const source = new URL(page.url()).pathname.replace(/\/log$/, "");
  await page.goto(source);
  const sha256 = createHash("sha256").update(communique.buffer).digest("hex");
  await expect(page.getByText(`SHA-256 of the file: ${sha256}.`)).toBeVisible();
  await page.getByRole("link", { name: "Retract communiqué.pdf" }).click();
  await page.getByRole("button", { name: "Retract the file" }).click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("reason");
  await page.getByLabel("Why was it wrong to attach it?").fill("A draft.");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(`**${source}#files`);
  await expect(page.getByText(/^Retracted by Desk officer, western desk on .*: A draft\.$/)).toBeVisible();
  await expect(page.getByText("This file has since been retracted: A draft.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Download communiqué.pdf" })).toHaveCount(0);

  const auditor = await meet("auditor", source);
  const link = auditor.getByRole("link", { name: "Download communiqué.pdf" });
  const href = (await link.getAttribute("href")) ?? "";
  expect((await auditor.request.get(href)).status()).toBe(200);
  expect((await page.request.get(href)).status()).toBe(403);
});

test("a web page saved from a browser is read, fills in empty fields from its own data, and leads to its drafts", async ({
  page,
}) => {
  await signIn(page, "manager", "/sources/new");
  const saved = `<!doctype html><!-- saved from url=(0027)https://mod.example/news/1 --><html lang="en">
    <head><title>Statement ${crypto.randomUUID()}</title><meta property="og:site_name" content="Government of Estonia">
    <meta property="article:published_time" content="2026-02-24"></head><body><nav><a href="/">Home</a></nav>
    <main><h1>Statement on Ukraine</h1><p>Estonia will train 90 Ukrainian soldiers.<p hidden>Estonia will send 9,000 soldiers.
    <script>document.title = "taken over"</script></main></body></html>`;
  const control = page.getByLabel("Or its file");
  await tabTo(page, control);
  await control.setInputFiles({ name: "Statement.html", mimeType: "text/html", buffer: Buffer.from(saved) });
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue(
    "Statement on Ukraine\n\nEstonia will train 90 Ukrainian soldiers.",
  );
  await page.getByLabel("Title of the document").fill(`Tallinn ${crypto.randomUUID()}`);
  await expect(page.getByText("Details from the page")).toBeVisible();
  await expectAccessible(page);
  await tabTo(page, page.getByRole("button", { name: "Fill in empty fields" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Publisher", { exact: true })).toHaveValue("Government of Estonia");
  await expect(page.getByLabel("Title of the document")).toHaveValue(/^Tallinn/);
  await expect(page.getByLabel("Address")).toHaveValue("https://mod.example/news/1");
  await expect(page.getByRole("textbox", { name: "Published on" })).toHaveValue("24 February 2026");
  await page.getByLabel("Ownership of the publisher").selectOption("OFFICIAL");
  await page.keyboard.press("Control+Enter");
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}\/drafts$/);
  await expect(page.getByRole("region", { name: "Drafted pledges" }).locator("ol > li")).toHaveCount(1);
  await page.goto(page.url().replace(/\/drafts$/, ""));
  await expect(page.getByText("read automatically from the web page Statement.html")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download Statement.html" }).first().click();
  expect((await download).suggestedFilename()).toBe("Statement.html.txt");
});

test("a file of 20 MB is accepted whole, and a larger one is refused", async ({ page }) => {
  await signIn(page, "officer", "/mine");
  const sent = await page.evaluate(async () => {
    const answers = [];
    for (const bytes of [20_000_000, 20_000_001]) {
      const body = new Blob([new Uint8Array(bytes).fill(0x61)]);
      const headers = { "Content-Type": "application/octet-stream" };
      const answer = await fetch("/api/v1/files?name=long.txt", { method: "POST", body, headers });
      answers.push([answer.status, ((await answer.json()) as { bytes?: number }).bytes ?? null]);
    }
    return answers;
  });
  expect(sent).toEqual([
    [201, 20_000_000],
    [413, null],
  ]);
});

/** Downloads the file: exactly its bytes, as an attachment that browsers never display. */
async function take(page: Page, link: string): Promise<void> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).first().click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("Лист про наміри.pdf");
  expect((await readFile(await download.path())).equals(LETTER)).toBe(true);

  const href = (await page.getByRole("link", { name: link }).first().getAttribute("href")) ?? "";
  const answer = await page.request.get(href);
  expect(answer.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringContaining("attachment; "),
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
    "cache-control": "private, no-store",
  });
}
