// Fills a founded, empty register through `write()`, many records per transaction and several participants in parallel.
// Each record has its event, and derived rows are derived as usual.
import { write, type RecordOf, type Tx } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import type { Action, EntityType } from "@/lib/domain/base/audit";
import { ok } from "@/lib/domain/base/result";
import { generatePledges, inTurn, numberOf, pairOf, type Generated } from "./generate";
import { generateWhole, NOTHING_MORE, wavesOf, type Whole } from "./whole";

export async function fillBench(
  size: { seed: number; pledges: number },
  at: string,
  actor: Actor,
  dressed: (pledge: RecordOf["pledge"], index: number) => RecordOf["pledge"] = (pledge) => pledge,
): Promise<Generated> {
  const made = generatePledges(size, at);
  const generated = { ...made, pledges: made.pledges.map(dressed) };
  await fill(actor, { ...generated, ...NOTHING_MORE });
  return generated;
}

/** The same, with everything that depends on other records. */
export async function fillWhole(
  size: { seed: number; pledges: number },
  at: string,
  actor: Actor,
): Promise<Whole> {
  const whole = generateWhole(size, at);
  return { ...whole, pledges: await fill(actor, whole) };
}

/** Returns the pledges in their final state. */
async function fill(actor: Actor, whole: Whole): Promise<RecordOf["pledge"][]> {
  await record(actor, "participant", whole.participants, "participant.recorded");
  await record(actor, "person", whole.people, "person.created");
  await record(actor, "source", whole.sources, "source.recorded");
  await record(actor, "trigger", whole.triggers, "trigger.recorded");
  for (const wave of wavesOf(inTurn(whole.pledges)))
    await record(actor, "pledge", wave, "pledge.logged", takeNumbers);
  await record(actor, "approval", whole.approvals, "approval.recorded");
  await record(actor, "requirement", whole.requirements, "requirement.recorded");
  await record(actor, "offer", whole.offers, "offer.made");
  await record(actor, "ruling", whole.rulings, "ruling.made");
  await record(actor, "question", whole.questions, "question.asked");
  const changed = new Map<string, RecordOf["pledge"]>();
  for (const some of batchesOf(whole.later))
    for (const pledge of await changeAll(actor, some)) changed.set(pledge.reference, pledge);
  return whole.pledges.map((pledge) => changed.get(pledge.reference) ?? pledge);
}

const batchesOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, n) => all.slice(n * BATCH, (n + 1) * BATCH));

async function changeAll(actor: Actor, some: Whole["later"]): Promise<RecordOf["pledge"][]> {
  const done = await write(actor, async (tx) => {
    const saved: RecordOf["pledge"][] = [];
    await tx.pledges.lockMany(some.map(({ reference }) => reference));
    for (const { reference, change } of some) {
      const before = await tx.pledges.lock(reference);
      if (!before) throw new Error(`${reference} is not on record`);
      saved.push(await tx.save("pledge", before, { ...before, ...change }, { action: "pledge.changed" }));
    }
    return ok(saved);
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

const BATCH = 125;
const LANES = 3;

async function record<E extends EntityType>(
  actor: Actor,
  entity: E,
  records: readonly RecordOf[E][],
  action: Action,
  first: (tx: Tx, some: readonly RecordOf[E][]) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const inLane = async (lane: readonly RecordOf[E][]): Promise<void> => {
    for (const some of batchesOf(lane))
      await patiently(() =>
        write(actor, async (tx) => {
          await first(tx, some);
          await tx.saveNew(entity, some, () => ({ action }));
          return ok(null);
        }),
      );
  };
  await Promise.all(lanesOf(records).map(inLane));
}

/** All lanes update the same counters, so on a busy machine one may wait longer than a request would. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let left = TRIES; ; left -= 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (left === 0 || (error as { code?: unknown }).code !== LOCK_TIMEOUT) throw error;
    }
  }
}

const TRIES = 10;
const LOCK_TIMEOUT = "55P03";

/** The records of two participants that may promise jointly stay together, in order. */
function lanesOf<R extends object>(records: readonly R[]): R[][] {
  const lanes = Array.from({ length: LANES }, (): R[] => []);
  const laneOf = new Map<unknown, R[] | undefined>();
  for (const record of records) {
    const whose = placeIn(record);
    if (!laneOf.has(whose)) laneOf.set(whose, lanes[laneOf.size % LANES]);
    laneOf.get(whose)?.push(record);
  }
  return lanes;
}

/** The number of the participant's pair; for a record about a pledge, that of the pledge. */
function placeIn(record: object): number | null {
  if ("pledge" in record) return pairOf(String(record.pledge).split("-")[0] ?? "");
  return "participant" in record ? pairOf(String(record.participant)) : null;
}

/** Takes the numbers from the register, so that it continues after them; fails if one isn't as generated. */
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
