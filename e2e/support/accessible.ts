// What axe says of a page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import { SharedSet } from "./shared";

declare global {
  interface Window {
    axe: typeof axe;
    looks: Map<string, Element>;
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
  await expectLegible(page);
  // The themes differ in colours alone.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectLegible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

/** Looks that axe has judged and found nothing wrong with, on whichever page, by whichever worker. */
const legible = new SharedSet("legible");

/** Colours take axe longer than all other rules together: of what looks the same, with what is behind it, one is looked at. */
async function expectLegible(page: Page): Promise<void> {
  const looks = await page.evaluate(looksOnPage);
  expect(looks).not.toEqual([]);
  const fresh = legible.missing(looks);
  if (fresh.length === 0) return;
  const { violations, open } = await page.evaluate(judged, fresh);
  expect(violations).toEqual([]);
  legible.add(fresh.filter((look) => !open.includes(look)));
}

/* The next three run in the page. */

async function broken({ tags }: { tags: string[] }): Promise<string[]> {
  const { violations } = await window.axe.run(document, {
    runOnly: tags,
    rules: { "color-contrast": { enabled: false }, "link-in-text-block": { enabled: false } },
    resultTypes: ["violations"],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** What says how text is seen: itself, and what is behind it. Each is kept with one element that looks so. */
function looksOnPage(): string[] {
  const looks = (window.looks = new Map<string, Element>());
  const behind = new Map<Element, string>();
  /** Layer by layer; nothing is seen through one that covers. What isn't where its parent is may lie over something else. */
  const ground = (element: Element | null): string => {
    if (!element) return "";
    const known = behind.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(element);
    const below = ground(element.parentElement);
    const covers = backgroundColor.startsWith("rgb(") && backgroundImage === "none" && opacity === "1";
    const isClear = backgroundColor === "rgba(0, 0, 0, 0)" && backgroundImage === "none" && opacity === "1";
    const moved = position === "static" || position === "relative" ? "" : position;
    const look =
      covers && !below.includes("faded")
        ? backgroundColor
        : isClear
          ? `${below}${moved}`
          : `${below}${moved} / ${backgroundColor} ${backgroundImage}${opacity === "1" ? "" : ` faded ${opacity}`}`;
    behind.set(element, look);
    return look;
  };
  const hasText = (element: Element | null): boolean =>
    [...(element?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
    );
  for (const element of document.body.querySelectorAll("*")) {
    const isControl = element.matches("input, select, textarea");
    if (!hasText(element) && !isControl) continue;
    if (!element.checkVisibility()) continue;
    const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
    const link = element.closest("a");
    const look = [
      isControl ? element.localName : "text",
      element.closest(":disabled, [aria-disabled=true]") !== null,
      color,
      fontSize,
      fontWeight,
      textShadow,
      ground(element),
      // A link is told from the text around it.
      link && [
        hasText(link.parentElement),
        getComputedStyle(link).textDecorationLine,
        link.parentElement && getComputedStyle(link.parentElement).color,
        textDecorationLine,
      ],
    ].join();
    if (!looks.has(look)) looks.set(look, element);
  }
  return [...looks.keys()];
}

/** `open`: what axe can't tell, or what is gone meanwhile: it is asked again on the next page. */
async function judged(fresh: string[]): Promise<{ violations: string[]; open: string[] }> {
  const asked = new Map(fresh.map((look) => [window.looks.get(look), look] as const));
  const there = [...asked.keys()].filter((element) => element?.isConnected === true);
  if (there.length === 0) return { violations: [], open: fresh };
  const { violations, incomplete } = await window.axe.run(there as Element[], {
    runOnly: ["color-contrast", "link-in-text-block"],
    elementRef: true,
  });
  const unsure = incomplete.flatMap(({ nodes }) => nodes.map((node): unknown => node.element));
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    open: [...asked].flatMap(([element, look]) =>
      unsure.includes(element) || element?.isConnected !== true ? [look] : [],
    ),
  };
}
