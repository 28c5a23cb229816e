import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import type { Page } from "@playwright/test";
import { logFromBefore, logOf, packageOf, type Asked, type Bag } from "../../tests/verifier/genuine";
import { signerCalled } from "../../tests/verifier/tree";
import { DESKTOP, errorsOn, expect, expectAccessible, PHONE, signIn, tabTo, test } from "../fixtures";

const log = logOf(9);
const key = log.signer.verifierKey;
const genuine = (asked: Asked = { filter: "priority=3" }): Bag => packageOf(log, asked);

const zipOf = (files: Bag): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries([...files].map(([name, bytes]) => [`EX-0019/${name}`, new Uint8Array(bytes)])),
    ),
  );

const choose = (page: Page, buffer: Buffer) =>
  page
    .getByLabel("The package as it was downloaded")
    .setInputFiles({ name: "EX-0019.zip", mimeType: "application/zip", buffer });

const verdict = (page: Page) => page.getByRole("region").filter({ has: page.locator("#verdict") });

async function checkWith(page: Page, files: Bag | Buffer, verifierKey = key): Promise<void> {
  await choose(page, files instanceof Map ? zipOf(files) : files);
  await page.getByLabel("The register’s verifier key").fill(verifierKey);
  await page.getByRole("button", { name: "Check the package" }).click();
}

test("an auditor checks a package: a genuine one passes, and nothing leaves the page", async ({ page }) => {
  await signIn(page, "auditor");
  await page.getByRole("link", { name: "Verify a package" }).click();
  await expect(page.getByRole("main")).toContainText("Nothing is uploaded");
  const ownKey = page.getByRole("button", { name: "Use the key that this register publishes" });
  // It is there once the register has sealed its log for the first time.
  await expect(async () => {
    await page.reload();
    await expect(ownKey).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await ownKey.click();
  await expect(page.getByLabel("The register’s verifier key")).toHaveValue(/^\S+\+[0-9a-f]{8}\+\S+$/);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));

  await checkWith(page, genuine());
  const heading = page.getByRole("heading", { name: "EX-0019 is what the register exported" });
  await expect(heading).toBeFocused();
  await expect(verdict(page)).toContainText("The records in this package (approval 3, pledge 9)");
  await expect(verdict(page)).toContainText("That no further row belonged to this view");
  await expect(verdict(page).getByRole("row", { name: /Signed checkpoint Passed/ })).toBeVisible();
  await expectAccessible(page);

  await checkWith(page, genuine({ what: "LOG" }));
  await expect(verdict(page)).toContainText("All entries of the log from 1 to");
  await page.getByLabel("A checkpoint that you kept").fill(log.checkpoint(6));
  await page.getByRole("button", { name: "Check the package" }).click();
  await expect(verdict(page)).toContainText("The log continues from your checkpoint of 6 entries");
  // Only the worker's script is requested.
  expect(asked.filter((address) => !address.startsWith("/_next/static/chunks/"))).toEqual([]);
});

test("a changed record is named, another key is refused, and a file that is no package isn’t judged", async ({
  page,
}) => {
  await signIn(page, "officer", "/exports/verify");
  await page.setViewportSize(PHONE);
  const flipped = genuine();
  const records = Buffer.from(flipped.get("data/records/pledge.jsonl") ?? "");
  const at = records.indexOf("SIGNALLED", records.indexOf("FR-3-006"));
  records[at] = (records[at] ?? 0) ^ 1;
  await checkWith(page, flipped.set("data/records/pledge.jsonl", records));
  await expect(page.getByRole("heading", { name: "This is not what the register exported" })).toBeFocused();
  await expect(verdict(page).getByRole("listitem")).toHaveText([
    "data/records/pledge.jsonl does not match its hash in the manifest.",
    "data/records/pledge.jsonl, line 6: pledge FR-3-006 matches none of the entries.",
  ]);
  await expectAccessible(page);

  await checkWith(page, genuine(), signerCalled(log.signer.name).verifierKey);
  await expect(verdict(page).getByRole("listitem")).toContainText(["not signed with your key"]);

  await checkWith(page, genuine(), "hello");
  await expect(page.getByRole("heading", { name: "This could not be checked" })).toBeFocused();
  await expect(verdict(page).getByRole("listitem")).toHaveText(["This is not a verifier key: hello"]);

  await checkWith(page, Buffer.from("This is a holiday picture."));
  await expect(errorsOn(page)).toContainText("The file cannot be read as a .zip");
});

test("a package with early entries whose authors had no right to them passes, and says so", async ({
  page,
}) => {
  const early = logFromBefore();
  await signIn(page, "auditor", "/exports/verify");
  await checkWith(page, packageOf(early, { what: "LOG" }), early.signer.verifierKey);
  await expect(
    page.getByRole("heading", { name: /EX-0019 is what the register exported. Some early entries/ }),
  ).toBeFocused();
  await expect(verdict(page).getByRole("listitem").first()).toContainText("had no right to");
  for (const size of [DESKTOP, PHONE])
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      const name = `verify-3-${String(size.width)}-${colorScheme}.png`;
      if (process.env["SHOTS"])
        await page.screenshot({ path: path.join(process.env["SHOTS"], name), fullPage: true });
      await expectAccessible(page);
    }
});

test("a package in a folder is checked by keyboard with the key in a file; what is missing is named first", async ({
  page,
}) => {
  const folder = test.info().outputPath("EX-0019");
  for (const [name, bytes] of genuine()) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
  await signIn(page, "admin", "/exports/verify");
  const submit = page.getByRole("button", { name: "Check the package" });
  await tabTo(page, submit);
  await page.keyboard.press("Enter");
  const summary = errorsOn(page);
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText([
    "Choose a package: the .zip file, or the unpacked folder",
    "Paste the register’s verifier key, or choose a file with it",
  ]);
  await expect(page).toHaveTitle(/^Error:/);

  await page.getByLabel("Or the unpacked folder").setInputFiles(folder);
  await page.getByLabel("Or a file with the key").setInputFiles({
    name: "key.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(`${key}\n`),
  });
  await expect(page.getByLabel("The register’s verifier key")).toHaveValue(`${key}\n`);
  await tabTo(page, submit);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "EX-0019 is what the register exported" })).toBeFocused();
});
