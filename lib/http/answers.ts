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
    new Response(streamOf(lines), {
      headers: {
        ...PRIVATE,
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${name}.csv"`,
      },
    });

function streamOf(lines: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const rest = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(stream) {
      const line = await rest.next();
      if (line.done === true) stream.close();
      else stream.enqueue(encoder.encode(line.value));
    },
    async cancel() {
      await rest.return?.();
    },
  });
}
