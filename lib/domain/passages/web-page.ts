// The main text of what read-html.mjs has left of a web page: scripts, menus and hidden parts are gone by then.
import { withoutUnseen } from "../base/characters";

export interface WebPage {
  language: string | null;
  title: string | null;
  /** By name, in lower case. */
  metas: Record<string, string>;
  /** Where the page says it is from. */
  address: string | null;
  times: { at: string; inside: number | null }[];
  /** An inner one comes after the one it is in. */
  containers: { is: "main" | "article"; inside: number | null; language: string | null }[];
  blocks: WebBlock[];
  /** False: the page continues. */
  whole: boolean;
}

export interface WebBlock {
  text: string;
  is: "title" | "text" | "item";
  /** In a header of the page. */
  isEdge: boolean;
  /** Hardly anything but links. */
  isLinks: boolean;
  /** The innermost container, by its place. */
  inside: number | null;
}

export interface MainText {
  text: string;
  /** Of its `time` elements. */
  times: string[];
  titles: string[];
  language: string | null;
}

export function mainTextOf(page: WebPage): MainText {
  const main = mainOf(page);
  const within = main === null ? null : placesWithin(page, main);
  const blocks = (
    within ? page.blocks.filter(({ inside }) => isAmong(within, inside)) : withoutLinkLists(page.blocks)
  )
    .map((block) => ({ ...block, text: cleanedText(block.text) }))
    .filter(({ text }) => text !== "");
  const pieces = blocks.map(({ text, is }, at) => {
    if (at === 0) return text;
    return is === "item" && blocks[at - 1]?.is === "item" ? `\n${text}` : `\n\n${text}`;
  });
  const times = page.times
    .filter(({ inside }) => within === null || isAmong(within, inside))
    .map(({ at }) => at);
  const titles = blocks.filter(({ is }) => is === "title").map(({ text }) => text);
  return { text: pieces.join(""), times, titles, language: languageAt(page, main) };
}

/** The container that has the text: the article in it, where one has most. Null: the page doesn't say. */
function mainOf(page: WebPage): number | null {
  const lengths = lengthsIn(page);
  const longest = (is: "main" | "article", within: readonly boolean[] | null): number | null => {
    let best: number | null = null;
    for (const [place, one] of page.containers.entries()) {
      if (one.is !== is || (within && !within[place])) continue;
      if ((lengths[place] ?? 0) > (best === null ? 0 : (lengths[best] ?? 0))) best = place;
    }
    return best;
  };
  const main = longest("main", null);
  const all =
    main === null ? page.blocks.reduce((sum, { text }) => sum + text.length, 0) : (lengths[main] ?? 0);
  const article = longest("article", main === null ? null : placesWithin(page, main));
  return article !== null && (lengths[article] ?? 0) >= all / 2 ? article : main;
}

/** Characters in each container. */
function lengthsIn({ containers, blocks }: WebPage): number[] {
  const lengths = containers.map(() => 0);
  for (const { inside, text } of blocks)
    if (inside !== null) lengths[inside] = (lengths[inside] ?? 0) + text.length;
  for (let place = containers.length - 1; place >= 0; place -= 1) {
    const outer = containers[place]?.inside ?? null;
    if (outer !== null) lengths[outer] = (lengths[outer] ?? 0) + (lengths[place] ?? 0);
  }
  return lengths;
}

/** For each container, whether it is this one or in it. */
function placesWithin({ containers }: WebPage, outer: number): boolean[] {
  const within: boolean[] = [];
  for (const [place, { inside }] of containers.entries())
    within.push(place === outer || isAmong(within, inside));
  return within;
}

const isAmong = (within: readonly boolean[], place: number | null): boolean =>
  place !== null && within[place] === true;

/** Three links or more below each other lead to other pages. Of the page's own header only the title stays. */
function withoutLinkLists(blocks: readonly WebBlock[]): WebBlock[] {
  const shown = blocks.filter(({ isEdge, is }) => !isEdge || is === "title");
  const kept: WebBlock[] = [];
  let links: WebBlock[] = [];
  for (const block of shown) {
    if (block.isLinks) links.push(block);
    else {
      kept.push(...(links.length < FEWEST_LINKS ? links : []), block);
      links = [];
    }
  }
  return links.length < FEWEST_LINKS ? [...kept, ...links] : kept;
}

const FEWEST_LINKS = 3;

/** The language of the innermost container around the text that states one. */
function languageAt({ containers }: WebPage, main: number | null): string | null {
  for (let at = main; at !== null; at = containers[at]?.inside ?? null) {
    const language = containers[at]?.language ?? null;
    if (language !== null) return language;
  }
  return null;
}

export const cleanedText = (text: string): string =>
  withoutUnseen(text.toWellFormed())
    .replace(/[^\P{Cc}\n\t]|[\u00ad\ufffd]/gu, "")
    .trim();
