// The words of the stories: who signs in, what they see, and that nothing goes wrong on the side.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

export type Who =
  "officer" | "officer-north" | "officer-south" | "manager" | "manager-2" | "auditor" | "admin";

/** Each page of a story is watched: an error in its console, also one of the content policy, or a request to
    another host fails the story. `expectedErrors` names what a story causes on purpose. */
export const test = base.extend<{ expectedErrors: RegExp[] }>({
  expectedErrors: [[], { option: true }],
  page: async ({ page, baseURL, expectedErrors }, story) => {
    const wrong: string[] = [];
    const note = (what: string) => {
      if (!expectedErrors.some((pattern) => pattern.test(what))) wrong.push(what);
    };
    page.on("console", (message) => {
      if (message.type() === "error") note(message.text());
    });
    page.on("pageerror", (error) => note(String(error)));
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith("http") && host !== new URL(baseURL ?? "").host) note(`request to ${host}`);
    });
    await story(page);
    expect(wrong).toEqual([]);
  },
});

/** Through the form, as people do; ends on the page the role begins with, or on the one asked for. */
export async function signIn(page: Page, who: Who, path = "/"): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(path)}`);
  await page.locator("#email").fill(`${who}@register.example`);
  await page.locator("#password").fill(process.env.DEMO_PASSWORD ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No rule of axe is broken on the page as it stands, light and dark; and nothing runs out of the window. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    // With motion, colours are still on their way when they are looked at.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
  }
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A figure as a person reads it: "1,234" is 1234. */
export const figure = (text: string): number => Number(text.replace(/[^\d]/g, ""));
