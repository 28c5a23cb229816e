// Which elements of a web page are its text, and where a block of it ends.

/** Elements that begin on a line of their own. */
export const BLOCKS = new Set(
  (
    "html body div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd dir table thead tbody tfoot tr caption pre blockquote address " +
    "section article main header hgroup figure figcaption details summary form fieldset legend center"
  ).split(" "),
);

/** Elements within a line that change how it is read. */
export const INLINE = new Set(["a", "br", "hr", "sup", "td", "th"]);

/** Programs, pictures, controls, and what surrounds a text. */
const LEFT_OUT = new Set(
  (
    "script style noscript noembed noframes template title iframe frameset object embed applet svg math canvas audio video " +
    "picture map nav footer aside menu search dialog button input select textarea datalist progress meter del s strike rp"
  ).split(" "),
);
const ROLES_LEFT_OUT = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist".split(
    " ",
  ),
);

/** @typedef {ReadonlyMap<string, string>} Attributes */

/** @param {string} name @param {Attributes} attributes */
export const isLeftOut = (name, attributes) =>
  LEFT_OUT.has(name) || ROLES_LEFT_OUT.has(attributes.get("role")?.trim().toLowerCase() ?? "");

/** Hidden by the element itself; a style sheet isn't read. @param {Attributes} attributes */
export function hidesItself(attributes) {
  if (attributes.has("hidden") || attributes.get("aria-hidden")?.trim().toLowerCase() === "true") return true;
  const style = attributes.get("style")?.slice(0, LONGEST_STYLE);
  return style !== undefined && HIDING.test(style.replace(/\/\*.*?\*\//gs, "").replace(/\s+/g, ""));
}

const LONGEST_STYLE = 5_000;
const HIDING =
  /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|opacity:0?(?:\.0+)?(?![\d.])|font-size:0?(?:\.0+)?(?![\d.]))/i;

/** Elements that may separate a text from what surrounds it. @param {string} name @param {Attributes} attributes */
export function containerOf(name, attributes) {
  const role = attributes.get("role");
  if (name === "main" || role === "main") return "main";
  return name === "article" || role === "article" ? "article" : null;
}
