// Words and choices of the forms about requirements: the browser gets only these.
import { currencyOptions } from "@/components/pledges/pledge-form/options";
import { codeOptions, gradedOptions, type Option } from "@/components/form/words";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { FITS } from "@/lib/domain/requirements/offer";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { CRITICALITIES, NEED_KINDS } from "@/lib/domain/requirements/requirement";
import { currentMessages } from "@/lib/i18n/translator";

export interface RequirementOptions {
  capabilities: Option[];
  priorities: Option[];
  domains: Option[];
  locations: Option[];
  kinds: Option[];
  units: Option[];
  currencies: Option[];
  criticalities: Option[];
  leads: Option[];
}

export type RequirementWords = ReturnType<typeof requirementWords>;

export const requirementWords = () => ({
  ...currentMessages().form,
  ...currentMessages().requirements.form,
});

export function requirementOptions(names: Readonly<Record<string, string>>): RequirementOptions {
  return {
    capabilities: codeOptions("contributionKind", CONTRIBUTION_KINDS),
    priorities: codeOptions("priority", PRIORITIES, "priorityMeaning"),
    domains: codeOptions("domain", DOMAINS),
    locations: codeOptions("location", LOCATIONS),
    kinds: codeOptions("quantityKind", NEED_KINDS, "quantityKindMeaning"),
    units: codeOptions("unit", UNITS),
    currencies: currencyOptions(),
    criticalities: gradedOptions("criticality", CRITICALITIES),
    leads: Object.entries(names).map(([value, label]) => ({ value, label })),
  };
}

export const fitOptions = (): Option[] => codeOptions("fit", FITS, "fitMeaning");
