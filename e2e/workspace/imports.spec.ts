// A desk's spreadsheet by keyboard: read, its columns mapped, its rows tried, one fixed, imported, undone.
import type { Page } from "@playwright/test";
import { expect, expectAccessible, scriptThere, signIn, test } from "../fixtures";

const SHEET = [
  "Pays;Priorité;Titre;Statut;Date;Quantité;Unité;Source;Preuve",
  "France;3;Un hôpital de campagne;Signalled;6 janv. 2026;env. 70;personnes;Élysée;Déclaration officielle",
  "Allemagne;2;Formation d’opérateurs;Pledged;30.02.2026;;;Élysée;Déclaration officielle",
  "Belgique;2;Fonds de soutien;Committed;24 févr. 2026;1,5 Mrd. €;;Moniteur;Document signé",
  "Suède;3;Avions de surveillance;Pledged;30.02.2026;;;Élysée;Déclaration officielle",
].join("\n");

async function goTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole("button", { name }).or(page.getByLabel(name));
  await expect(wanted.first()).toBeEnabled();
  await wanted.first().focus();
  await expect(wanted.first()).toBeFocused();
}

test("an officer imports a sheet, fixes a row, and undoes the import, by keyboard", async ({ page }) => {
  await signIn(page, "officer", "/imports");
  await goTo(page, "Or cells pasted from a spreadsheet");
  await page.keyboard.insertText(SHEET);
  await goTo(page, "Read the file");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "Columns of the file" })).toBeVisible();
  await expect(page.getByText("4 rows below the headings")).toBeVisible();
  await expect(page.getByLabel("Column A, Pays: contains")).toHaveValue("participant");
  await expect(page.getByLabel("Column I, Preuve: contains")).toHaveValue("evidenceKind");
  await expectAccessible(page);
  await goTo(page, "Check the rows");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { name: "Result of the check" })).toBeVisible();
  await expect(page.getByText("“30.02.2026” does not exist").first()).toBeVisible();
  await expect(page.getByText("Logged as Pledged, Committed proposed")).toBeVisible();
  const elsewhere = page.getByRole("row").filter({ hasText: "Avions de surveillance" });
  await expect(elsewhere.getByText(/northern desk or a manager can import it/)).toBeVisible();
  await expect(elsewhere.getByText("Fix row")).toBeHidden();
  await scriptThere(page);
  await goTo(page, "Reason for the stages proposed");
  await page.keyboard.insertText("The agreement was signed");
  await page.getByText("Fix row 3").focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Date (column E)").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText("28.02.2026");
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 new pledges will be recorded")).toBeVisible();
  await expect(page.locator("#row-3 :focus")).toBeInViewport();
  await expect(page.getByRole("status").filter({ hasText: "Row 3: New" })).toBeVisible();

  await page.getByLabel("Leave out the row with errors").focus();
  await page.keyboard.press("Space");
  await page.reload();
  await scriptThere(page);
  await expect(page.getByLabel("Leave out the row with errors")).toBeChecked();
  await goTo(page, "Reason for the stages proposed");
  await expect(page.getByLabel("Reason for the stages proposed")).toHaveValue("The agreement was signed");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText(/3 pledges were logged on/)).toBeVisible();
  await expect(page.getByRole("link", { name: /Logged as BE-2-\d+/ })).toBeVisible();
  await expectAccessible(page);

  const reference =
    (await page.getByRole("link", { name: /Logged as BE-2-/ }).textContent())?.slice("Logged as ".length) ??
    "";
  await goTo(page, "Reason");
  await page.keyboard.insertText("Another sheet was meant");
  await scriptThere(page);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText(/3 pledges are void/)).toBeVisible();
  await page.goto(`/pledges/${reference}`);
  await expect(page.getByText("Another sheet was meant").first()).toBeVisible();
});

test("a row that may be on record is shown next to that pledge, and opens its form filled in, by keyboard", async ({
  page,
}) => {
  await signIn(page, "officer", "/imports");
  const asked = await page.request.get("/api/v1/pledges?participant=FR&stage=SIGNALLED&limit=1");
  const { items } = (await asked.json()) as {
    items: { reference: string; title: string; priority: number }[];
  };
  const [{ reference, title, priority } = { reference: "", title: "", priority: 0 }] = items;
  await goTo(page, "Or cells pasted from a spreadsheet");
  await page.keyboard.insertText(
    `Country;Priority;Title;Stage;Publisher;Evidence\nFrance;${String(priority)};${title.replaceAll(";", ",")}, as revised;Signalled;Élysée;Official statement`,
  );
  await goTo(page, "Read the file");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Columns of the file" })).toBeVisible();
  await goTo(page, "Check the rows");
  await page.keyboard.press("Enter");
  const compared = page
    .getByRole("main")
    .locator("summary")
    .filter({ hasText: /on record/ });
  await compared.focus();
  await page.keyboard.press("Enter");
  const update = page.getByRole("button", { name: `An update of ${reference}` });
  await expect(update).toBeVisible();
  await expectAccessible(page);
  const file = page.url();
  await scriptThere(page);
  await update.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/pledges/${reference}/edit\\?import=`));
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue(/, as revised$/);
  await expectAccessible(page);
  await page.goto(file);
  await expect(page.getByText(`You said that this row is ${reference}`)).toBeVisible();
  await scriptThere(page);
  await compared.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "It is new after all" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`You said that this row is ${reference}`)).toBeHidden();
  await expect(page.getByRole("button", { name: `The same as ${reference}` })).toBeVisible();
});

test.describe("a damaged workbook", () => {
  test.use({ expectedErrors: [/status of 422/] });

  test("is refused at its field, and nothing is kept", async ({ page }) => {
    await signIn(page, "officer", "/imports");
    const files = await page.getByRole("row").count();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "x.xlsx",
      mimeType: "application/zip",
      buffer: Buffer.from("PK\u0003\u0004 nothing"),
    });
    await page.getByRole("button", { name: "Read the file" }).click();
    await expect(page.locator("#file-error")).toContainText("This workbook is damaged");
    await page.reload();
    expect(await page.getByRole("row").count()).toBe(files);
  });
});

test("an auditor sees that others import files", async ({ page }) => {
  await signIn(page, "auditor", "/imports");
  await expect(page.getByText("Only officers and managers can import files.")).toBeVisible();
});

test("rows of another desk are handed over, and that desk finds, tries and imports them", async ({
  page,
  meet,
}) => {
  await signIn(page, "officer", "/imports");
  const title = `Radars ${crypto.randomUUID()}`;
  const sheet = [
    "Country,Priority,Title,Stage,Date,Publisher,Evidence",
    `France,3,${title} one,Signalled,2026-02-24,Élysée,Official statement`,
    `Sweden,3,${title} two,Signalled,2026-02-24,Regeringen,Official statement`,
    `Finland,3,${title} three,Signalled,2026-02-24,Valtioneuvosto,Official statement`,
  ].join("\n");
  await goTo(page, "Or cells pasted from a spreadsheet");
  await page.keyboard.insertText(sheet);
  await goTo(page, "Read the file");
  await page.keyboard.press("Enter");
  await goTo(page, "Check the rows");
  await page.keyboard.press("Enter");
  const causes = page.getByRole("region", { name: "Errors by cause" });
  await expect(causes.getByText("2 rows belong to the desk of Finland and Sweden.")).toBeVisible();
  await expectAccessible(page);
  await goTo(page, "Hand over 2 rows to the desk of Finland and Sweden");
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 rows of Finland and Sweden left this file")).toBeVisible();
  await expect(page.getByText("1 row below the headings")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: /^IM-\d+$/ }).click();
  await expect(page.getByText("Their desk imports them.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Check the rows" })).toHaveCount(0);

  const north = await meet("officer-north", "/mine");
  const handed = north.getByRole("region", { name: "Rows handed over to you" });
  await expect(
    handed.getByText(/2 rows for Finland and Sweden, handed over by Desk officer, western desk/),
  ).toBeVisible();
  await expectAccessible(north);
  await handed.getByRole("link").first().click();
  await expect(north.getByText(/handed these rows of Finland and Sweden over to your desk/)).toBeVisible();
  await goTo(north, "Check the rows");
  await north.keyboard.press("Enter");
  await expect(north.getByText("2 new pledges will be recorded")).toBeVisible();
  await scriptThere(north);
  await goTo(north, "Import 2 pledges");
  await north.keyboard.press("Enter");
  await expect(north.getByText(/2 pledges were logged on/)).toBeVisible();
  // Other stories count the demonstration's records, so these are voided.
  await goTo(north, "Reason");
  await north.keyboard.insertText("Handed over for a story");
  await scriptThere(north);
  await north.keyboard.press("ControlOrMeta+Enter");
  await expect(north.getByText(/2 pledges are void/)).toBeVisible();
});
