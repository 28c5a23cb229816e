// The graph of who waits for whom, with requirements where they are asked for. The page and the API show the same.
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { ok, type Result } from "@/lib/domain/base/result";
import type { GraphNeed, NamedGraph } from "@/lib/domain/conditions/graph/graph";
import type { Actor } from "@/lib/domain/people/actor";
import type { GraphFilter } from "@/lib/conditions/graph/filter";
import { loadDependencyGraph } from "@/lib/conditions/graph/queries";
import { loadRequirements } from "@/lib/requirements/queries";

export async function loadGraph(
  actor: Actor,
  filter: GraphFilter,
  at: NowOrAsOf,
): Promise<Result<NamedGraph>> {
  const needs = filter.needs === "with" ? await loadNeeds(actor, at) : ok([]);
  return needs.ok ? loadDependencyGraph(actor, filter, needs.value, at) : needs;
}

const OPEN: Parameters<typeof loadRequirements>[1] = {
  priority: [],
  criticality: [],
  closed: "without",
  sort: "criticality",
};

async function loadNeeds(actor: Actor, at: NowOrAsOf): Promise<Result<GraphNeed[]>> {
  const requirements = await loadRequirements(actor, OPEN, at);
  if (!requirements.ok) return requirements;
  return ok(
    requirements.value.map(({ requirement: { reference, title }, coverage }) => ({
      reference,
      title,
      pledges: [
        ...new Set(
          coverage.offers.flatMap(({ offer, pledge }) => (offer.withdrawn === null ? pledge.reference : [])),
        ),
      ].sort(),
    })),
  );
}
