// Addresses: a scenario being put together is a link that holds its assumptions.
import { viewHref } from "@/components/ui/address/view-href";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";
import { assumptionName, withAssumptionNamed } from "@/lib/domain/history/scenarios/assumption-name";
import type { Leaf } from "@/lib/domain/pledge/condition";
import type { AssumptionNames } from "@/lib/domain/history/scenarios/scenario-details";
import type { Priority } from "@/lib/domain/base/priority";

export interface NewScenarioView {
  /** A baseline by its id or name, or an instant; null: now. */
  asOf: string | null;
  assumptions: readonly Assumption[];
  priority: Priority | null;
}

export const newHref = ({ asOf, assumptions, priority }: NewScenarioView, fragment?: string): string =>
  viewHref("/scenarios/new", { asOf, suppose: assumptions.map(assumptionName), priority }, fragment);

export const scenarioHref = (id: string, priority: Priority | null = null): string =>
  viewHref(`/scenarios/${id}`, { priority });

/** A scenario with this keystone assumed. */
export const supposeHref = (leaf: Leaf): string =>
  newHref({ asOf: null, assumptions: [withAssumptionNamed(leaf)], priority: null });

/** The page of what is assumed. */
export function subjectHref(one: Assumption, { facts, lines }: AssumptionNames): string | null {
  if ("trigger" in one) return `/conditions/${one.trigger}`;
  if ("pledge" in one) return `/pledges/${one.pledge}`;
  if ("contribution" in one) {
    const line = lines[one.contribution];
    return line ? `/pledges/${line.reference}#contributions` : null;
  }
  const approval = facts.approvals.find(({ id }) => id === one.approval);
  return approval ? `/participants/${approval.participant}#approvals` : null;
}
