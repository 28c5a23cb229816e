// What an approval allows at most, as typed and as sent.
import { limitEnd, type Limit } from "@/lib/domain/pledge/measure";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { numberInField, typedNumber } from "@/lib/i18n/typed-number";
import { asNumber } from "../contribution-form/amount-body";

export interface DraftLimit {
  most: string;
  /** A unit or a currency. */
  measure: string;
  /** The words of the source, kept as recorded. */
  asStated: string | null;
}

export const NEW_LIMIT: DraftLimit = { most: "", measure: "", asStated: null };

/** A proposal from before there were limits has none. */
export const limitsDraft = (limits: readonly Limit[] | null | undefined): DraftLimit[] =>
  (limits ?? []).map((limit) => {
    const { measure, most } = limitEnd(limit);
    const asStated = (limit.quantity ?? limit.money)?.asStated ?? null;
    return { measure, most: numberInField(most), asStated };
  });

export const isOfThings = ({ measure }: Pick<DraftLimit, "measure">): boolean =>
  (UNITS as readonly string[]).includes(measure);

export const limitsBody = (limits: readonly DraftLimit[]): object[] | null =>
  limits.length === 0 ? null : limits.map(limitBody);

const limitBody = ({ most, measure, asStated }: DraftLimit): object =>
  isOfThings({ measure })
    ? { quantity: { kind: "UP_TO", min: 0, max: asNumber(most), unit: measure, asStated }, money: null }
    : {
        quantity: null,
        money: { kind: "UP_TO", min: "0", max: typedNumber(most) || null, currency: measure, asStated },
      };
