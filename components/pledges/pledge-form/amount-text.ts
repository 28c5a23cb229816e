// A quantity or a sum about to be sent, said as on pages. Its ends may still be text that is no number.
import { fillIn } from "@/components/form/fill";
import {
  countedBy,
  kindOfEnds,
  NUMBERED_KINDS,
  QUANTITY_KINDS,
  wordingOf,
  type NumberedKind,
} from "@/lib/domain/pledge/quantity";
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
export type StatedQuantity = StatedAmount & { unit: Value; sealed?: Value | undefined };
export type StatedSum =
  | (StatedAmount & { currency: Value })
  | { amount: Value; currency: Value; asStated?: Value };

/** Made on the server. `units`: by the form that a number takes; `hidden`: a number that the reader may not know, by its unit. */
export interface AmountTextWords extends Pick<Messages["domain"], "quantity" | "money"> {
  hidden: Readonly<Record<string, string>>;
  units: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The form of a unit that a number takes. */
export const formOf = (n: number): string => new Intl.PluralRules(currentLocale()).select(n);

/** "250 to 300 people, “some 300”"; "at least 40 people (sealed)". */
export function quantityText(
  { kind: sent, min, max, unit, asStated, sealed }: StatedQuantity,
  words: AmountTextWords,
): string {
  if (sealed === "HIDDEN") return listed([words.hidden[String(unit)] ?? "", quoted(asStated)]);
  const kind = QUANTITY_KINDS.find((one) => one === sent);
  const of = words.units[String(unit)]?.[formOf(Number(countedBy({ min, max })))] ?? "";
  const key = kind ? wordingOf({ kind, min, max, unit }) : kindOfEnds({ min, max });
  const said = key === null ? "{unit}" : words.quantity[key];
  const text = fillIn(said, {
    ...{ min: figure(min), max: figure(max), unit: of },
    asStated: asStated || words.quantity.NOT_STATED,
  });
  return listed([
    text.replace(/  +/, " ").trim(),
    // The two values of a conflict may differ in this alone.
    said.includes("{unit}") ? "" : of,
    said.includes("{asStated}") ? "" : quoted(asStated),
  ]);
}

/** "at least EUR 2,000,000". */
export function sumText(sum: StatedSum, words: AmountTextWords): string {
  const { kind, min, max } = "amount" in sum ? { kind: "EXACT", min: sum.amount, max: sum.amount } : sum;
  const of = (amount: Value) =>
    fillIn(words.money, { currency: sum.currency ?? "", amount: figure(amount) }).trim();
  const text = isNumbered(kind) ? fillIn(words.quantity[kind], { min: of(min), max: of(max), unit: "" }) : "";
  return listed([text.trim(), quoted(sum.asStated)]);
}

const isNumbered = (kind: Value): kind is NumberedKind => NUMBERED_KINDS.some((one) => one === kind);

const figure = (value: Value): string =>
  /^\d+(\.\d+)?$/.test(String(value)) ? exactInWords(String(value)) : String(value ?? "");

const quoted = (text: Value | undefined): string => (text ? quotedWords(String(text)) : "");

const listed = (parts: readonly string[]): string => parts.filter((part) => part !== "").join(", ");
