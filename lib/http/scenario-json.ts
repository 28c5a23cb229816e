// A scenario as JSON: the base next to the supposed outcome.
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Bottleneck, Scenario, ScenarioResult } from "@/lib/domain/history/scenarios/scenario";
import type {
  KnownScenario,
  ScenarioPreview,
  ScenarioDetails,
} from "@/lib/domain/history/scenarios/scenario-details";
import { leafTitle } from "@/lib/i18n/words/leaf-words";

export const scenarioRecordJson = (scenario: Scenario) => ({
  id: scenario.id,
  version: scenario.version,
  name: scenario.name,
  note: scenario.note,
  asOf: scenario.asOf,
  position: scenario.position,
  rules: scenario.rules,
  assumptions: scenario.assumptions,
  withdrawn: scenario.withdrawn,
  createdAt: scenario.createdAt,
  updatedAt: scenario.updatedAt,
});

export const scenarioRowJson = (scenario: KnownScenario) => ({
  ...scenarioRecordJson(scenario),
  owner: scenario.owner,
});

export const scenarioSheetJson = ({ scenario, result, named, same, rulesNow }: ScenarioDetails) => ({
  ...scenarioRowJson(scenario),
  rulesNow,
  same,
  result: resultJson(result, named.facts),
});

export const previewJson = ({ at, baseline, position, result, named }: ScenarioPreview) => ({
  asOf: at,
  baseline,
  position,
  result: resultJson(result, named.facts),
});

const resultJson = ({ coverage, next, ...result }: ScenarioResult, facts: LeafFacts) => ({
  ...result,
  coverage: coverage.map(({ measure, ...row }) => ({
    ...row,
    measure: "unit" in measure ? measure.unit : measure.currency,
  })),
  next: { base: titled(next.base, facts), supposed: titled(next.supposed, facts) },
});

const titled = (one: Bottleneck | null, facts: LeafFacts) =>
  one && { ...one, title: leafTitle(one.leaf, facts) };
