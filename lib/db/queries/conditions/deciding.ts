// Pledges with everything that decides whether they start and may be allocated, as part of a snapshot.
import { EMPTY_SNAPSHOT, type Snapshot } from "@/lib/domain/history/snapshot";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { askPrisma } from "../../prisma";
import { selectApprovals } from "../../records/approval";
import { selectPledges } from "../../records/pledge";
import { selectTriggers } from "../../records/trigger";
import { findFacts } from "./conditions";

/**
 * These pledges, those that their conditions name and their replacements, the approvals of all of them, and
 * the pledges that share a mandate.
 */
export async function findDeciding(references: readonly string[]): Promise<Snapshot> {
  const own = await find(references);
  const facts = await findFacts(own.map(({ condition }) => condition));
  const named = await find(
    without(
      facts.pledges.map(({ reference }) => reference),
      own,
    ),
  );
  const concerned = [...own, ...named];
  const served = concerned.map(({ reference }) => reference);
  const approvals = await askPrisma((db) =>
    selectApprovals(db, {
      OR: [
        { id: { in: facts.approvals.map(({ id }) => id) } },
        { serves: { some: { removedIn: null, pledge: { reference: { in: served } } } } },
      ],
    }),
  );
  const sharing = approvals.filter(({ limits }) => limits !== null).flatMap(({ serves }) => serves);
  const codes = facts.triggers.map(({ code }) => code);
  const [others, triggers] = await Promise.all([
    find(without(sharing, concerned)),
    codes.length === 0 ? [] : askPrisma((db) => selectTriggers(db, { code: { in: codes } })),
  ]);
  return {
    ...EMPTY_SNAPSHOT,
    pledge: new Map([...concerned, ...others].map((pledge) => [pledge.id, pledge])),
    approval: new Map(approvals.map((approval) => [approval.id, approval])),
    trigger: new Map(triggers.map((trigger) => [trigger.code, trigger])),
  };
}

const find = (references: readonly string[]): Promise<Pledge[]> =>
  references.length === 0
    ? Promise.resolve([])
    : askPrisma((db) => selectPledges(db, { reference: { in: [...references] } }));

const without = (references: readonly string[], known: readonly Pledge[]): string[] => {
  const had = new Set(known.map(({ reference }) => reference));
  return [...new Set(references)].filter((reference) => !had.has(reference));
};
