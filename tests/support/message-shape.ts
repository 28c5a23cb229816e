// The parts of a message besides its words: values, tags, and plural forms.
export interface Shape {
  values: ReadonlySet<string>;
  tags: ReadonlySet<string>;
  /** The selectors of each plural: "=0", "one", "other". */
  plurals: readonly string[][];
}

/** Throws on unbalanced braces. */
export function shapeOf(message: string): Shape {
  const shape = { values: new Set<string>(), tags: new Set<string>(), plurals: [] as string[][] };
  for (const [, tag = ""] of message.matchAll(/<(\w+)>/g)) shape.tags.add(tag);
  const end = readText(message, 0, shape);
  if (end !== message.length) throw new Error(`a brace too many at ${end}: ${message}`);
  return shape;
}

type Read = { values: Set<string>; plurals: string[][] };

/** Up to the brace that closes this text, or to its end. */
function readText(text: string, from: number, shape: Read): number {
  let at = from;
  while (at < text.length && text[at] !== "}")
    at = text[at] === "{" ? readValue(text, at + 1, shape) : at + 1;
  return at;
}

function readValue(text: string, from: number, shape: Read): number {
  const [head = "", name = "", kind] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*)?)?/.exec(text.slice(from)) ?? [];
  if (name === "") throw new Error(`no value at ${from}: ${text}`);
  shape.values.add(name);
  let at = from + head.length;
  const selectors: string[] = [];
  for (let next; (next = /^\s*(=?\w+)\s*\{/.exec(text.slice(at)));) {
    selectors.push(next[1] ?? "");
    at = readText(text, at + next[0].length, shape) + 1;
  }
  if (kind === "plural") shape.plurals.push(selectors);
  const [close] = /^\s*\}/.exec(text.slice(at)) ?? [];
  if (close === undefined) throw new Error(`a value doesn’t close at ${at}: ${text}`);
  return at + close.length;
}
