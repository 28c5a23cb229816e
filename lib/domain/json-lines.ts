// Records as JSON Lines: each line the canonical JSON of one (RFC 8785), so that what is read back is the same bytes again.
import { canonical, type Json } from "./canonical";

export const jsonLine = (value: Json): string => `${canonical(value)}\n`;

export async function* jsonLinesOf(batches: AsyncIterable<readonly Json[]>): AsyncGenerator<string> {
  for await (const values of batches) if (values.length > 0) yield values.map(jsonLine).join("");
}

/** A file of it that is whole; a last line without its end was cut off, and throws. */
export function jsonLinesIn(text: string): Json[] {
  if (text === "") return [];
  if (!text.endsWith("\n")) throw new SyntaxError("the last line is not whole");
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line) as Json);
}
