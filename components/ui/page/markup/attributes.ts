// Properties of React as attributes of HTML, by React's rules.

/** Thrown if React has to draw it. */
export class NotMarkup extends Error {
  constructor(what: unknown) {
    super(`no markup: ${String(what)}`);
  }
}

export type Properties = Readonly<Record<string, unknown>>;

/** Each with a space before it. */
export function attributesOf(tag: string, given: Properties): string {
  return Object.entries(given)
    .map(([name, value]) => attributeOf(plainName(tag, name), value))
    .join("");
}

/** A box's initial value is its attribute; a select's belongs to an option, so it is left out here. */
function plainName(tag: string, name: string): string {
  if (tag === "input" && name === "defaultValue") return "value";
  if (tag === "input" && name === "defaultChecked") return "checked";
  return tag === "select" && name === "defaultValue" ? "key" : name;
}

/** "" for none. */
function attributeOf(name: string, value: unknown): string {
  if (value === null || value === undefined || SILENT.has(name)) return "";
  if (NEVER.test(name) || !SAFE.test(name)) throw new NotMarkup(name);
  const text = textOfValue(value);
  if (BOOLEAN.has(name)) return value ? ` ${name}=""` : "";
  if (name === "download" && typeof value === "boolean") return value ? ' download=""' : "";
  if (typeof value === "boolean" && !/^(data|aria)-/.test(name) && !SPELT.has(name)) return "";
  if (COUNTS.has(name) && !(Number(value) >= 1)) return "";
  if (NUMBERS.has(name) && Number.isNaN(Number(value))) return "";
  if (ADDRESSES.has(name)) {
    if (text === "" && name === "src") return "";
    if (SCRIPT.test(text)) throw new NotMarkup(name);
  }
  return ` ${NAMES.get(name) ?? name}="${escapedText(text)}"`;
}

/** As text and inside quotes. */
export const escapedText = (text: string): string =>
  MARK.test(text) ? text.replace(EVERY_MARK, (mark) => ESCAPES[mark] ?? mark) : text;

/** Of numbers, strings and booleans; anything else is left to React. */
export function textOfValue(value: unknown): string {
  if (["string", "number", "boolean", "bigint"].includes(typeof value)) return String(value);
  throw new NotMarkup(typeof value);
}

const MARK = /["&'<>]/;
const EVERY_MARK = /["&'<>]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "&": "&amp;",
  "'": "&#x27;",
  "<": "&lt;",
  ">": "&gt;",
};

const SAFE = /^[A-Za-z_][\w.:-]*$/;
/** Only React handles these. */
const NEVER = /^(style|dangerouslySetInnerHTML|ref|defaultValue|defaultChecked|innerHTML|on.+)$/i;
const SILENT = new Set(["key", "children", "suppressHydrationWarning", "suppressContentEditableWarning"]);

/** A browser ignores control characters and line breaks in it. */
const SCRIPT =
  // oxlint-disable-next-line no-control-regex
  /^[\u0000-\u001F ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;
const ADDRESSES = new Set(["href", "src", "xlinkHref", "action", "formAction"]);

const words = (text: string): string[] => text.split(/\s+/);
const BOOLEAN = new Set(
  words(`allowFullScreen async autoFocus autoPlay checked controls default defer disabled formNoValidate hidden inert
    itemScope loop multiple muted noModule noValidate open playsInline readOnly required reversed scoped selected`),
);
/** Written out even if false. */
const SPELT = new Set(
  words("contentEditable draggable spellCheck value autoReverse focusable preserveAlpha"),
);
const COUNTS = new Set(words("cols rows size span"));
const NUMBERS = new Set(words("rowSpan start"));

/** `strokeWidth` is `stroke-width`; others are the same in HTML, whatever their case. */
const DASHED =
  words(`accept-charset http-equiv accent-height alignment-baseline arabic-form baseline-shift cap-height
  clip-path clip-rule color-interpolation color-interpolation-filters color-profile color-rendering dominant-baseline
  enable-background fill-opacity fill-rule flood-color flood-opacity font-family font-size font-size-adjust font-stretch
  font-style font-variant font-weight glyph-name glyph-orientation-horizontal glyph-orientation-vertical horiz-adv-x
  horiz-origin-x image-rendering letter-spacing lighting-color marker-end marker-mid marker-start overline-position
  overline-thickness paint-order pointer-events rendering-intent shape-rendering stop-color stop-opacity
  strikethrough-position strikethrough-thickness stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration text-rendering transform-origin
  underline-position underline-thickness unicode-bidi unicode-range units-per-em v-alphabetic v-hanging v-ideographic
  v-mathematical vector-effect vert-adv-y vert-origin-x vert-origin-y word-spacing writing-mode x-height`);
const NAMES: ReadonlyMap<string, string> = new Map([
  ["className", "class"],
  ["htmlFor", "for"],
  ["tabIndex", "tabindex"],
  ["xlinkHref", "xlink:href"],
  ...DASHED.map((name): [string, string] => [
    name.replace(/-[a-z]/g, ([, letter = ""]) => letter.toUpperCase()),
    name,
  ]),
]);
