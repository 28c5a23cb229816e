// A requirement as JSON: three figures side by side, each an exact decimal of the unit or currency.
import { requirementItemWords } from "@/lib/i18n/words/requirement-words";
import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, day, ended, instant, money, quantity, reference, version } from "@/lib/api/parts";
import { decimalOf } from "@/lib/domain/base/amount";
import { CAVEAT_CATEGORIES, DOMAINS } from "@/lib/domain/pledge/contribution";
import { STAGES } from "@/lib/domain/pledge/stages";
import { TRIGGER_STATES } from "@/lib/domain/pledge/trigger";
import { FITS } from "@/lib/domain/requirements/offer";
import {
  REQUIREMENT_CODES,
  REQUIREMENT_FIELDS,
  REQUIREMENT_REFERENCE,
} from "@/lib/domain/requirements/requirement";
import {
  type Presence,
  type Weighed,
  daysOfChange,
  presenceOn,
} from "@/lib/domain/requirements/requirement-coverage";
import {
  type CoverageFigure,
  STRENGTHS,
  type StrengthFigures,
} from "@/lib/domain/requirements/strength-figures";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import { pledgesOf, type ResponseLadder } from "@/lib/domain/requirements/response-ladder";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { answersOf } from "@/lib/schema/by-field";

const requirementReference = z.string().regex(REQUIREMENT_REFERENCE);

/** An exact decimal in the unit or currency. */
const decimal = z.string().regex(/^\d+(\.\d+)?$/);

export const requirement = z
  .object({
    reference: requirementReference,
    version,
    ...answersOf(REQUIREMENT_FIELDS, {
      quantity,
      money,
      neededBy: z.object({ day: z.int().nullable(), date: day.nullable() }),
    }),
    closed: ended,
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Requirement" });

/** Offers without a number are in neither end; `high` null: no upper end; `about`: part of it is approximate. */
const figure = z.object({
  low: decimal,
  high: decimal.nullable(),
  about: z.boolean(),
  unsaid: z.int().min(0),
  sealed: z.int().min(0),
});

const figures = { firm: figure, conditional: figure, indicative: figure };

export const requirementRow = z
  .object({
    ...requirement.shape,
    coverage: z.object({
      measure: z.string(),
      need: decimal,
      ...figures,
      shortfall: decimal,
    }),
    unresolved: z.array(
      z.object({
        code: z.enum(REQUIREMENT_CODES),
        since: day,
        what: z.string().min(1),
        resolvedBy: z.string().min(1),
      }),
    ),
  })
  .register(answers, { id: "RequirementRow" });

export const offer = z
  .object({
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
  .object({
    ...requirementRow.shape,
    offers: z.array(
      z.object({
        ...offer.shape,
        participant: code,
        title: z.string(),
        stage: z.enum(STAGES),
        actionable: z.boolean(),
        judged: z.object({
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
    presence: z.array(z.object({ day: z.int().min(0), ...figures, hole: decimal })),
  })
  .register(answers, { id: "RequirementSheet" });

export const presentRequirementRow = ({
  requirement: one,
  coverage,
  unresolved,
}: RequirementDetails): Shaped<typeof requirementRow> => ({
  ...one,
  coverage: {
    measure: presentMeasure(coverage.measure),
    need: decimalOf(coverage.need),
    ...presentFigures(coverage),
    shortfall: decimalOf(coverage.shortfall),
  },
  unresolved: unresolved.map((item) => ({ ...item, ...requirementItemWords(item.code, coverage) })),
});

export const presentRequirementSheet = (known: RequirementDetails): Shaped<typeof requirementSheet> => ({
  ...presentRequirementRow(known),
  offers: known.coverage.offers.map(presentWeighed),
  presence: daysOfChange(known.requirement, known.coverage).map((day) =>
    presentPresence(presenceOn(known.coverage, day)),
  ),
});

const presentWeighed = ({ offer: one, pledge, judgement, counts, span, isSealed }: Weighed) => ({
  ...one,
  participant: pledge.participant,
  title: pledge.title,
  stage: pledge.stage,
  actionable: pledge.actionable,
  judged: {
    fit: judgement.fit,
    by: judgement.by,
    because: judgement.because.map((why) => (why.what === "caveat" ? why.caveat : why.what)),
  },
  counts,
  low: span && decimalOf(span.low),
  high: span?.high == null ? null : decimalOf(span.high),
  sealed: isSealed,
});

const presentFigure = ({ low, high, about, unsaid, sealed }: CoverageFigure) => ({
  low: decimalOf(low),
  high: high === null ? null : decimalOf(high),
  about,
  unsaid,
  sealed,
});

const presentFigures = ({ firm, conditional, indicative }: StrengthFigures) => ({
  firm: presentFigure(firm),
  conditional: presentFigure(conditional),
  indicative: presentFigure(indicative),
});

const presentMeasure = (measure: Measure): string => ("unit" in measure ? measure.unit : measure.currency);

const presentPresence = ({ day, hole, ...known }: Presence) => ({
  day,
  ...presentFigures(known),
  hole: decimalOf(hole),
});

const codes = z.array(code);

/**
 * `day` is D+n, `on` its date. `noticeNotStated`, `waitsFurther` and `onOtherDays`: pledges whose offer is
 * available on none of these days, by reason.
 */
export const ladderAnswer = z
  .object({
    trigger: z.object({
      code: z.string(),
      title: z.string(),
      state: z.enum(TRIGGER_STATES),
      since: day.nullable(),
    }),
    from: day,
    rows: z.array(
      z.object({
        domain: z.enum(DOMAINS),
        measure: z.string(),
        rungs: z.array(
          z.object({
            day: z.int().min(0),
            on: day,
            need: decimal,
            ...figures,
            short: z.array(
              z.object({ requirement: requirementReference, amount: decimal, sealed: z.boolean() }),
            ),
            there: z.object({ firm: codes, conditional: codes, indicative: codes }),
          }),
        ),
        noticeNotStated: z.array(reference),
        waitsFurther: z.array(reference),
        onOtherDays: z.array(reference),
        undated: z.array(requirementReference),
      }),
    ),
  })
  .register(answers, { id: "ResponseLadder" });

export const presentLadder = ({ trigger, from, rows }: ResponseLadder): Shaped<typeof ladderAnswer> => ({
  trigger,
  from,
  rows: rows.map(({ domain, measure, rungs, unplaced, waiting, other, undated }) => ({
    domain,
    measure: presentMeasure(measure),
    rungs: rungs.map(({ need, short, ...rung }) => ({
      ...rung,
      ...presentFigures(rung),
      need: decimalOf(need),
      short: short.map((one) => ({ ...one, amount: decimalOf(one.amount) })),
    })),
    noticeNotStated: pledgesOf(unplaced),
    waitsFurther: pledgesOf(waiting),
    onOtherDays: pledgesOf(other),
    undated,
  })),
});
