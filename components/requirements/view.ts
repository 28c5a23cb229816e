import { viewHref, type ViewValues } from "@/components/ui/address/view-href";
import { FIRST_TRIGGER } from "@/lib/domain/requirements/response-ladder";
import type { RequirementFilter } from "@/lib/requirements/filter";

export type RequirementsView = RequirementFilter & {
  /** The day after the ceasefire that is shown. */
  day: number;
  /** The trigger from which the response ladder counts. */
  trigger: string;
};

export const DAYS = [0, 7, 14, 20, 30, 45, 60, 90] as const;
const FIRST_DAY = 30;

/** Any day that isn't offered becomes the first one. */
export const requirementDay = (text: string | null): number =>
  text !== null && /^\d{1,4}$/.test(text) ? Number(text) : FIRST_DAY;

/** Anything that can't be a trigger becomes the first one. */
export const ladderTrigger = (text: string | null): string =>
  text !== null && /^[A-Z][A-Z0-9_]{1,59}$/.test(text) ? text : FIRST_TRIGGER;

export const requirementsHref = (view: RequirementsView, fragment?: string): string =>
  viewHref("/requirements", { ...valuesOf(view), ...ownOf(view) }, fragment);

export const requirementsCsvHref = (view: RequirementsView): string =>
  viewHref("/api/v1/requirements.csv", valuesOf(view));

export const ladderCsvHref = (view: RequirementsView): string => {
  const { priority, criticality } = view;
  return viewHref("/api/v1/requirements/ladder.csv", {
    trigger: ownOf(view).trigger,
    priority,
    criticality,
  });
};

/** What the form that chooses the trigger keeps of the view. */
export const besideTrigger = (view: RequirementsView): ViewValues => ({
  ...valuesOf(view),
  day: ownOf(view).day,
});

const ownOf = ({ day, trigger }: RequirementsView) => ({
  day: day === FIRST_DAY ? null : day,
  trigger: trigger === FIRST_TRIGGER ? null : trigger,
});

const valuesOf = ({ priority, criticality, closed, sort }: RequirementFilter): ViewValues => ({
  priority,
  criticality,
  closed: closed === "without" ? null : closed,
  sort: sort === "criticality" ? null : sort,
});

export const hasRequirementsFilter = ({ priority, criticality, closed }: RequirementsView): boolean =>
  priority.length > 0 || criticality.length > 0 || closed !== "without";

/** The id of a requirement's heading in the list. */
export const anchorOf = (reference: string): string => `requirement-${reference}`;
