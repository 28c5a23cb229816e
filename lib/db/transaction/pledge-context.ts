import { namesPledges } from "@/lib/domain/pledge/condition";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Around, PledgeDetailsContext } from "@/lib/domain/details/pledge-details";
import type { RuleSettings } from "@/lib/domain/people/register";
import type { Transaction } from "../connection";
import { selectWaitingFor } from "../derived/rederive";
import type { UnitOfWork } from "../derived/unit-of-work";
import { selectAroundNamed } from "../queries/pledges/around";
import { sentTogether } from "../sql/sent-together";
import { selectCycles, selectFacts } from "../statements/condition-facts";
import { lockLimits } from "../statements/sharing";
import { lockNamed } from "./tx/pledges";

export type PledgeContext = Omit<PledgeDetailsContext, keyof RuleSettings>;

interface ForStage {
  locked: Pledge[];
  around: Around | null;
}

export interface ShownWithPledges {
  /**
   * Those that exist, locked in order of their ids, and what a stage change of one of them depends on: other
   * changes that allocate from its limits wait.
   */
  lockForStage(references: readonly string[], reference: string): Promise<ForStage>;
  /** What is shown with a locked pledge, as it is now. */
  contextOf(pledge: Pledge): Promise<PledgeContext>;
}

export function shownWithPledges(q: Transaction, touched: UnitOfWork): ShownWithPledges {
  const arounds = new Map<string, Around>();
  return {
    async lockForStage(references, reference) {
      const [locked, , around] = await sentTogether([
        lockNamed(q, references),
        lockLimits(q, reference),
        selectAroundNamed(q, reference),
      ]);
      if (around) arounds.set(reference, around);
      return { locked, around };
    },
    contextOf(pledge) {
      // Changing any of these records locks the pledge too (except people's names): only this transaction can
      // have changed them since.
      const isAlone = touched.events.every(({ entity, id }) => entity === "pledge" && id === pledge.id);
      return pledgeContext(q, touched, pledge, (isAlone && arounds.get(pledge.reference)) || null);
    },
  };
}

/**
 * The end of the transaction derives from the same context, unless something is saved in between. There it
 * looks for cycles again, under their own lock.
 */
async function pledgeContext(
  q: Transaction,
  touched: UnitOfWork,
  pledge: Pledge,
  known: Around | null,
): Promise<PledgeContext> {
  const mayBeInCycle = namesPledges(pledge.condition);
  const [, around, facts, cycles, waiting] = await sentTogether([
    touched.written(),
    known ?? selectAroundNamed(q, pledge.reference),
    selectFacts(q, [pledge.condition]),
    selectCycles(q, mayBeInCycle ? [pledge.reference] : []),
    // A pledge that begins to wait for it would lock it first.
    selectWaitingFor(q, touched.leaves),
  ]);
  if (!around) throw new Error(`${pledge.reference} isn't on record`);
  const context = { ...around, facts, cycle: cycles.get(pledge.reference) ?? null };
  touched.waiting = waiting;
  if (!mayBeInCycle) touched.contexts.set(pledge.id, { pledge, ...context });
  return context;
}
