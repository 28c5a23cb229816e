// How much script a page loads in a browser with an empty cache.
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** Gzipped, in kB of 1,000 bytes; a bare page of the framework takes 134. */
export const MOST_SCRIPT = 150;

/** Returns a function that opens a page and returns how much script it loads, once the network is idle. */
export async function scriptsOf(page: Page): Promise<(path: string) => Promise<number>> {
  const scripts: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const session = await page.context().newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return async (path) => {
    scripts.length = 0;
    await page.goto(path, { waitUntil: "networkidle" });
    const sizes = await Promise.all(scripts);
    return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
  };
}
