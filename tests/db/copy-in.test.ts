// Rows sent by COPY are what INSERT would make of them, whatever they contain; an error is reported, and undoes all of it.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askPool, disconnect } from "@/lib/db/client";
import { inPrismaTransaction } from "@/lib/db/prisma";
import { copyIn } from "@/lib/db/bulk/copy-in";
import { createTestDatabase } from "../support/registers/database";

let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.ownerUrl;
  drop = database.drop;
});
afterAll(async () => {
  await disconnect();
  await drop();
});

interface Kept {
  place: number;
  words: string | null;
  told: unknown;
  holds: boolean | null;
  day: string | null;
}

/** How many rows there are, and how many of them differ from those by INSERT. */
const copied = (rows: readonly Kept[], perTime = 1): Promise<{ rows: number; otherwise: number }> =>
  inPrismaTransaction(
    async ({ client }) => {
      await client.query("CREATE TABLE kept (place int, words text, told jsonb, holds boolean, day date)");
      await client.query("CREATE TABLE twin (LIKE kept)");
      await client.query(
        "INSERT INTO twin SELECT * FROM unnest($1::int[], $2::text[], $3::jsonb[], $4::boolean[], $5::date[])",
        [
          rows.map(({ place }) => place),
          rows.map(({ words }) => words),
          rows.map(({ told }) => JSON.stringify(told)),
          rows.map(({ holds }) => holds),
          rows.map(({ day }) => day),
        ],
      );
      const groups = rows.filter((_, place) => place % perTime === 0).map(({ place }) => place);
      await copyIn(client, "kept", groups, (from) => rows.slice(from, from + perTime));
      const { rows: read } = await client.query<{ rows: number; otherwise: number }>(
        `SELECT (SELECT count(*)::int FROM kept) AS rows,
                (SELECT count(*)::int FROM (TABLE kept EXCEPT ALL TABLE twin) x) AS otherwise`,
      );
      return read[0] ?? { rows: 0, otherwise: 0 };
    },
    () => "ROLLBACK",
  );

/** Letters, and characters that mean something in COPY. */
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("\\", "\t", "\n", "\r", "\\N", "\\.", "\\t", '"', "'", ","),
    ),
  )
  .map((parts) => parts.join("").replaceAll("\0", ""));
const json = fc
  .jsonValue()
  .map((value) => JSON.parse(JSON.stringify(value).replaceAll("\\u0000", "")) as unknown);
const row = fc.record({
  words: fc.option(words),
  told: fc.oneof(fc.dictionary(words, json), fc.array(json)),
  holds: fc.option(fc.boolean()),
  day: fc.option(fc.constantFrom("2026-02-28", "1999-12-31")),
});

test("any text and any JSON is stored as by INSERT, however many rows", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { maxLength: 200 }),
      fc.integer({ min: 1, max: 70 }),
      async (some, perTime) => {
        const rows = some.map((one, place) => ({ place, ...one }));
        expect(await copied(rows, perTime)).toEqual({ rows: rows.length, otherwise: 0 });
      },
    ),
  );
});

test("a row that can't be stored, or can't be made, is reported, and the connection goes on", async () => {
  const good = { place: 0, words: "a", told: {}, holds: null, day: null };
  await expect(copied([good, { ...good, place: 1, day: "no day" }])).rejects.toMatchObject({ code: "22007" });
  await expect(
    inPrismaTransaction(
      async ({ client }) => {
        await client.query("CREATE TABLE kept (place int)");
        await copyIn(
          client,
          "kept",
          Array.from({ length: 500 }, (_, place) => place),
          (place) => {
            if (place === 300) throw new Error("no such row");
            return [{ place }];
          },
        );
      },
      () => "COMMIT",
    ),
  ).rejects.toThrow("no such row");
  expect(await copied([good])).toEqual({ rows: 1, otherwise: 0 });
  expect((await askPool("SELECT to_regclass('kept') AS kept"))[0]).toEqual({ kept: null });
});
