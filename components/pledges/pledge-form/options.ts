// All choices and words of the forms, made on the server: the browser gets no translation code.
import { codeOptions, gradedOptions, type Option } from "@/components/form/words";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { CREDIBILITIES, EVIDENCE_FIELDS, EVIDENCE_KINDS, RELIABILITIES } from "@/lib/domain/pledge/evidence";
import { FURTHER_APPROVALS, HANDLINGS } from "@/lib/domain/pledge/pledge-fields";
import type { PossibleOwner } from "@/lib/domain/people/person";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { NUMBERED_KINDS, QUANTITY_KINDS, UNITS, type Unit } from "@/lib/domain/pledge/quantity";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { LOGGED_AT } from "@/lib/domain/pledge/stage";
import { fieldWords, quantityWords } from "@/lib/i18n/words/domain-words";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { formOf, type AmountTextWords } from "./amount-text";

export interface FormOptions {
  participants: Option[];
  /** Participants of every desk, for what a pledge says about others. */
  everyone: Option[];
  /** Participants whose sealed numbers the user may see. */
  unsealed: Option[];
  owners: readonly PossibleOwner[];
  priorities: Option[];
  loggedStages: Option[];
  kinds: Option[];
  domains: Option[];
  locations: Option[];
  quantityKinds: Option[];
  numberedKinds: Option[];
  units: Option[];
  currencies: Option[];
  caveats: Option[];
  furtherApprovals: Option[];
  handlings: Option[];
  ownerships: Option[];
  evidenceKinds: Option[];
  reliabilities: Option[];
  credibilities: Option[];
  fields: Option[];
  approvalKinds: Option[];
  approvalStatuses: Option[];
}

export type PledgeFormWords = ReturnType<typeof pledgeFormWords>;

export const pledgeFormWords = () => ({
  ...currentMessages().form,
  links: currentMessages().links.form,
  jointWith: currentMessages().domain.field.jointWith,
  onBehalfOf: currentMessages().domain.field.onBehalfOf,
  ...currentMessages()["pledge-form"],
  amounts: amountTextWords(),
});

export function amountTextWords(): AmountTextWords {
  const { quantity, money } = currentMessages().domain;
  const say = translator("domain");
  const formsOf = (unit: Unit) =>
    Object.fromEntries(EXAMPLES.map((n) => [formOf(n), say(`unit.${unit}`, { n })]));
  const units = Object.fromEntries(UNITS.map((unit) => [unit, formsOf(unit)]));
  const hidden = [...UNITS, null].map((unit) => [
    String(unit),
    quantityWords({ kind: "SEALED", min: null, max: null, unit, asStated: null, sealed: "HIDDEN" }),
  ]);
  return { quantity, money, units, hidden: Object.fromEntries(hidden) as Record<string, string> };
}

/** Of each form that a unit has in the three languages. */
const EXAMPLES = [1.5, 1_000_000, 5, 2, 1];

export function formOptions(
  participants: Option[],
  owners: readonly PossibleOwner[],
  unsealed: Option[] = [],
  everyone: Option[] = participants,
): FormOptions {
  return {
    participants,
    everyone,
    unsealed,
    owners,
    priorities: codeOptions("priority", PRIORITIES, "priorityMeaning"),
    loggedStages: codeOptions("stage", LOGGED_AT, "stageMeaning"),
    kinds: codeOptions("contributionKind", CONTRIBUTION_KINDS),
    domains: codeOptions("domain", DOMAINS),
    locations: codeOptions("location", LOCATIONS),
    quantityKinds: codeOptions("quantityKind", QUANTITY_KINDS, "quantityKindMeaning"),
    numberedKinds: codeOptions("quantityKind", NUMBERED_KINDS, "quantityKindMeaning"),
    units: codeOptions("unit", UNITS),
    currencies: currencyOptions(),
    caveats: codeOptions("caveat", CAVEAT_CATEGORIES),
    furtherApprovals: codeOptions("furtherApproval", FURTHER_APPROVALS),
    handlings: codeOptions("handling", HANDLINGS),
    ownerships: codeOptions("ownership", OWNERSHIPS, "ownershipMeaning"),
    evidenceKinds: codeOptions("evidenceKind", EVIDENCE_KINDS, "evidenceKindMeaning"),
    reliabilities: gradedOptions("reliability", RELIABILITIES),
    credibilities: gradedOptions("credibility", CREDIBILITIES),
    fields: EVIDENCE_FIELDS.map((field) => ({ value: field, label: fieldWords(field) })),
    approvalKinds: codeOptions("approvalKind", APPROVAL_KINDS),
    approvalStatuses: codeOptions("approvalStatus", APPROVAL_STATUSES),
  };
}

/** Currencies that pledges come in; the rest of the world's follow. */
const FIRST = ["EUR", "GBP", "USD", "CAD", "NOK", "SEK", "DKK", "PLN", "CZK", "JPY", "AUD", "UAH"];

export function currencyOptions(): Option[] {
  const rest = Intl.supportedValuesOf("currency").filter((code) => !FIRST.includes(code));
  return [...FIRST, ...rest].map((code) => ({ value: code, label: code }));
}
