// The register in three languages: chosen before signing in or in the profile, never mixed between readers.
import type { APIRequestContext } from "@playwright/test";
import { enter, errorsOn, expect, invite, signInByForm, test } from "../fixtures";

const TITLES = { en: "Unresolved", fr: "Non résolu", uk: "Невирішене" } as const;
type Language = keyof typeof TITLES;
const LANGUAGES = Object.keys(TITLES) as Language[];

test.describe("before signing in", () => {
  test.use({ locale: "uk-UA" });

  test("a page is in the browser's language, and another can be chosen", async ({ page }) => {
    await page.goto("/sign-in?next=%2Fpledges");
    await expect(page.locator("html")).toHaveAttribute("lang", "uk");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Вхід");

    await page.getByRole("button", { name: "Français" }).click();
    await expect(page).toHaveURL("/sign-in?next=%2Fpledges");
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await expect(page).toHaveTitle("Se connecter · Registre des engagements");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(errorsOn(page)).toContainText("Saisissez votre mot de passe");
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the language can still be chosen", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Українська" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "uk");
  });
});

test("the language of the profile goes with the account", async ({ page, browser, meet }) => {
  // A new account: changing the language of a shared one would change the pages of other stories.
  const account = { name: "Sasha Example", role: "OFFICER", desk: ["RO"] };
  const sasha = await invite(await meet("admin"), page, account);
  await enter(page, sasha, "/profile");
  await page.getByLabel("Language").selectOption("Українська");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Мову збережено.")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "uk");

  // Another browser, which asks for English.
  const elsewhere = await browser.newPage();
  await enter(elsewhere, sasha, "/unresolved");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(TITLES.uk);
  await expect(elsewhere).toHaveTitle("Невирішене · Реєстр зобов’язань");
  await elsewhere.close();

  await page.goto("/profile");
  await page.getByLabel("Мова").selectOption("Як у цьому браузері");
  await page.getByRole("button", { name: "Зберегти", exact: true }).click();
  await expect(page.getByText("The language is saved.")).toBeVisible();
});

test("many pages requested at once in three languages are each entirely in their own", async ({
  playwright,
  browser,
  baseURL,
}) => {
  const page = await browser.newPage();
  await signInByForm(page, "manager");
  const session = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.close();
  const asking = new Map<Language, APIRequestContext>();
  for (const language of LANGUAGES)
    asking.set(
      language,
      await playwright.request.newContext({
        baseURL: baseURL ?? "",
        extraHTTPHeaders: { Cookie: `${session}; language=${language}` },
      }),
    );
  const asked = Array.from({ length: 30 }, (_, i) => LANGUAGES[i % 3] ?? "en");
  const paths = ["/unresolved", "/unresolved?open=NO_QUANTITY", "/unresolved?group=owner"];
  const answers = await Promise.all(
    asked.map(async (language, i) => {
      const answer = await asking.get(language)?.get(paths[Math.floor(i / 3) % paths.length] ?? "");
      return { language, html: (await answer?.text()) ?? "" };
    }),
  );
  for (const { language, html } of answers) {
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toContain(`<h1>${TITLES[language]}</h1>`);
    for (const other of LANGUAGES)
      if (other !== language) expect(html, `${other} in ${language}`).not.toContain(`>${TITLES[other]}<`);
  }
  for (const one of asking.values()) await one.dispose();
});
