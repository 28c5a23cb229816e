// Reads a web page from standard input and writes what it shows as JSON (WebPage in lib/domain/passages/web-page.ts). A
// separate process, limited by its caller (own-process.ts). Nothing of the page is run, and nothing is loaded for it.
//
//   node read-html.mjs MOST_CHARACTERS < FILE

import { parse } from "parse5";
import { BLOCKS, containerOf, hidesItself, INLINE, isLeftOut } from "./elements.mjs";
import { pageText } from "./encoding.mjs";

/** @typedef {import("../../../domain/passages/web-page").WebPage} WebPage */
/** @typedef {import("parse5").DefaultTreeAdapterMap["node"]} Node */
/** @typedef {import("parse5").DefaultTreeAdapterMap["element"]} Element */

const [mostCharacters = 0] = process.argv.slice(2).map(Number);

class Reader {
  /** @type {WebPage} */
  page = {
    language: null,
    title: null,
    metas: {},
    address: null,
    times: [],
    containers: [],
    blocks: [],
    whole: true,
  };
  characters = 0;
  text = "";
  linked = 0;
  marker = "";
  isHeading = false;
  links = 0;
  raised = 0;
  preformatted = 0;
  edges = 0;
  /** @type {number[]} */
  inside = [];
  /** @type {Map<Node | null, number>} */
  numbers = new Map();

  /** Not by recursion: a page may nest deeper than a stack is high. @param {Node} root */
  read(root) {
    /** @type {(Node | (() => void))[]} */
    const open = [root];
    for (let next = open.pop(); next; next = open.pop()) {
      if (typeof next === "function") next();
      else if (next.nodeName === "#text") this.write(/** @type {{ value: string }} */ (next).value);
      else if (next.nodeName === "#comment") this.note(/** @type {{ data: string }} */ (next).data);
      else if ("childNodes" in next) {
        const leave = "tagName" in next ? this.enter(next) : () => undefined;
        if (leave === null) continue;
        open.push(leave);
        for (let at = next.childNodes.length - 1; at >= 0; at -= 1) open.push(next.childNodes[at] ?? leave);
      }
      if (this.characters > mostCharacters) {
        this.page.whole = false;
        break;
      }
    }
    this.flush();
    return this.page;
  }

  /** Null: nothing in it is read. @param {Element} element @returns {(() => void) | null} */
  enter(element) {
    const { tagName: name } = element;
    const attributes = new Map(element.attrs.map(({ name: key, value }) => [key, value]));
    this.fact(name, attributes, element);
    if (name === "head") return () => undefined;
    if (isLeftOut(name, attributes) || hidesItself(attributes)) return null;
    if (INLINE.has(name)) return this.inline(name, attributes);
    if (!BLOCKS.has(name)) return () => undefined;
    this.flush();
    if (name === "li") this.marker = this.markerOf(element, attributes);
    const is = containerOf(name, attributes);
    if (is) {
      const language = attributes.get("lang") ?? null;
      this.inside.push(this.page.containers.length);
      this.page.containers.push({ is, inside: this.inside.at(-2) ?? null, language });
    }
    const isEdge = name === "header" && this.inside.length === 0;
    if (isEdge) this.edges += 1;
    if (name === "pre") this.preformatted += 1;
    if (/^h[1-6]$/.test(name)) this.isHeading = name === "h1";
    return () => {
      this.flush();
      if (is) this.inside.pop();
      if (isEdge) this.edges -= 1;
      if (name === "pre") this.preformatted -= 1;
      this.isHeading = false;
      if (name === "li") this.marker = "";
    };
  }

  /** @param {string} name @param {Map<string, string>} attributes @returns {() => void} */
  inline(name, attributes) {
    if (name === "br" || name === "hr") this.text += "\n";
    if (name === "a" && attributes.has("href")) this.links += 1;
    if (name === "sup") this.raised += 1;
    return () => {
      if (name === "td" || name === "th") this.text += "\t";
      if (name === "a" && attributes.has("href")) this.links -= 1;
      if (name === "sup") this.raised -= 1;
    };
  }

  /** @param {Element} element @param {Map<string, string>} attributes */
  markerOf({ parentNode }, attributes) {
    if (parentNode?.nodeName !== "ol") return "• ";
    const first = Number(parentNode.attrs.find(({ name }) => name === "start")?.value ?? 1);
    const given = Number(attributes.get("value") ?? Number.NaN);
    const number = Number.isInteger(given)
      ? given
      : (this.numbers.get(parentNode) ?? (Number.isInteger(first) ? first : 1));
    this.numbers.set(parentNode, number + 1);
    return `${String(number)}. `;
  }

  /** @param {string} text */
  write(text) {
    let words = this.preformatted > 0 ? text.replace(/[\t\r\f]/g, " ") : text.replace(/[\t\n\r\f]/g, " ");
    // "200¹", not "2001": a note's number must not become part of an amount.
    if (this.raised > 0) words = words.replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)] ?? "");
    words = words.slice(0, Math.max(0, mostCharacters + 1 - this.characters));
    this.text += words;
    this.characters += words.length;
    if (this.links > 0) this.linked += words.trim().length;
  }

  flush() {
    const text = this.text
      .replace(/ +/g, " ")
      .replace(/ ?([\n\t]) ?/g, "$1")
      .replace(/\n{2,}/g, "\n")
      .trim();
    if (text !== "") {
      const isEdge = this.edges > 0;
      const isLinks = this.linked > 0 && this.linked >= text.length * 0.8;
      const is = this.isHeading ? "title" : this.marker === "" ? "text" : "item";
      this.page.blocks.push({
        text: `${this.marker}${text}`,
        is,
        isEdge,
        isLinks,
        inside: this.inside.at(-1) ?? null,
      });
      this.marker = "";
    }
    [this.text, this.linked] = ["", 0];
  }

  /** The page's own facts. @param {string} name @param {Map<string, string>} attributes @param {Element} element */
  fact(name, attributes, element) {
    const { page } = this;
    if (name === "html") page.language = short(attributes.get("lang") ?? attributes.get("xml:lang"));
    const first = element.childNodes[0];
    if (
      name === "title" &&
      page.title === null &&
      element.namespaceURI.endsWith("/xhtml") &&
      first &&
      "value" in first
    )
      page.title = short(first.value);
    const key = short(
      attributes.get("property") ?? attributes.get("name") ?? attributes.get("itemprop"),
    )?.toLowerCase();
    if (name === "meta" && key && Object.keys(page.metas).length < MOST_FACTS)
      if (!Object.hasOwn(page.metas, key)) page.metas[key] = short(attributes.get("content")) ?? "";
    if (name === "link" && attributes.get("rel")?.toLowerCase() === "canonical")
      page.address ??= short(attributes.get("href"));
    const at = short(attributes.get("datetime"));
    if (name === "time" && at !== null && !hidesItself(attributes) && page.times.length < MOST_FACTS)
      page.times.push({ at, inside: this.inside.at(-1) ?? null });
  }

  /** Browsers say in a comment which page they saved. @param {string} data */
  note(data) {
    const from = /^ saved from url=\(\d{1,6}\)(https?:\/\/\S{1,2000})/.exec(data.slice(0, LONGEST_FACT));
    if (from?.[1] && this.page.blocks.length === 0) this.page.address ??= from[1];
  }
}

const MOST_FACTS = 200;
const LONGEST_FACT = 2_000;

/** @param {string | undefined} text */
const short = (text) => text?.slice(0, LONGEST_FACT).replace(/\s+/g, " ").trim() || null;

const pieces = [];
for await (const piece of process.stdin) pieces.push(piece);
const answer = new Reader().read(parse(pageText(Buffer.concat(pieces))));
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
