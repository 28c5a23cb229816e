import { textOrNull, quantityBody } from "@/components/pledges/contribution-form/amount-body";
import { moneyBody, NO_MONEY, type DraftMoney } from "@/components/pledges/contribution-form/money-draft";

/** A delivery report as typed. The contribution's unit and currency count, where it has them. */
export interface ReportDraft {
  contribution: string;
  kind: string;
  min: string;
  max: string;
  unit: string;
  sum: DraftMoney;
  deliveredOn: string;
  definition: string;
  evidence: string[];
  note: string;
}

export const NEW_REPORT: ReportDraft = {
  contribution: "",
  kind: "EXACT",
  min: "",
  max: "",
  unit: "",
  sum: NO_MONEY,
  deliveredOn: "",
  definition: "",
  evidence: [],
  note: "",
};

/** A contribution to report on, with its unit and currency. */
export interface ReportLine {
  value: string;
  label: string;
  unit: string;
  currency: string;
  isSealed: boolean;
}

export function reportBody(draft: ReportDraft, line: ReportLine | undefined): Record<string, unknown> {
  const { kind, min, max, sum } = draft;
  const isCounted = (min.trim() !== "" || max.trim() !== "") && line?.isSealed !== true;
  const unit = line?.unit || draft.unit;
  return {
    contribution: draft.contribution,
    quantity: isCounted ? quantityBody({ kind, min, max, unit, asStated: "" }) : null,
    money: sum.amount.trim() === "" ? null : moneyBody({ ...sum, currency: line?.currency || sum.currency }),
    deliveredOn: draft.deliveredOn,
    definition: draft.definition,
    evidence: draft.evidence,
    note: textOrNull(draft.note),
  };
}
