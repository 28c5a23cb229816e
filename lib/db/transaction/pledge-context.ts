import { namesPledges } from "@/lib/domain/pledge/condition";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { SheetContext } from "@/lib/domain/details/pledge-details";
import type { Transaction } from "../connection";
import { selectWaitingFor } from "../derived/rederive";
import type { UnitOfWork } from "../derived/unit-of-work";
import { selectAroundNamed } from "../queries/pledges/around";
import { sentTogether } from "../sql/sent-together";
import { selectCycles, selectFacts } from "../statements/condition-facts";

export type PledgeContext = Omit<SheetContext, "timeZone" | "staleDays" | "mandateDays">;

/**
 * What is shown with a locked pledge. The end of the transaction derives from the same, unless something is saved in between.
 * Cycles are looked for again there, behind a lock of their own.
 */
export async function pledgeContext(
  q: Transaction,
  touched: UnitOfWork,
  pledge: Pledge,
): Promise<PledgeContext> {
  const mayBeInCycle = namesPledges(pledge.condition);
  const [, around, facts, cycles, waiting] = await sentTogether([
    touched.written(),
    selectAroundNamed(q, pledge.reference),
    selectFacts(q, [pledge.condition]),
    selectCycles(q, mayBeInCycle ? [pledge.reference] : []),
    // Who else comes to wait for it locks it first.
    selectWaitingFor(q, touched.leaves),
  ]);
  if (!around) throw new Error(`${pledge.reference} isn't on record`);
  const context = { ...around, facts, cycle: cycles.get(pledge.reference) ?? null };
  touched.waiting = waiting;
  if (!mayBeInCycle) touched.contexts.set(pledge.id, { pledge, ...context });
  return context;
}
