// Words and choices of the forms about requirements: the browser gets only these.
import type { Option, Words } from "@/components/form/words";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { FITS } from "@/lib/domain/requirements/offer";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { CRITICALITIES, NEED_KINDS } from "@/lib/domain/requirements/requirement";
import { currentMessages, translator } from "@/lib/i18n/translator";

export interface RequirementOptions {
  capabilities: Option[];
  priorities: Option[];
  domains: Option[];
  locations: Option[];
  kinds: Option[];
  units: Option[];
  criticalities: Option[];
  leads: Option[];
}

export const requirementWords = (): Words => ({
  ...currentMessages().form,
  ...currentMessages().requirements.form,
});

export function requirementOptions(names: Readonly<Record<string, string>>): RequirementOptions {
  return {
    capabilities: of("contributionKind", CONTRIBUTION_KINDS),
    priorities: of("priority", PRIORITIES, "priorityMeaning"),
    domains: of("domain", DOMAINS),
    locations: of("location", LOCATIONS),
    kinds: of("quantityKind", NEED_KINDS, "quantityKindMeaning"),
    units: of("unit", UNITS),
    criticalities: CRITICALITIES.map((value) => ({
      value: String(value),
      label: `${value} – ${domain(`criticality.${value}`)}`,
    })),
    leads: Object.entries(names).map(([value, label]) => ({ value, label })),
  };
}

export const fitOptions = (): Option[] => of("fit", FITS, "fitMeaning");

const domain = translator("domain");

function of(area: string, values: readonly (string | number)[], meaning?: string): Option[] {
  return values.map((value) => ({
    value: String(value),
    label: domain(`${area}.${value}`, { n: 2 }),
    ...(meaning && domain.has(`${meaning}.${value}`) ? { meaning: domain(`${meaning}.${value}`) } : {}),
  }));
}
