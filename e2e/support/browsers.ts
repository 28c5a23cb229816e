// Browser contexts that stories reuse: what they have cached and stored (scripts, fonts, axe) stays; pages
// and cookies don't.
import type { Browser, BrowserContext } from "@playwright/test";

export class Browsers {
  readonly #idle: BrowserContext[] = [];

  constructor(private readonly browser: Browser) {}

  take = async (): Promise<BrowserContext> => this.#idle.pop() ?? this.browser.newContext();

  /** `again`: nothing differs but what is cleared here, so another story may use it. */
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
