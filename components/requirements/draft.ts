// A requirement as typed, and as sent.
import { typedNumber } from "@/lib/i18n/typed-number";

export interface RequirementDraft {
  reference: string;
  title: string;
  capability: string;
  priority: string;
  domain: string;
  location: string;
  measure: string;
  kind: string;
  min: string;
  max: string;
  unit: string;
  amount: string;
  currency: string;
  by: string;
  day: string;
  date: string;
  criticality: string;
  lead: string;
  note: string;
  /** Why it is closed; empty: it is open. */
  closed: string;
}

/** Nothing is preset: the user chooses each field. */
export const FRESH: RequirementDraft = {
  reference: "",
  title: "",
  capability: "",
  priority: "",
  domain: "",
  location: "",
  measure: "quantity",
  kind: "",
  min: "",
  max: "",
  unit: "",
  amount: "",
  currency: "",
  by: "day",
  day: "",
  date: "",
  criticality: "",
  lead: "",
  note: "",
  closed: "",
};

/** As the page and the API answer it. */
export interface ReadRequirement {
  version: number;
  title: string;
  capability: string;
  priority: number;
  domain: string;
  location: string;
  quantity: { kind: string; min: number | null; max: number | null; unit: string | null } | null;
  money: { amount: string; currency: string } | null;
  neededBy: { day: number | null; date: string | null };
  criticality: number;
  lead: string | null;
  note: string | null;
  closed: { reason: string } | null;
}

export function requirementDraftOf(read: ReadRequirement): RequirementDraft {
  const { quantity, money, neededBy } = read;
  return {
    ...FRESH,
    title: read.title,
    capability: read.capability,
    priority: String(read.priority),
    domain: read.domain,
    location: read.location,
    measure: money === null ? "quantity" : "money",
    kind: quantity?.kind ?? FRESH.kind,
    min: textOf(quantity?.min),
    max: quantity?.kind === "RANGE" ? textOf(quantity.max) : "",
    unit: quantity?.unit ?? FRESH.unit,
    amount: money?.amount ?? "",
    currency: money?.currency ?? FRESH.currency,
    by: neededBy.day !== null ? "day" : neededBy.date !== null ? "date" : "nothing",
    day: textOf(neededBy.day),
    date: neededBy.date ?? "",
    criticality: String(read.criticality),
    lead: read.lead ?? "",
    note: read.note ?? "",
    closed: read.closed?.reason ?? "",
  };
}

/** What PATCH takes. */
export function requirementBody(draft: RequirementDraft) {
  const isMoney = draft.measure === "money";
  return {
    title: draft.title.trim(),
    capability: draft.capability,
    priority: asNumber(draft.priority),
    domain: draft.domain,
    location: draft.location,
    quantity: isMoney ? null : quantityBody(draft),
    money: isMoney
      ? { amount: typedNumber(draft.amount), currency: draft.currency.trim().toUpperCase() }
      : null,
    neededBy: {
      day: draft.by === "day" ? asNumber(draft.day) : null,
      date: draft.by === "date" ? draft.date || null : null,
    },
    criticality: asNumber(draft.criticality),
    lead: draft.lead || null,
    note: draft.note.trim() || null,
  };
}

export const changesBody = (draft: RequirementDraft) => ({
  ...requirementBody(draft),
  closed: draft.closed.trim() === "" ? null : { reason: draft.closed.trim() },
});

function quantityBody({ kind, min, max, unit }: RequirementDraft) {
  const low = asNumber(min);
  const high = kind === "RANGE" ? asNumber(max) : kind === "AT_LEAST" ? null : low;
  return { kind, min: low, max: high, unit: unit || null, asStated: null };
}

/** "15,000" as people write it. Text that is no number is sent as typed, and the register refuses it. */
function asNumber(text: string): number | string | null {
  const bare = typedNumber(text);
  if (bare === "") return null;
  return /^\d+$/.test(bare) ? Number(bare) : bare;
}

const textOf = (value: number | null | undefined): string => (value == null ? "" : String(value));
