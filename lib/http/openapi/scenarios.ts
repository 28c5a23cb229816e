import { z } from "zod";
import { CRITICALITIES, REQUIREMENT_REFERENCE } from "@/lib/domain/requirements/requirement";
import { LADDER } from "@/lib/domain/pledge/stages";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { assumption } from "@/lib/conditions/scenarios/schema";
import { answers, code, instant, priority, reference, version } from "./parts";

const count = z.int().min(0);
const decimal = z.string().regex(/^\d+(\.\d{1,4})?$/);
const beside = <S extends z.ZodType>(one: S) => z.strictObject({ base: one, supposed: one });
const several = <S extends z.ZodType>(one: S) => z.strictObject({ count, first: z.array(one) });

/** Offers without a number are in neither end; `high` null: no upper end. */
const figure = z.strictObject({ low: decimal, high: decimal.nullable(), unsaid: count, sealed: count });
const reading = z.strictObject({ firm: figure, conditional: figure, indicative: figure, shortfall: decimal });

const pledgeName = { reference, participant: code, title: z.string() };
const codes = z.array(z.enum(UNRESOLVED_CODES));

const leaf = z.union([
  z.strictObject({ trigger: z.string() }),
  z.strictObject({ approval: z.uuid() }),
  z.strictObject({ pledge: reference, atLeast: z.enum(LADDER) }),
]);

export const scenarioResult = z
  .strictObject({
    coverage: z.array(
      z.strictObject({
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
    waiting: beside(count),
    started: several(z.strictObject(pledgeName)),
    stopped: several(z.strictObject(pledgeName)),
    obstacles: several(z.strictObject({ ...pledgeName, appeared: codes, gone: codes })),
    next: beside(
      z
        .strictObject({
          leaf,
          title: z.string(),
          named: count,
          necessary: count,
          frees: count,
          freesAssumed: count,
        })
        .nullable(),
    ),
  })
  .register(answers, { id: "ScenarioResult" });

export const scenario = z
  .strictObject({
    id: z.uuid(),
    version,
    name: z.string(),
    note: z.string().nullable(),
    asOf: instant,
    position: z.int().min(0).meta({ description: "The last event of the log at that moment." }),
    rules: z.int().min(1),
    assumptions: z.array(assumption),
    withdrawn: z.strictObject({ at: instant, reason: z.string() }).nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Scenario" });

export const scenarioRow = z
  .strictObject({ ...scenario.shape, owner: z.string() })
  .register(answers, { id: "ScenarioRow" });

export const scenarioSheet = z
  .strictObject({
    ...scenarioRow.shape,
    rulesNow: z.int().min(1),
    same: z.boolean().nullable().meta({
      description: "Whether working it out again gave what was stored; null where the rules are others now.",
    }),
    result: scenarioResult,
  })
  .register(answers, { id: "ScenarioSheet" });

export const scenarioPreview = z
  .strictObject({
    asOf: instant,
    baseline: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    position: z.int().min(0),
    result: scenarioResult,
  })
  .register(answers, { id: "ScenarioPreview" });
