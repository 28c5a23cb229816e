// A scenario as pages and the API show it, and the choices when composing one.
import type { Approval } from "../../pledge/approval";
import type { Contribution } from "../../pledge/contribution";
import type { Instant } from "../../base/day";
import type { LeafFacts, PledgeFact } from "../../conditions/leaf-facts";
import type { Unit } from "../../pledge/quantity";
import type { PledgeName, Scenario, ScenarioResult } from "./scenario";
import type { Trigger } from "../../pledge/trigger";

export interface KnownScenario extends Scenario {
  /** Name of the author. */
  owner: string;
}

/** The names needed to show the assumptions and the result, as at that moment. */
export interface Named {
  facts: LeafFacts;
  /** Contributions with an assumed amount, by id. */
  lines: Readonly<Record<string, PledgeName & { line: Pick<Contribution, "kind" | "domain"> }>>;
  inferred: InferredNames;
}

/** The names that assumptions need. */
export type AssumptionNames = Pick<Named, "facts" | "lines">;

/** How many pledges name a bottleneck by our reading alone, by the name of its leaf. */
export type InferredNames = Readonly<Record<string, number>>;

export interface ScenarioDetails {
  scenario: KnownScenario;
  /** With sealed numbers if this person is cleared. The stored result, where the rules have changed since. */
  result: ScenarioResult;
  named: Named;
  /** Whether recomputing gave the stored result; null: the rules have changed since. */
  same: boolean | null;
  rulesNow: number;
  /** Of the record. */
  version: number;
}

export interface ScenarioPreview {
  at: Instant;
  baseline: { id: string; name: string } | null;
  position: number;
  result: ScenarioResult;
  named: Named;
}

export interface ScenarioChoices {
  triggers: Trigger[];
  approvals: Approval[];
  pledges: PledgeFact[];
  lines: OfferedLine[];
}

/** An offered contribution, with its unit. */
export interface OfferedLine {
  id: string;
  reference: string;
  participant: string;
  requirement: string;
  kind: Contribution["kind"];
  quantity: Contribution["quantity"];
  unit: Unit;
}
