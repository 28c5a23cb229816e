import { z } from "zod";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { FITS } from "@/lib/domain/requirements/offer";
import {
  CRITICALITIES,
  REQUIREMENT_CODES,
  REQUIREMENT_REFERENCE,
} from "@/lib/domain/requirements/requirement";
import { STRENGTHS } from "@/lib/domain/requirements/requirement-coverage";
import { QUANTITY_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { STAGES } from "@/lib/domain/pledge/stages";
import { answers, code, day, instant, priority, reference, version } from "./parts";

const requirementReference = z.string().regex(REQUIREMENT_REFERENCE);
/** An exact decimal in the unit or currency. */
const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const ended = z.strictObject({ at: instant, reason: z.string() }).nullable();

export const requirement = z
  .strictObject({
    reference: requirementReference,
    version,
    title: z.string(),
    capability: z.enum(CONTRIBUTION_KINDS),
    priority,
    domain: z.enum(DOMAINS),
    location: z.enum(LOCATIONS),
    quantity: z
      .strictObject({
        kind: z.enum(QUANTITY_KINDS),
        min: z.int().nullable(),
        max: z.int().nullable(),
        unit: z.enum(UNITS).nullable(),
        asStated: z.string().nullable(),
      })
      .nullable(),
    money: z.strictObject({ amount: z.string(), currency: z.string() }).nullable(),
    neededBy: z.strictObject({ day: z.int().nullable(), date: day.nullable() }),
    criticality: z.literal(CRITICALITIES),
    lead: code.nullable(),
    note: z.string().nullable(),
    closed: ended,
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Requirement" });

/** Offers without a number are in neither end; `high` null: no upper end. */
const figure = z.strictObject({
  low: decimal,
  high: decimal.nullable(),
  unsaid: z.int().min(0),
  sealed: z.int().min(0),
});

export const requirementRow = z
  .strictObject({
    ...requirement.shape,
    coverage: z.strictObject({
      measure: z.string(),
      need: decimal,
      firm: figure,
      conditional: figure,
      indicative: figure,
      shortfall: decimal,
    }),
    unresolved: z.array(
      z.strictObject({
        code: z.enum(REQUIREMENT_CODES),
        since: day,
        what: z.string().min(1),
        resolvedBy: z.string().min(1),
      }),
    ),
  })
  .register(answers, { id: "RequirementRow" });

export const offer = z
  .strictObject({
    id: z.uuid(),
    version,
    requirement: requirementReference,
    pledge: reference,
    contribution: z.uuid(),
    amount: decimal.nullable(),
    fit: z.enum(FITS).nullable(),
    reason: z.string().nullable(),
    withdrawn: ended,
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Offer" });

export const requirementSheet = z
  .strictObject({
    ...requirementRow.shape,
    offers: z.array(
      z.strictObject({
        ...offer.shape,
        participant: code,
        title: z.string(),
        stage: z.enum(STAGES),
        actionable: z.boolean(),
        judged: z.strictObject({
          fit: z.enum(FITS).nullable(),
          by: z.enum(["table", "person"]).nullable(),
          because: z.array(
            z.enum([...CAVEAT_CATEGORIES, "location", "kind", "domain", "measure", "gone", "stated"]),
          ),
        }),
        counts: z.enum(STRENGTHS).nullable(),
        low: decimal.nullable(),
        high: decimal.nullable(),
        sealed: z.boolean(),
      }),
    ),
    /** By notice to move: one entry for each day after the ceasefire on which something changes. */
    presence: z.array(
      z.strictObject({
        day: z.int().min(0),
        firm: figure,
        conditional: figure,
        indicative: figure,
        hole: decimal,
      }),
    ),
  })
  .register(answers, { id: "RequirementSheet" });
