import { randomUUID } from "node:crypto";
import type { Source } from "@/lib/domain/pledge/source";
import type { Tx } from "./tx";

type Document = Omit<Source, "id" | "version" | "createdAt">;

/** For many documents, each recorded once. One whose address is on record may say less than the source there. */
export async function sourcesOnRecord(
  tx: Pick<Tx, "at" | "sources" | "saveNew">,
  documents: readonly Document[],
): Promise<Source[]> {
  const each = new Map(documents.map((document) => [nameOf(document), document]));
  const found = await tx.sources.findSaidBy([...each.values()]);
  const made: Source[] = [];
  const byName = new Map(
    [...each].map(([name, document], place) => {
      const known = found[place];
      if (known) return [name, known];
      const source = { id: randomUUID(), ...document, version: 1, createdAt: tx.at };
      made.push(source);
      return [name, source];
    }),
  );
  if (made.length > 0) await tx.saveNew("source", made, () => ({ action: "source.recorded" }));
  return documents.map((document) => byName.get(nameOf(document)) as Source);
}

const nameOf = ({ publisher, url, title, publishedOn, language, ownership }: Document): string =>
  JSON.stringify([publisher, url, title, publishedOn, language, ownership]);

/** An existing source with the same content, else a new one. */
export async function sourceOnRecord(
  tx: Pick<Tx, "at" | "sources" | "save">,
  document: Omit<Source, "id" | "version" | "createdAt">,
): Promise<Source> {
  const known = await tx.sources.findSame(document);
  if (known) return known;
  const source = { id: randomUUID(), ...document, version: 1, createdAt: tx.at };
  return tx.save("source", null, source, { action: "source.recorded" });
}
