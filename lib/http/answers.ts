// Answers that went well.
export type Answer<T> = (value: T) => Response;

const PRIVATE = { "Cache-Control": "private, no-store" };

export const json =
  <T>(shape: (value: T) => unknown): Answer<T> =>
  (value) =>
    Response.json(shape(value), { headers: PRIVATE });

/** A record: its version is its ETag. */
export const record =
  <T extends { version: number }>(shape: (value: T) => unknown): Answer<T> =>
  (value) =>
    Response.json(shape(value), { headers: { ...PRIVATE, ETag: `"${value.version}"` } });

export const created =
  <T extends { version: number }>(shape: (value: T) => unknown, location: (value: T) => string): Answer<T> =>
  (value) =>
    Response.json(shape(value), {
      status: 201,
      headers: { ...PRIVATE, ETag: `"${value.version}"`, Location: location(value) },
    });

/** Rows as they come from the database; a reader who leaves stops the reading. */
export const csv =
  (name: string): Answer<AsyncIterable<string>> =>
  (lines) =>
    new Response(ReadableStream.from(encoded(lines)), {
      headers: {
        ...PRIVATE,
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}.csv"`,
      },
    });

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}
