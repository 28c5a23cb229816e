import { FindDecisions } from "@/components/conditions/smallest-sets/find";
import { SmallestSetsSection } from "@/components/conditions/smallest-sets/sets";
import { decisionsAsked } from "@/lib/conditions/smallest-sets/filter";
import { loadSetsForPledge, loadSetsForRequirement } from "@/lib/conditions/smallest-sets/queries";
import { isPast } from "@/lib/domain/base/as-of";
import { mayDecide } from "@/lib/domain/people/actor";
import { loadNames } from "../names";
import { readAt } from "../read-at";
import type { Search } from "../search";

interface Given {
  about: { kind: "pledge" | "requirement"; reference: string };
  search: Search;
}

/** The fewest decisions that a pledge or a requirement needs; searched only when the address asks for it. */
export async function DecisionsOn({ about: { kind, reference }, search }: Given) {
  const { actor, at, moment } = await readAt();
  const home = `/${kind}s/${reference}`;
  const dormant = decisionsAsked(search);
  if (dormant === null) return <FindDecisions about={kind} home={home} />;
  const [found, { participants }] = await Promise.all([
    kind === "pledge"
      ? loadSetsForPledge(actor, reference, { dormant }, at)
      : loadSetsForRequirement(actor, reference, { dormant, need: null }, at),
    loadNames(actor, at),
  ]);
  if (!found.ok) return null;
  return (
    <SmallestSetsSection
      about={kind}
      found={found.value}
      isAssumed={dormant === "assumed"}
      names={participants}
      home={home}
      asOf={isPast(at) ? moment : null}
      maySuppose={mayDecide(actor)}
    />
  );
}
