// The graph of who waits for whom, with requirements where they are asked for. The page and the API show the same.
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { ok, type Result } from "@/lib/domain/base/result";
import type { GraphNeed, NamedGraph } from "@/lib/domain/conditions/graph/graph";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import type { Actor } from "@/lib/domain/people/actor";
import type { GraphFilter } from "@/lib/conditions/graph/filter";
import { loadDependencyGraph } from "@/lib/conditions/graph/queries";
import { loadNeeds } from "@/lib/requirements/needs/queries";

export async function loadGraph(
  actor: Actor,
  filter: GraphFilter,
  at: NowOrAsOf,
): Promise<Result<NamedGraph>> {
  const needs = filter.needs === "with" ? await loadNeeds(actor, at) : ok([]);
  return needs.ok ? loadDependencyGraph(actor, filter, needs.value.map(graphNeed), at) : needs;
}

const graphNeed = ({ requirement: { reference, title }, coverage }: RequirementDetails): GraphNeed => ({
  reference,
  title,
  pledges: [
    ...new Set(
      coverage.offers.flatMap(({ offer, pledge }) => (offer.withdrawn === null ? pledge.reference : [])),
    ),
  ].sort(),
});
