import type { Page } from "@playwright/test";
import { errorsOn, expect, logPledge, post, scriptThere, signIn, test } from "../fixtures";

test("what is typed before the page's script arrives is not lost", async ({ page }) => {
  await signIn(page, "officer");
  const letIn = await holdScripts(page);
  await page.goto("/pledges/new?participant=CY", { waitUntil: "commit" });
  await page.locator("#title").fill("Observers for the line");
  await page.locator("#summary").fill("Typed early");
  await page.locator("#statedOn").fill("6.1.2026");
  await page.locator('[id="evidence.0.source.publisher"]').fill("A ministry");
  await page.locator('[id="evidence.0.source.title"]').fill("A statement");
  await page.locator('[id="evidence.0.kind"]').selectOption("INTERVIEW");
  await page.getByRole("radio", { name: /^2/ }).check();
  await page.getByRole("radio", { name: /^Signalled/ }).check();
  letIn();

  await expect(page.getByText("22 of 120 characters")).toBeVisible();
  await page.reload();
  await expect(page.locator("#title")).toHaveValue("Observers for the line");
  await expect(page.locator("#summary")).toHaveValue("Typed early");
  await expect(page.locator("#statedOn")).toHaveValue("6 January 2026");
  await expect(page.locator('[id="evidence.0.source.publisher"]')).toHaveValue("A ministry");
  await expect(page.locator('[id="evidence.0.source.title"]')).toHaveValue("A statement");
  await expect(page.locator('[id="evidence.0.kind"]')).toHaveValue("INTERVIEW");
  await expect(page.getByRole("radio", { name: /^2/ })).toBeChecked();
  await expect(page.getByRole("radio", { name: /^Signalled/ })).toBeChecked();
});

test("what is typed over an existing text is not reset when the script arrives", async ({ page }) => {
  await signIn(page, "officer");
  const reference = await logPledge(page, { participant: "CY", priority: 1, summary: "As it was" });
  const letIn = await holdScripts(page);
  await page.goto(`/pledges/${reference}/edit`, { waitUntil: "commit" });
  await page.locator("#summary").fill("As typed early");
  letIn();
  const save = page.getByRole("button", { name: "Save changes" });
  await expect(save).toBeEnabled();
  await expect(page.locator("#summary")).toHaveValue("As typed early");
  await save.click();
  await expect(page).toHaveURL(`/pledges/${reference}`);
  await expect(page.getByRole("main").getByText("As typed early", { exact: true }).first()).toBeVisible();
});

test("what is ticked before the page's script arrives stays ticked", async ({ page }) => {
  await signIn(page, "admin");
  const email = `early-${Date.now()}@ministry.example`;
  const account = { email, name: `Early ${Date.now()}`, role: "OFFICER", desk: [], sealed: false };
  const { id } = await post<{ id: string }>(page, "/people", account);
  const letIn = await holdScripts(page);
  await page.goto(`/admin/people/${id}`, { waitUntil: "commit" });
  await page.locator("#name").fill("Early Bird");
  await page.getByLabel("Iceland").check();
  await page.getByLabel("Norway").check();
  const request = page.waitForRequest(
    (sent) => sent.method() === "PATCH" && sent.url().endsWith(`/api/v1/people/${id}`),
  );
  letIn();
  await page.waitForLoadState("networkidle");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  expect((await request).postDataJSON()).toMatchObject({ name: "Early Bird", desk: ["IS", "NO"] });
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
});

test("a form is not sent before the page's script arrives, which would leave the page without saving", async ({
  page,
}) => {
  await signIn(page, "manager");
  const letIn = await holdScripts(page);
  await page.goto("/pledges/new?participant=CY", { waitUntil: "commit" });
  await page.locator("#title").fill("Observers for the line");
  await page.locator("#title").press("Enter");
  const send = page.getByRole("button", { name: "Save pledge" });
  await expect(send).toBeDisabled();
  await expect(page.locator("#title")).toHaveValue("Observers for the line");
  letIn();
  await expect(send).toBeEnabled();
});

test("an error on a loaded page takes the focus, but not from someone who has begun to type", async ({
  page,
}) => {
  await signIn(page, "officer");
  const wrong = "/profile?error=factor-current:wrong-password";
  await page.goto(wrong);
  await expect(errorsOn(page)).toBeFocused();

  const letIn = await holdScripts(page);
  await page.goto(wrong, { waitUntil: "commit" });
  const password = page.getByLabel("Your password");
  await password.pressSequentially("typed early");
  letIn();
  await scriptThere(page);
  await expect(password).toBeFocused();
  await page.keyboard.type(", and on");
  await expect(password).toHaveValue("typed early, and on");
});

/** From now on the page's scripts wait until the returned function is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letIn = () => {};
  const scripts = new Promise<void>((resolve) => (letIn = resolve));
  await page.route("**/_next/static/**/*.js", async (route) => {
    await scripts;
    await route.continue();
  });
  return letIn;
}
