// A scenario as pages and the API show it, and what there is to choose from when one is put together.
import type { Approval } from "../../pledge/approval";
import type { Contribution } from "../../pledge/contribution";
import type { Instant } from "../../base/day";
import type { LeafFacts, PledgeFact } from "../../conditions/leaf-facts";
import type { Unit } from "../../pledge/quantity";
import type { PledgeName, Scenario, ScenarioResult } from "./scenario";
import type { Trigger } from "../../pledge/trigger";

export interface KnownScenario extends Scenario {
  /** Name of whoever made it. */
  owner: string;
}

/** What it takes to name what is supposed and what comes of it, as it was called at that moment. */
export interface Named {
  facts: LeafFacts;
  /** The lines that are supposed to be so much, by their ids. */
  lines: Readonly<Record<string, PledgeName & { line: Pick<Contribution, "kind" | "domain"> }>>;
}

export interface ScenarioSheet {
  scenario: KnownScenario;
  /** With the numbers that this person may know; as it was kept where the rules are others now. */
  result: ScenarioResult;
  named: Named;
  /** Whether working it out again gave what was kept; null: the rules are others now. */
  same: boolean | null;
  rulesNow: number;
  /** The record's. */
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

/** A line that is offered for something, with the unit it is measured in. */
export interface OfferedLine {
  id: string;
  reference: string;
  participant: string;
  requirement: string;
  kind: Contribution["kind"];
  quantity: Contribution["quantity"];
  unit: Unit;
}
