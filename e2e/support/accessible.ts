// What axe says of a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** No rule of axe is broken on the page as it stands, light and dark; and nothing runs out of the window. */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  // As one comes to it: what a bar that stays covers for the moment isn't out of reach.
  await page.evaluate(() => window.scrollTo(0, 0));
  // With motion, colours are still on their way when they are looked at.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await page.evaluate(broken, { tags: RULES })).toEqual([]);
  expect(await page.evaluate(brokenColours)).toEqual([]);
  // The themes differ in colours alone.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(await page.evaluate(brokenColours)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

/* The next two run in the page. */

async function broken({ tags }: { tags: string[] }): Promise<string[]> {
  const { violations } = await window.axe.run(document, {
    runOnly: tags,
    rules: { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } },
    resultTypes: ["violations"],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** Colours take axe longer than all other rules together: of what looks the same, with what is behind it, one is looked at. */
async function brokenColours(): Promise<string[]> {
  const looks = new Map<string, Element>();
  const behind = new Map<Element, string>();
  const ground = (element: Element | null): string => {
    if (!element) return "";
    const known = behind.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
    const own = `${backgroundColor} ${backgroundImage} ${opacity}`;
    const below = ground(element.parentElement);
    const look = own === "rgba(0, 0, 0, 0) none 1" ? below : `${below} / ${own}`;
    behind.set(element, look);
    return look;
  };
  for (const element of document.body.querySelectorAll("*")) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
    );
    if (!hasText && !element.matches("input, select, textarea")) continue;
    if (!element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textDecorationLine, position } = getComputedStyle(element);
    const look = [
      element.localName,
      element.parentElement && getComputedStyle(element.parentElement).color,
      color,
      fontSize,
      fontWeight,
      textDecorationLine,
      position,
      ground(element),
    ].join();
    if (!looks.has(look)) looks.set(look, element);
  }
  if (looks.size === 0) throw new Error("nothing is written on the page");
  const { violations, passes, incomplete } = await window.axe.run([...looks.values()], {
    runOnly: ["color-contrast", "link-in-text-block"],
  });
  if (passes.length + violations.length + incomplete.length === 0) throw new Error("axe looked at nothing");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
