import { viewHref, type ViewValues } from "@/components/ui/address/view-href";
import type { RequirementFilter } from "@/lib/requirements/filter";

export type RequirementsView = RequirementFilter & {
  /** The day after the ceasefire that is shown. */
  day: number;
};

export const DAYS = [0, 7, 14, 20, 30, 45, 60, 90] as const;
const FIRST_DAY = 30;

/** Any day that isn't offered becomes the first one. */
export const requirementDay = (text: string | null): number =>
  text !== null && /^\d{1,4}$/.test(text) ? Number(text) : FIRST_DAY;

export const requirementsHref = ({ day, ...filter }: RequirementsView, fragment?: string): string =>
  viewHref("/requirements", { ...valuesOf(filter), day: day === FIRST_DAY ? null : day }, fragment);

export const requirementsCsvHref = ({ day: _day, ...filter }: RequirementsView): string =>
  viewHref("/api/v1/requirements.csv", valuesOf(filter));

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
