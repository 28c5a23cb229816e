// Checks a page with axe.
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
const COLOURS = ["color-contrast", "link-in-text-block"];
const SIZES = ["target-size"];

/** The page breaks no rule of axe, light or dark, and nothing overflows the window. */
export async function expectAccessible(page: Page): Promise<void> {
  // On a page that is still loading axe finds nothing wrong, and the page is replaced meanwhile.
  await page.waitForLoadState();
  // The frame of a page that doesn't exist is filled in after the page.
  await expect(page.locator(":is(nav, button, a)[data-markup]:empty")).toHaveCount(0);
  if (!(await page.evaluate(startAxe, null))) await page.evaluate(startAxe, AXE);
  // From the top: what a sticky bar covers at the moment is not out of reach.
  await page.evaluate(() => window.scrollTo(0, 0));
  // With motion, colours would still be changing when they are checked.
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await page.evaluate(broken, { tags: RULES, disabledRules: [...COLOURS, ...SIZES] })).toEqual([]);
  await expectLarge(page);
  await expectLegible(page);
  // The themes differ in colours alone.
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectLegible(page);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}

/** Looks in which axe has found nothing wrong, on any page and by any worker. */
const legible = new SharedSet("legible");

/** Colours take axe longer than all other rules together: one element of each look is checked. */
async function expectLegible(page: Page): Promise<void> {
  const looks = await page.evaluate(looksOnPage);
  expect(looks).not.toEqual([]);
  const fresh = legible.missing(looks);
  if (fresh.length === 0) return;
  const { violations, open } = await page.evaluate(judged, { fresh, rules: COLOURS });
  expect(violations).toEqual([]);
  legible.add(fresh.filter((look) => !open.includes(look)));
}

/** Sizes of targets, with what is near them, in which axe has found nothing wrong. */
const large = new SharedSet("large");

/** Sizes take axe half of the remaining time: one target of each size with the same neighbours is checked. */
async function expectLarge(page: Page): Promise<void> {
  const fresh = large.missing(await page.evaluate(targetsOnPage));
  if (fresh.length === 0) return;
  const { violations, open } = await page.evaluate(judged, { fresh, rules: SIZES });
  expect(violations).toEqual([]);
  large.add(fresh.filter((target) => !open.includes(target)));
}

/* The next five run in the page. */

/** Starts axe from `sent`, or from this browser's storage in a sixth of the time. False: it is in neither. */
function startAxe(sent: string | null): boolean {
  if (Object.hasOwn(window, "axe")) return true;
  const isKept = window.origin !== "null";
  if (sent !== null && isKept) localStorage.setItem("axe", sent);
  const axe = sent ?? (isKept ? localStorage.getItem("axe") : null);
  // oxlint-disable-next-line no-eval -- the content policy of the pages lets no script be added
  if (axe !== null) (0, eval)(axe);
  return axe !== null;
}

async function broken({
  tags,
  disabledRules,
}: {
  tags: string[];
  disabledRules: string[];
}): Promise<string[]> {
  const { violations } = await window.axe.run(document, {
    runOnly: tags,
    rules: Object.fromEntries(disabledRules.map((rule) => [rule, { enabled: false }])),
    resultTypes: ["violations"],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}

/** How texts look: their style, and what is behind them. Each look is kept with one element that has it. */
function looksOnPage(): string[] {
  const looks = (window.looks = new Map<string, Element>());
  const behind = new Map<Element, string>();
  /** Layer by layer, down to an opaque one. A positioned element may not lie over its parent. */
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
      // A link must differ from the text around it.
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

/**
 * What the rule about sizes depends on: which others overlap a target or, if it is smaller than 24 px, are so
 * near that the circles of 24 px around their centres touch (WCAG 2.2, 2.5.8). All targets without neighbours
 * count as one.
 */
function targetsOnPage(): string[] {
  const looks = (window.looks = new Map<string, Element>());
  const least = 24;
  const native = "a[href] area button input select textarea summary";
  const roles =
    "button checkbox combobox link listbox menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton switch tab textbox treeitem";
  const widgets = [...native.split(" "), ...roles.split(" ").map((role) => `[role=${role}]`)].join();
  const targets = [...document.querySelectorAll(widgets)]
    .filter((element) => element.checkVisibility())
    .map((element) => ({ element, rects: [...element.getClientRects()] }));
  const isSmall = ({ width, height }: DOMRect) => Math.min(width, height) < least;
  const centre = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2] as const;
  const isNear = (one: DOMRect, other: DOMRect): boolean => {
    const across = one.left < other.right && other.left < one.right;
    if (across && one.top < other.bottom && other.top < one.bottom) return true;
    if (!isSmall(one)) return false;
    const [x, y] = centre(one);
    const [itsX, itsY] = centre(other);
    const toEdge = Math.hypot(
      Math.max(other.left - x, 0, x - other.right),
      Math.max(other.top - y, 0, y - other.bottom),
    );
    // One pixel more, because sides are rounded.
    return toEdge < least / 2 + 1 || (isSmall(other) && Math.hypot(itsX - x, itsY - y) < least + 1);
  };
  for (const { element, rects } of targets) {
    const near = targets.filter(
      (other) =>
        other.element !== element && rects.some((one) => other.rects.some((its) => isNear(one, its))),
    );
    const placed = (near.length > 0 ? [rects, ...near.map((other) => other.rects)] : []).map((of) =>
      of.map((rect) =>
        [rect.left - (rects[0]?.left ?? 0), rect.top - (rects[0]?.top ?? 0), rect.width, rect.height].map(
          Math.round,
        ),
      ),
    );
    const { display, pointerEvents } = getComputedStyle(element);
    const look = [element.localName, display, pointerEvents, JSON.stringify(placed)].join();
    if (!looks.has(look)) looks.set(look, element);
  }
  return [...looks.keys()];
}

/** `open`: what axe can't tell, or what is gone meanwhile. It is checked again on the next page. */
async function judged({
  fresh,
  rules,
}: {
  fresh: string[];
  rules: string[];
}): Promise<{ violations: string[]; open: string[] }> {
  const lookById = new Map(fresh.map((look) => [window.looks.get(look), look] as const));
  const there = [...lookById.keys()].filter((element) => element?.isConnected === true);
  if (there.length === 0) return { violations: [], open: fresh };
  const { violations, incomplete } = await window.axe.run(there as Element[], {
    runOnly: rules,
    elementRef: true,
  });
  const unsure = incomplete.flatMap(({ nodes }) => nodes.map((node): unknown => node.element));
  return {
    violations: violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    open: [...lookById].flatMap(([element, look]) =>
      unsure.includes(element) || element?.isConnected !== true ? [look] : [],
    ),
  };
}
