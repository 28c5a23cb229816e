// Fills a founded, empty register through the one door for changes, many records to a transaction and some participants
// beside others: each record has its event, and what is derived is derived as ever.
import { write, type RecordOf, type Tx } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/actor";
import type { Action, EntityType } from "@/lib/domain/audit";
import { ok } from "@/lib/domain/result";
import { generate, type Generated } from "./generate";

export async function fill(
  size: { seed: number; pledges: number },
  at: string,
  actor: Actor,
  dressed: (pledge: RecordOf["pledge"], index: number) => RecordOf["pledge"] = (pledge) => pledge,
): Promise<Generated> {
  const made = generate(size, at);
  const generated = { ...made, pledges: made.pledges.map(dressed) };
  await record(actor, "participant", generated.participants, "participant.recorded");
  await record(actor, "source", generated.sources, "source.recorded");
  await record(actor, "pledge", inTurn(generated.pledges), "pledge.logged", takeNumber);
  await record(actor, "approval", generated.approvals, "approval.recorded");
  return generated;
}

const BATCH = 250;
const LANES = 3;

async function record<E extends EntityType>(
  actor: Actor,
  entity: E,
  records: readonly RecordOf[E][],
  action: Action,
  first: (tx: Tx, one: RecordOf[E]) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const inLane = async (lane: readonly RecordOf[E][]): Promise<void> => {
    for (let from = 0; from < lane.length; from += BATCH) {
      await write(actor, async (tx) => {
        for (const one of lane.slice(from, from + BATCH)) {
          await first(tx, one);
          await tx.save(entity, null, one, { action });
        }
        return ok(null);
      });
    }
  };
  await Promise.all(lanesOf(records).map(inLane));
}

/** Each participant's records stay together, in their order. */
function lanesOf<R extends object>(records: readonly R[]): R[][] {
  const lanes = Array.from({ length: LANES }, (): R[] => []);
  const laneOf = new Map<unknown, R[] | undefined>();
  for (const record of records) {
    const whose = "participant" in record ? record.participant : null;
    if (!laneOf.has(whose)) laneOf.set(whose, lanes[laneOf.size % LANES]);
    laneOf.get(whose)?.push(record);
  }
  return lanes;
}

/** The register gives each pledge the number it was generated with, and so goes on from it. */
async function takeNumber(tx: Tx, { reference, participant, priority }: RecordOf["pledge"]): Promise<void> {
  const given = await tx.nextReference(participant, priority);
  if (given !== reference) throw new Error(`${reference} comes out of turn: ${given} is next`);
}

/** Numbers follow one another in each cell, so the first of all cells come before the second. */
const inTurn = (pledges: readonly RecordOf["pledge"][]): RecordOf["pledge"][] =>
  [...pledges].sort((a, b) => numberOf(a.reference) - numberOf(b.reference));

const numberOf = (reference: string): number => Number(reference.slice(reference.lastIndexOf("-") + 1));
