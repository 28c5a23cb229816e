// What an approval allows at most, as typed and as sent.
import { limitEnd, type Limit } from "@/lib/domain/pledge/measure";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { numberInField, typedNumber } from "@/lib/i18n/typed-number";
import { asNumber } from "../contribution-form/amount-body";

export interface DraftLimit {
  most: string;
  /** A unit or a currency. */
  measure: string;
  /** As recorded: its words are those of the source for this limit, not for another. */
  recorded: { most: string; measure: string; asStated: string | null } | null;
}

export const NEW_LIMIT: DraftLimit = { most: "", measure: "", recorded: null };

/** A proposal from before there were limits has none. */
export const limitsDraft = (limits: readonly Limit[] | null | undefined): DraftLimit[] =>
  (limits ?? []).map((limit) => {
    const end = limitEnd(limit);
    const [measure, most] = [end.measure, numberInField(end.most)];
    const asStated = (limit.quantity ?? limit.money)?.asStated ?? null;
    return { measure, most, recorded: { measure, most, asStated } };
  });

export const isOfThings = ({ measure }: Pick<DraftLimit, "measure">): boolean =>
  (UNITS as readonly string[]).includes(measure);

export const limitsBody = (limits: readonly DraftLimit[]): object[] | null =>
  limits.length === 0 ? null : limits.map(limitBody);

function limitBody({ most, measure, recorded }: DraftLimit): object {
  const isSame = recorded?.measure === measure && typedNumber(recorded.most) === typedNumber(most);
  const asStated = isSame ? recorded.asStated : null;
  return isOfThings({ measure })
    ? { quantity: { kind: "UP_TO", min: 0, max: asNumber(most), unit: measure, asStated }, money: null }
    : {
        quantity: null,
        money: { kind: "UP_TO", min: "0", max: typedNumber(most) || null, currency: measure, asStated },
      };
}
