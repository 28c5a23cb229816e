// Fills a founded, empty register through `write()`, many records per transaction and several participants in parallel.
// Each record has its event, and derived rows are derived as usual.
import { write, type RecordOf, type Tx } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import type { Action, EntityType } from "@/lib/domain/base/audit";
import { ok } from "@/lib/domain/base/result";
import { generatePledges, pairOf, type Generated } from "./generate";

export async function fillBench(
  size: { seed: number; pledges: number },
  at: string,
  actor: Actor,
  dressed: (pledge: RecordOf["pledge"], index: number) => RecordOf["pledge"] = (pledge) => pledge,
): Promise<Generated> {
  const made = generatePledges(size, at);
  const generated = { ...made, pledges: made.pledges.map(dressed) };
  await record(actor, "participant", generated.participants, "participant.recorded");
  await record(actor, "source", generated.sources, "source.recorded");
  await record(actor, "pledge", inTurn(generated.pledges), "pledge.logged", takeNumbers);
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
  first: (tx: Tx, some: readonly RecordOf[E][]) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const inLane = async (lane: readonly RecordOf[E][]): Promise<void> => {
    for (let from = 0; from < lane.length; from += BATCH) {
      const some = lane.slice(from, from + BATCH);
      await write(actor, async (tx) => {
        await first(tx, some);
        await tx.saveNew(entity, some, () => ({ action }));
        return ok(null);
      });
    }
  };
  await Promise.all(lanesOf(records).map(inLane));
}

/** The records of two participants that may promise jointly stay together, in order. */
function lanesOf<R extends object>(records: readonly R[]): R[][] {
  const lanes = Array.from({ length: LANES }, (): R[] => []);
  const laneOf = new Map<unknown, R[] | undefined>();
  for (const record of records) {
    const whose = "participant" in record ? pairOf(String(record.participant)) : null;
    if (!laneOf.has(whose)) laneOf.set(whose, lanes[laneOf.size % LANES]);
    laneOf.get(whose)?.push(record);
  }
  return lanes;
}

/** Takes the numbers from the register, so that it continues after them; fails where one isn't as generated. */
async function takeNumbers(tx: Tx, pledges: readonly RecordOf["pledge"][]): Promise<void> {
  const cells = new Map<string, RecordOf["pledge"][]>();
  for (const pledge of pledges) {
    const cell = `${pledge.participant}-${String(pledge.priority)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), pledge]);
  }
  const asked = [...cells.values()].flatMap((some) => {
    const [first] = some;
    return first ? { participant: first.participant, priority: first.priority, pledges: some.length } : [];
  });
  const given = await tx.pledges.nextNumbers(asked);
  for (const [place, some] of [...cells.values()].entries())
    for (const [after, { reference }] of some.entries()) {
      const next = (given[place] ?? 0) + after;
      if (numberOf(reference) !== next)
        throw new Error(`${reference} comes out of turn: ${String(next)} is next`);
    }
}

/** Numbers are consecutive in each cell, so the first pledge of every cell comes before any second. */
const inTurn = (pledges: readonly RecordOf["pledge"][]): RecordOf["pledge"][] =>
  [...pledges].sort((a, b) => numberOf(a.reference) - numberOf(b.reference));

const numberOf = (reference: string): number => Number(reference.slice(reference.lastIndexOf("-") + 1));
