// All choices and words of the forms, made on the server: the browser gets no translation code.
import type { Option, Words } from "@/components/form/words";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { CAVEAT_CATEGORIES, CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "@/lib/domain/pledge/contribution";
import { CREDIBILITIES, EVIDENCE_FIELDS, EVIDENCE_KINDS, RELIABILITIES } from "@/lib/domain/pledge/evidence";
import { FURTHER_APPROVALS, HANDLINGS } from "@/lib/domain/pledge/pledge-fields";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { QUANTITY_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { LOGGED_AT } from "@/lib/domain/pledge/stage";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { currentMessages, translator } from "@/lib/i18n/translator";

export interface FormOptions {
  participants: Option[];
  /** Participants whose sealed numbers the user may see. */
  unsealed: Option[];
  owners: Option[];
  priorities: Option[];
  loggedStages: Option[];
  kinds: Option[];
  domains: Option[];
  locations: Option[];
  quantityKinds: Option[];
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

export const pledgeFormWords = (): Words => ({
  ...currentMessages().form,
  ...currentMessages()["pledge-form"],
});

export function formOptions(participants: Option[], owners: Option[], unsealed: Option[] = []): FormOptions {
  const say = translator("domain");
  const of = (area: string, values: readonly (string | number)[], meaning?: string): Option[] =>
    values.map((value) => ({
      value: String(value),
      label: say(`${area}.${value}`, { n: 2 }),
      ...(meaning && say.has(`${meaning}.${value}`) ? { meaning: say(`${meaning}.${value}`) } : {}),
    }));
  const graded = (area: string, values: readonly (string | number)[]): Option[] =>
    values.map((value) => ({ value: String(value), label: `${value} – ${say(`${area}.${value}`)}` }));
  return {
    participants,
    unsealed,
    owners,
    priorities: of("priority", PRIORITIES, "priorityMeaning"),
    loggedStages: of("stage", LOGGED_AT, "stageMeaning"),
    kinds: of("contributionKind", CONTRIBUTION_KINDS),
    domains: of("domain", DOMAINS),
    locations: of("location", LOCATIONS),
    quantityKinds: of("quantityKind", QUANTITY_KINDS, "quantityKindMeaning"),
    units: of("unit", UNITS),
    currencies: currencies(),
    caveats: of("caveat", CAVEAT_CATEGORIES),
    furtherApprovals: of("furtherApproval", FURTHER_APPROVALS),
    handlings: of("handling", HANDLINGS),
    ownerships: of("ownership", OWNERSHIPS, "ownershipMeaning"),
    evidenceKinds: of("evidenceKind", EVIDENCE_KINDS, "evidenceKindMeaning"),
    reliabilities: graded("reliability", RELIABILITIES),
    credibilities: graded("credibility", CREDIBILITIES),
    fields: EVIDENCE_FIELDS.map((field) => ({ value: field, label: fieldWords(field) })),
    approvalKinds: of("approvalKind", APPROVAL_KINDS),
    approvalStatuses: of("approvalStatus", APPROVAL_STATUSES),
  };
}

/** Currencies that pledges come in; the rest of the world's follow. */
const FIRST = ["EUR", "GBP", "USD", "CAD", "NOK", "SEK", "DKK", "PLN", "CZK", "JPY", "AUD", "UAH"];

function currencies(): Option[] {
  const rest = Intl.supportedValuesOf("currency").filter((code) => !FIRST.includes(code));
  return [...FIRST, ...rest].map((code) => ({ value: code, label: code }));
}
