// A sum as typed and as sent. Text typed in place of its number is read as imports and texts are.
import { amountIn } from "@/lib/domain/import/cells/amount";
import { moneyEnds, type Money } from "@/lib/domain/pledge/money";
import { ENDS, type NumberedKind } from "@/lib/domain/pledge/quantity";
import { numberInField, typedNumber } from "@/lib/i18n/typed-number";
import { textOrNull } from "./amount-body";

export interface DraftMoney {
  kind: string;
  /** The number, or the lower of two. */
  amount: string;
  to: string;
  currency: string;
  asStated: string;
}

export const NO_MONEY: DraftMoney = { kind: "EXACT", amount: "", to: "", currency: "", asStated: "" };

export function draftMoneyOf(money: Money | null | undefined): DraftMoney {
  if (!money) return NO_MONEY;
  const { kind, min, max, currency, asStated } = moneyEnds(money);
  return {
    kind,
    amount: numberInField((kind === "UP_TO" ? max : min) ?? ""),
    to: kind === "RANGE" ? numberInField(max ?? "") : "",
    currency,
    asStated: asStated ?? "",
  };
}

/**
 * "~£1.6bn" becomes its kind, number and currency. Words that contradict a choice already made stay as typed, and the
 * register refuses them.
 */
export function withMoneyRead(typed: DraftMoney): DraftMoney {
  if (/^[\d.]*$/.test(typedNumber(typed.amount))) return typed;
  const answer = amountIn(typed.amount.trim(), typed.currency);
  if (!answer.ok || answer.value.money === null) return typed;
  const read = draftMoneyOf(answer.value.money);
  if (typed.currency !== "" && read.currency !== typed.currency) return typed;
  if (read.kind === "EXACT") return { ...typed, amount: read.amount, currency: read.currency };
  if (typed.kind !== "EXACT" && typed.kind !== read.kind) return typed;
  return { ...read, asStated: typed.asStated || read.asStated };
}

/** Null where neither a number nor a currency is given. */
export function moneyBody(typed: DraftMoney): object | null {
  if (typed.amount.trim() === "" && typed.currency === "") return null;
  const { kind, amount, to, currency, asStated } = withMoneyRead(typed);
  const [number, words] = [typedNumber(amount), textOrNull(asStated)];
  if (kind === "EXACT") return { amount: number, currency, ...(words === null ? {} : { asStated: words }) };
  const ends = ENDS[kind as NumberedKind];
  return {
    kind,
    min: ends === "max" ? "0" : number,
    max: ends === "min" ? null : ends === "both" ? typedNumber(to) : number,
    currency,
    asStated: words,
  };
}

/** Where the server's errors on the number belong: each kind sends it under its own name. */
export const numberPath = (kind: string): "amount" | "min" | "max" =>
  kind === "EXACT" ? "amount" : kind === "UP_TO" ? "max" : "min";
