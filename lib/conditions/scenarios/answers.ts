// A scenario as JSON: the base next to the supposed outcome.
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, count, ended, instant, leaf, priority, reference, version } from "@/lib/api/parts";
import { assumption } from "@/lib/conditions/scenarios/schema";
import { leafName } from "@/lib/domain/conditions/leaf-name";
import type { Bottleneck, ScenarioResult } from "@/lib/domain/history/scenarios/scenario";
import type {
  Named,
  ScenarioDetails,
  ScenarioPreview,
} from "@/lib/domain/history/scenarios/scenario-details";
import { CRITICALITIES, REQUIREMENT_REFERENCE } from "@/lib/domain/requirements/requirement";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { leafTitle } from "@/lib/i18n/words/leaf-words";

const decimal = z.string().regex(/^\d+(\.\d{1,4})?$/);

const both = <S extends z.ZodType>(one: S) => z.object({ base: one, supposed: one });

const several = <S extends z.ZodType>(one: S) => z.object({ count, first: z.array(one) });

/** Offers without a number are in neither end; `high` null: no upper end. */
const figure = z.object({
  low: decimal,
  high: decimal.nullable(),
  about: z.literal(true).optional().meta({ description: "Part of the figure is approximate." }),
  unsaid: count,
  sealed: count,
});

const reading = z.object({ firm: figure, conditional: figure, indicative: figure, shortfall: decimal });

const pledgeName = { reference, participant: code, title: z.string() };

const codes = z.array(z.enum(UNRESOLVED_CODES));

export const scenarioResult = z
  .object({
    coverage: z.array(
      z.object({
        requirement: z.string().regex(REQUIREMENT_REFERENCE),
        title: z.string(),
        priority,
        criticality: z.literal(CRITICALITIES),
        measure: z.string(),
        need: decimal,
        base: reading,
        supposed: reading,
        held: z.array(reference),
      }),
    ),
    conditioned: count,
    waiting: both(count),
    started: several(z.object(pledgeName)),
    stopped: several(z.object(pledgeName)),
    obstacles: several(z.object({ ...pledgeName, appeared: codes, gone: codes })),
    next: both(
      z
        .object({
          leaf,
          title: z.string(),
          named: count,
          inferred: count.meta({ description: "How many of them name it by our reading alone." }),
          necessary: count,
          frees: count,
          freesAssumed: count,
        })
        .nullable(),
    ),
  })
  .register(answers, { id: "ScenarioResult" });

export const scenario = z
  .object({
    id: z.uuid(),
    version,
    name: z.string(),
    note: z.string().nullable(),
    asOf: instant,
    position: z.int().min(0).meta({ description: "The last entry of the log at `asOf`." }),
    rules: z.int().min(1),
    assumptions: z.array(assumption),
    withdrawn: ended,
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Scenario" });

export const scenarioRow = z
  .object({ ...scenario.shape, owner: z.string() })
  .register(answers, { id: "ScenarioRow" });

export const scenarioSheet = z
  .object({
    ...scenarioRow.shape,
    rulesNow: z.int().min(1),
    same: z.boolean().nullable().meta({
      description: "Whether recomputing gave the stored result; null if the rules have changed since.",
    }),
    result: scenarioResult,
  })
  .register(answers, { id: "ScenarioSheet" });

export const scenarioPreview = z
  .object({
    asOf: instant,
    baseline: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    position: z.int().min(0),
    result: scenarioResult,
  })
  .register(answers, { id: "ScenarioPreview" });

export const presentScenarioSheet = ({
  scenario: one,
  result,
  named,
  same,
  rulesNow,
}: ScenarioDetails): Shaped<typeof scenarioSheet> => ({
  ...one,
  rulesNow,
  same,
  result: presentResult(result, named),
});

export const presentPreview = ({
  at,
  result,
  named,
  ...preview
}: ScenarioPreview): Shaped<typeof scenarioPreview> => ({
  ...preview,
  asOf: at,
  result: presentResult(result, named),
});

const presentResult = (
  { coverage, next, ...result }: ScenarioResult,
  named: Named,
): Shaped<typeof scenarioResult> => ({
  ...result,
  coverage: coverage.map(({ measure, ...row }) => ({
    ...row,
    measure: "unit" in measure ? measure.unit : measure.currency,
  })),
  next: { base: titled(next.base, named), supposed: titled(next.supposed, named) },
});

const titled = (one: Bottleneck | null, { facts, inferred }: Named) =>
  one && { ...one, title: leafTitle(one.leaf, facts), inferred: inferred[leafName(one.leaf)] ?? 0 };
