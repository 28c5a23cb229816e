// A requirement as typed, and as sent.
import { asNumber } from "@/components/pledges/contribution-form/amount-body";
import {
  draftMoneyOf,
  moneyBody,
  NO_MONEY,
  type DraftMoney,
} from "@/components/pledges/contribution-form/money-draft";
import { bodyOf, typedOf, type Typed } from "@/components/pledges/contribution-form/typed-fields";
import { REQUIREMENT_FIELDS, type Requirement } from "@/lib/domain/requirements/requirement";

export interface RequirementDraft extends Typed<typeof REQUIREMENT_FIELDS> {
  reference: string;
  measure: string;
  kind: string;
  min: string;
  max: string;
  unit: string;
  sum: DraftMoney;
  by: string;
  day: string;
  date: string;
  /** Why it is closed; empty: it is open. */
  closed: string;
}

/** Nothing is preset: the user chooses each field. */
export const FRESH: RequirementDraft = {
  reference: "",
  ...typedOf(REQUIREMENT_FIELDS, {}),
  measure: "quantity",
  kind: "",
  min: "",
  max: "",
  unit: "",
  sum: NO_MONEY,
  by: "day",
  day: "",
  date: "",
  closed: "",
};

/** As the page and the API answer it. */
export type ReadRequirement = Omit<Requirement, "id" | "reference" | "createdAt" | "updatedAt">;

export function requirementDraftOf(read: ReadRequirement): RequirementDraft {
  const { quantity, money, neededBy } = read;
  return {
    ...FRESH,
    ...typedOf(REQUIREMENT_FIELDS, read),
    measure: money === null ? "quantity" : "money",
    kind: quantity?.kind ?? FRESH.kind,
    min: textOf(quantity?.min),
    max: quantity?.kind === "RANGE" ? textOf(quantity.max) : "",
    unit: quantity?.unit ?? FRESH.unit,
    sum: draftMoneyOf(money),
    by: neededBy.day !== null ? "day" : neededBy.date !== null ? "date" : "nothing",
    day: textOf(neededBy.day),
    date: neededBy.date ?? "",
    closed: read.closed?.reason ?? "",
  };
}

/** What PATCH takes. */
export function requirementBody(draft: RequirementDraft) {
  const isMoney = draft.measure === "money";
  return bodyOf(REQUIREMENT_FIELDS, draft, {
    quantity: isMoney ? null : quantityBody(draft),
    // Also where nothing is typed: then the register says what is missing.
    money: isMoney ? (moneyBody(draft.sum) ?? { amount: "", currency: "" }) : null,
    neededBy: {
      day: draft.by === "day" ? asNumber(draft.day) : null,
      date: draft.by === "date" ? draft.date || null : null,
    },
  });
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

const textOf = (value: number | null | undefined): string => (value == null ? "" : String(value));
