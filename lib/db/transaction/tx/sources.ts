import { createHash } from "node:crypto";
import { isId } from "@/lib/domain/base/id";
import type { Source } from "@/lib/domain/pledge/source";
import type { Transaction } from "../../connection";
import { RECORDS, type JsonOf } from "../../statements/record-json";
import { dateOrNull } from "../../records/codec";
import { selectSource, selectSources, sourceOf } from "../../records/source";
import { lockById, locked } from "../../sql/lock";

/** The content of a source. */
export type Document = Omit<Source, "id" | "version" | "createdAt">;

export const sourcesIn = (q: Transaction) => ({
  find: async (id: string): Promise<Source | null> => (isId(id) ? selectSource(q.db, id) : null),
  lock: async (id: string): Promise<Source | null> =>
    isId(id) ? locked(q.db, "source", lockById(id), () => selectSource(q.db, id)) : null,
  /** The oldest source on record with the same content. */
  findSame: async (document: Document): Promise<Source | null> => {
    const known = await sameSource(q, document);
    if (known) return known;
    // Another transaction may be recording it now: wait and look again.
    await waitFor(q, [document]);
    return sameSource(q, document);
  },
  /** For each, the source on record with the same content, or at the same address and not otherwise described. */
  findSaidBy: async (documents: readonly Document[]): Promise<(Source | null)[]> => {
    const known = await sourcesSaidBy(q, documents);
    const missing = documents.filter((_, place) => known[place] === null);
    if (missing.length === 0) return known;
    await waitFor(q, missing);
    return sourcesSaidBy(q, documents);
  },
  /** All on record with the same content, oldest first; nobody can record another meanwhile. */
  findAlike: async (document: Document): Promise<Source[]> => {
    await waitFor(q, [document]);
    return alike(q, document, MOST_ALIKE);
  },
  findText: async (sha256: string): Promise<string | null> =>
    (await q.db.capturedText.findUnique({ where: { sha256 } }))?.text ?? null,
  /** Stores a text under its hash, which is on record with its source; returns the hash. */
  keepText: async (text: string): Promise<string> => {
    const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
    await q.db.capturedText.createMany({ data: [{ sha256, text }], skipDuplicates: true });
    return sha256;
  },
});

const MOST_ALIKE = 50;

async function waitFor(q: Transaction, documents: readonly Document[]): Promise<void> {
  const names = documents.map(({ publisher, url }) => `${publisher} ${url}`);
  await q.query("SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest($1::text[]) AS name", [
    [...new Set(names)].sort(),
  ]);
}

const sameSource = async (q: Transaction, document: Document): Promise<Source | null> =>
  (await alike(q, document, 1))[0] ?? null;

function alike(
  { db }: Transaction,
  { publisher, url, title, publishedOn, language, ownership }: Document,
  limit: number,
): Promise<Source[]> {
  const says = { publisher, url, title, publishedOn: dateOrNull(publishedOn), language, ownership };
  return selectSources(db, says, [{ createdAt: "asc" }, { id: "asc" }], limit);
}

async function sourcesSaidBy(q: Transaction, documents: readonly Document[]): Promise<(Source | null)[]> {
  const { rows } = await q.query<{ place: number; record: JsonOf["source"] }>(SOURCES_SAID_BY, [
    JSON.stringify(documents),
  ]);
  const found = new Map(rows.map(({ place, record }) => [place, sourceOf(record)]));
  return documents.map((_, place) => found.get(place + 1) ?? null);
}

const SOURCES_SAID_BY = `
  SELECT DISTINCT ON (d.place) d.place::int, ${RECORDS.source.json} AS record
    FROM ROWS FROM (json_to_recordset($1) AS (publisher text, url text, title text, "publishedOn" date, language text, ownership text))
         WITH ORDINALITY AS d (publisher, url, title, published_on, language, ownership, place)
    JOIN source r ON r.publisher = d.publisher AND r.url IS NOT DISTINCT FROM d.url AND r.ownership = d.ownership
         AND (r.title IS NOT DISTINCT FROM d.title OR d.url IS NOT NULL AND d.title IS NULL)
         AND (r.published_on IS NOT DISTINCT FROM d.published_on OR d.url IS NOT NULL AND d.published_on IS NULL)
         AND (r.language = d.language OR d.url IS NOT NULL AND d.language = 'und')
   ORDER BY d.place, (r.title IS NOT DISTINCT FROM d.title AND r.published_on IS NOT DISTINCT FROM d.published_on
         AND r.language = d.language) DESC, r.created_at, r.id`;
