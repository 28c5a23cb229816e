import { randomUUID } from "node:crypto";
import type { Source } from "@/lib/domain/source";
import type { Tx } from "../write";

/** The document as it is on record: one that says the same of itself, else recorded now. */
export async function sourceOnRecord(
  tx: Pick<Tx, "at" | "findSameSource" | "save">,
  document: Omit<Source, "id" | "version" | "createdAt">,
): Promise<Source> {
  const known = await tx.findSameSource(document);
  if (known) return known;
  const source = { id: randomUUID(), ...document, version: 1, createdAt: tx.at };
  return tx.save("source", null, source, { action: "source.recorded" });
}
