// A requirement as JSON: three figures side by side, each an exact decimal of the unit or currency.
import { decimalOf } from "@/lib/domain/base/amount";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import {
  daysOfChange,
  presenceOn,
  type CoverageFigure,
  type Presence,
  type Weighed,
} from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { requirementItemWords } from "@/lib/i18n/words/requirement-words";

export const requirementRecordJson = (requirement: Requirement) => ({
  reference: requirement.reference,
  version: requirement.version,
  title: requirement.title,
  capability: requirement.capability,
  priority: requirement.priority,
  domain: requirement.domain,
  location: requirement.location,
  quantity: requirement.quantity,
  money: requirement.money,
  neededBy: requirement.neededBy,
  criticality: requirement.criticality,
  lead: requirement.lead,
  note: requirement.note,
  closed: requirement.closed,
  createdAt: requirement.createdAt,
  updatedAt: requirement.updatedAt,
});

export const requirementRowJson = ({ requirement, coverage, unresolved }: RequirementDetails) => ({
  ...requirementRecordJson(requirement),
  coverage: {
    measure: "unit" in coverage.measure ? coverage.measure.unit : coverage.measure.currency,
    need: decimalOf(coverage.need),
    firm: figureJson(coverage.firm),
    conditional: figureJson(coverage.conditional),
    indicative: figureJson(coverage.indicative),
    shortfall: decimalOf(coverage.shortfall),
  },
  unresolved: unresolved.map(({ code, since }) => ({
    code,
    since,
    ...requirementItemWords(code, coverage),
  })),
});

export const requirementSheetJson = (sheet: RequirementDetails) => ({
  ...requirementRowJson(sheet),
  offers: sheet.coverage.offers.map(weighedJson),
  presence: daysOfChange(sheet.requirement, sheet.coverage).map((day) =>
    presenceJson(presenceOn(sheet.coverage, day)),
  ),
});

export const offerJson = (offer: Offer) => ({
  id: offer.id,
  version: offer.version,
  requirement: offer.requirement,
  pledge: offer.pledge,
  contribution: offer.contribution,
  amount: offer.amount,
  fit: offer.fit,
  reason: offer.reason,
  withdrawn: offer.withdrawn,
  createdAt: offer.createdAt,
  updatedAt: offer.updatedAt,
});

const weighedJson = ({ offer, pledge, judgement, counts, span, isSealed }: Weighed) => ({
  ...offerJson(offer),
  participant: pledge.participant,
  title: pledge.title,
  stage: pledge.stage,
  actionable: pledge.actionable,
  judged: {
    fit: judgement.fit,
    by: judgement.by,
    because: judgement.because.map((one) => (one.what === "caveat" ? one.caveat : one.what)),
  },
  counts,
  low: span && decimalOf(span.low),
  high: span?.high == null ? null : decimalOf(span.high),
  sealed: isSealed,
});

const figureJson = ({ low, high, unsaid, sealed }: CoverageFigure) => ({
  low: decimalOf(low),
  high: high === null ? null : decimalOf(high),
  unsaid,
  sealed,
});

const presenceJson = ({ day, firm, conditional, indicative, hole }: Presence) => ({
  day,
  firm: figureJson(firm),
  conditional: figureJson(conditional),
  indicative: figureJson(indicative),
  hole: decimalOf(hole),
});
