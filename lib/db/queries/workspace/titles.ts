// Current titles of records that a notice identifies only by key.
import "server-only";
import type { Participant } from "@/lib/domain/people/participant";
import { askPrisma } from "../../prisma";
import { fromJson } from "../../records/codec";

export type NamedParticipant = Pick<Participant, "code" | "names">;

export async function findNamedParticipants(
  codes: readonly string[],
): Promise<Map<string, NamedParticipant>> {
  if (codes.length === 0) return new Map();
  const where = { code: { in: [...new Set(codes)] } };
  const rows = await askPrisma((db) =>
    db.participant.findMany({ where, select: { code: true, names: true } }),
  );
  return new Map(rows.map(({ code, names }) => [code, { code, names: fromJson(names) }]));
}

export interface TitledPledge {
  reference: string;
  title: string;
  isForCoalition: boolean;
}

export async function findPledgeTitles(references: readonly string[]): Promise<Map<string, TitledPledge>> {
  if (references.length === 0) return new Map();
  const where = { reference: { in: [...new Set(references)] } };
  const select = { reference: true, title: true, handling: true };
  const rows = await askPrisma((db) => db.pledge.findMany({ where, select }));
  return new Map(
    rows.map(({ handling, ...pledge }) => [
      pledge.reference,
      { ...pledge, isForCoalition: handling === "COALITION" },
    ]),
  );
}
