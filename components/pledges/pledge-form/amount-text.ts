// A quantity or a sum about to be sent, said as on pages. Its ends may still be text that is no number.
import { fillIn } from "@/components/form/fill";
import { NUMBERED_KINDS, type NumberedKind } from "@/lib/domain/pledge/quantity";
import type { Messages } from "@/lib/i18n/message-files";
import { exactInWords } from "@/lib/i18n/numbers";
import { currentLocale } from "@/lib/i18n/reader";
import { quotedWords } from "@/lib/i18n/signs";

type Value = string | number | null;
interface StatedAmount {
  kind: Value;
  min: Value;
  max: Value;
  asStated?: Value;
}
export type StatedQuantity = StatedAmount & { unit: Value };
export type StatedSum =
  | (StatedAmount & { currency: Value })
  | { amount: Value; currency: Value; asStated?: Value };

/** Made on the server. `units`: by the form that a number takes. */
export interface AmountTextWords extends Pick<Messages["domain"], "quantity" | "quantityKind" | "money"> {
  units: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The form of a unit that a number takes. */
export const formOf = (n: number): string => new Intl.PluralRules(currentLocale()).select(n);

/** "250 to 300 people, “some 300”"; "Given in confidence, at least 40 people". */
export function quantityText(
  { kind, min, max, unit, asStated }: StatedQuantity,
  words: AmountTextWords,
): string {
  const numbered = isNumbered(kind) ? kind : endsGiven(min, max);
  const of = words.units[String(unit)]?.[formOf(Number(max ?? min ?? MANY))] ?? "";
  const number =
    numbered === null
      ? of
      : fillIn(words.quantity[numbered], { min: figure(min), max: figure(max), unit: of });
  const label = isNumbered(kind)
    ? ""
    : (words.quantityKind[kind as keyof AmountTextWords["quantityKind"]] ?? "");
  return listed([label, number.trim(), quoted(asStated)]);
}

/** "at least EUR 2,000,000". */
export function sumText(sum: StatedSum, words: AmountTextWords): string {
  const { kind, min, max } = "amount" in sum ? { kind: "EXACT", min: sum.amount, max: sum.amount } : sum;
  const of = (amount: Value) =>
    fillIn(words.money, { currency: sum.currency ?? "", amount: figure(amount) }).trim();
  const text = isNumbered(kind) ? fillIn(words.quantity[kind], { min: of(min), max: of(max), unit: "" }) : "";
  return listed([text.trim(), quoted(sum.asStated)]);
}

/** Stands in for a number that isn't given: "people". */
const MANY = 5;

const isNumbered = (kind: Value): kind is NumberedKind => NUMBERED_KINDS.some((one) => one === kind);

/** Which ends of a number in confidence were entered. */
function endsGiven(min: Value, max: Value): NumberedKind | null {
  if (min === null) return max === null ? null : "UP_TO";
  return max === null ? "AT_LEAST" : min === max ? "EXACT" : "RANGE";
}

const figure = (value: Value): string =>
  /^\d+(\.\d+)?$/.test(String(value)) ? exactInWords(String(value)) : String(value ?? "");

const quoted = (text: Value | undefined): string => (text ? quotedWords(String(text)) : "");

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");
