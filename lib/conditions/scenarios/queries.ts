import "server-only";
import { mayDecide, type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { leafOfAssumption, linesNamed } from "@/lib/domain/history/scenarios/named-lines";
import { isSameJson, type Json } from "@/lib/domain/base/canonical";
import type { Condition, Leaf } from "@/lib/domain/pledge/condition";
import type { Instant } from "@/lib/domain/base/day";
import { basesFor } from "@/lib/domain/conditions/keystone";
import { leafName } from "@/lib/domain/conditions/leaf-name";
import { namingIn } from "@/lib/domain/history/snapshot-waiting";
import { factsNamedIn } from "@/lib/domain/conditions/leaf-facts";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { RULES_VERSION, type Scenario } from "@/lib/domain/history/scenarios/scenario";
import { factsOfSnapshot } from "@/lib/domain/history/scenarios/result";
import type {
  ScenarioChoices,
  KnownScenario,
  Named,
  ScenarioPreview,
  ScenarioDetails,
} from "@/lib/domain/history/scenarios/scenario-details";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { findNamesOfPeople } from "@/lib/db/queries/workspace/people-names";
import { findScenario, findScenarios } from "@/lib/db/queries/conditions/scenarios";
import { shownTo } from "@/lib/db/queries/pledges/sealed";
import { choicesIn } from "./choices";
import type { ScenarioFilter } from "./filter";
import type { PreviewInput } from "./schema";
import { findSupposed, findSnapshotAt, openResult, resultFor } from "./supposing";

export async function loadScenarios(
  actor: Actor,
  { withdrawn }: ScenarioFilter,
): Promise<Result<KnownScenario[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const visible = (await findScenarios()).filter(
    (one) => withdrawn === "with" || (withdrawn === "only") === (one.withdrawn !== null),
  );
  return ok(await known(visible));
}

export async function loadScenario(actor: Actor, id: string): Promise<Result<ScenarioDetails>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const found = await findScenario(id);
  const [scenario] = found ? await known([found]) : [];
  if (!scenario) return refuse("not-found");
  const { assumptions, asOf, position, rules } = scenario;
  const snapshot = await findSnapshotAt(position);
  const own = { scenario, version: scenario.version, rulesNow: RULES_VERSION };
  if (rules !== RULES_VERSION)
    return ok({ ...own, result: scenario.result, named: namedIn(snapshot, scenario), same: null });
  const result = await resultFor((pledges) => shownTo(actor, pledges), snapshot, assumptions, asOf);
  const again = openResult(snapshot, assumptions, asOf);
  const same = isSameJson(again as unknown as Json, scenario.result as unknown as Json);
  return ok({ ...own, result, named: namedIn(snapshot, { assumptions, result }), same });
}

/** The outcome; nothing is stored. */
export async function previewScenario(
  actor: Actor,
  input: PreviewInput,
  at: Instant,
): Promise<Result<ScenarioPreview>> {
  if (!mayDecide(actor)) return refuse("role");
  const found = await findSupposed(input, at);
  if (!found.ok) return found;
  const { point, position, snapshot, assumptions } = found.value;
  const result = await resultFor((pledges) => shownTo(actor, pledges), snapshot, assumptions, point.at);
  return ok({ ...point, position, result, named: namedIn(snapshot, { assumptions, result }) });
}

export async function loadScenarioChoices(
  actor: Actor,
  asOf: string | null,
  at: Instant,
): Promise<Result<ScenarioChoices & { at: Instant }>> {
  if (!mayDecide(actor)) return refuse("role");
  const found = await findSupposed({ asOf, assumptions: [] }, at);
  if (!found.ok) return found;
  const { point, snapshot } = found.value;
  const choices = await choicesIn(snapshot, (pledges) => shownTo(actor, pledges));
  return ok({ ...choices, at: point.at });
}

const known = async (scenarios: readonly Scenario[]): Promise<KnownScenario[]> => {
  const names = await findNamesOfPeople(scenarios.map(({ ownerId }) => ownerId));
  return scenarios.map((one) => ({ ...one, owner: names.get(one.ownerId) ?? "" }));
};

function namedIn(
  snapshot: Snapshot,
  { assumptions, result }: Pick<Scenario, "assumptions" | "result">,
): Named {
  const next = [result.next.base, result.next.supposed].flatMap((one) => (one ? [one.leaf] : []));
  const speaks: Condition = { all: [...next, ...assumptions.flatMap(leafOfAssumption)] };
  const inferred = next.map((leaf) => [leafName(leaf), inferredIn(snapshot, leaf)] as const);
  return {
    facts: factsNamedIn(speaks, factsOfSnapshot(snapshot)),
    lines: linesNamed(snapshot, assumptions),
    inferred: Object.fromEntries(inferred),
  };
}

const inferredIn = (snapshot: Snapshot, leaf: Leaf): number =>
  namingIn(snapshot, leaf).filter((pledge) => basesFor(leaf, pledge).every((basis) => basis === "INFERRED"))
    .length;
