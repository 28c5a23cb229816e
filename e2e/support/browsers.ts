// Browsers of people, which go from one story to the next: what they have loaded of the register's scripts and fonts stays,
// and nothing else of them.
import type { Browser, BrowserContext } from "@playwright/test";

export class Browsers {
  readonly #idle: BrowserContext[] = [];

  constructor(private readonly browser: Browser) {}

  take = async (): Promise<BrowserContext> => this.#idle.pop() ?? this.browser.newContext();

  /** `again`: it was left as it was found, but for what is cleared here. */
  async giveBack(context: BrowserContext, again: boolean): Promise<void> {
    if (!again) return context.close();
    for (const page of context.pages()) await page.close();
    await context.clearCookies();
    await context.setOffline(false);
    this.#idle.push(context);
  }

  async close(): Promise<void> {
    for (const context of this.#idle) await context.close();
  }
}
