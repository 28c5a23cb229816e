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
  /** Words from which this sum was read. As long as `asStated` is the same, it changes with the sum. */
  wordsRead: string;
}

export const NO_MONEY: DraftMoney = {
  kind: "EXACT",
  amount: "",
  to: "",
  currency: "",
  asStated: "",
  wordsRead: "",
};

export function draftMoneyOf(money: Money | null | undefined): DraftMoney {
  if (!money) return NO_MONEY;
  const draft = numbersOf(money);
  return { ...draft, wordsRead: isStatedBy(draft.asStated, draft) ? draft.asStated : "" };
}

function numbersOf(money: Money): DraftMoney {
  const { kind, min, max, currency, asStated } = moneyEnds(money);
  return {
    kind,
    amount: numberInField((kind === "UP_TO" ? max : min) ?? ""),
    to: kind === "RANGE" ? numberInField(max ?? "") : "",
    currency,
    asStated: asStated ?? "",
    wordsRead: "",
  };
}

function readingOf(words: string, currency: string): DraftMoney | null {
  const answer = amountIn(words.trim(), currency);
  return answer.ok && answer.value.money !== null ? numbersOf(answer.value.money) : null;
}

function isStatedBy(words: string, sum: DraftMoney): boolean {
  const read = words === "" ? null : readingOf(words, sum.currency);
  return read !== null && read.kind === sum.kind && endsIn(read) === endsIn(sum);
}

const endsIn = ({ kind, amount, to, currency }: DraftMoney): string =>
  [typedNumber(amount), kind === "RANGE" ? typedNumber(to) : "", currency].join(" ");

/**
 * "~£1.6bn" becomes its kind, number and currency. Words that contradict a choice already made stay as typed, and the
 * register refuses them. What was read before is no choice: it gives way.
 */
export function withMoneyRead(typed: DraftMoney): DraftMoney {
  const { asStated, wordsRead, currency, kind } = typed;
  const isOwn = asStated !== wordsRead;
  const before = isOwn ? null : readingOf(asStated, currency);
  if (/^[\d.]*$/.test(typedNumber(typed.amount)))
    return isOwn || asStated === "" || isStatedBy(asStated, typed)
      ? typed
      : { ...typed, asStated: "", wordsRead: "" };
  const read = readingOf(typed.amount, currency);
  if (read === null || (currency !== "" && read.currency !== currency)) return typed;
  const words = isOwn ? { asStated, wordsRead: "" } : { asStated: read.asStated, wordsRead: read.asStated };
  if (read.kind === "EXACT") return { ...typed, ...words, amount: read.amount, currency: read.currency };
  if (kind !== "EXACT" && kind !== read.kind && kind !== before?.kind) return typed;
  return { ...read, ...words };
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
