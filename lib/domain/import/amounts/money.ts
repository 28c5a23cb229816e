// A sum as stated, and the part of it that the register can hold.
import { unread, quotedCell, read, type CellRead, type ParseMessage } from "../cells/cell";
import type { Money } from "../../pledge/contribution";
import { NOT_STATED, type Quantity, type QuantityKind } from "../../pledge/quantity";

/** A sum with its qualifier: "up to €2bn" is UP_TO, from 0. Exact decimals; null: no such end. */
export interface StatedMoney {
  kind: Extract<QuantityKind, "EXACT" | "RANGE" | "AT_LEAST" | "UP_TO" | "APPROXIMATE">;
  min: string | null;
  max: string | null;
  currency: string;
  /** The words of the source. */
  asStated: string;
}

export interface RecordableAmount {
  quantity: Quantity;
  money: Money | null;
}

/** A recorded sum is exact. Any other stays in words, and is never made exact. */
export function recordable({ kind, min, currency, asStated }: StatedMoney): RecordableAmount {
  return kind === "EXACT" && min !== null
    ? { quantity: NOT_STATED, money: { amount: min, currency } }
    : { quantity: { ...NOT_STATED, kind: "QUALITATIVE", asStated }, money: null };
}

/** The register holds fifteen digits before the decimal point and four after it. */
export const isRecordable = ({ min, max }: Pick<StatedMoney, "min" | "max">): boolean =>
  [min, max].every((end) => end === null || /^\d{1,15}(\.\d{1,4})?$/.test(end));

export const recorded = (money: StatedMoney): CellRead<RecordableAmount> => {
  const text = quotedCell(money.asStated);
  if (!isRecordable(money)) return unread("sum-too-large", { text });
  const note: ParseMessage | undefined =
    money.kind === "EXACT" ? undefined : { code: "sum-as-words", params: { text } };
  return read(recordable(money), note);
};
