// What a ruling says about the record, as it is typed and sent.
import type { Option } from "@/components/form/words";
import { NUMBERED_KINDS } from "@/lib/domain/pledge/quantity";
import { asNumber, quantityBody, textOrNull } from "../contribution-form/amount-body";
import { moneyBody, NO_MONEY, type DraftMoney } from "../contribution-form/money-draft";
import { NEW_LINE, type DraftLine } from "../pledge-form/draft";

export interface SaidField {
  is: "text" | "day" | "code" | "number" | "quantity" | "money" | "words";
  options: readonly Option[];
  /** The contributions it can be said of; empty where the field is the pledge's own. */
  lines: readonly Option[];
  /** Those of them whose quantity has a unit on record: a number ruled for them needs one too. */
  counted: readonly string[];
}

export interface DraftSaid {
  by: "" | "value" | "words";
  line: string;
  text: string;
  quantity: DraftLine;
  sum: DraftMoney;
}

export const NOTHING_SAID: DraftSaid = { by: "", line: "", text: "", quantity: NEW_LINE, sum: NO_MONEY };

const lineOf = ({ lines }: SaidField, { line }: DraftSaid): string | undefined => line || lines[0]?.value;

export const needsUnit = (field: SaidField, said: DraftSaid): boolean =>
  (NUMBERED_KINDS as readonly string[]).includes(said.quantity.quantityKind) &&
  field.counted.includes(lineOf(field, said) ?? "");

export const lacksUnit = (field: SaidField, said: DraftSaid): boolean =>
  field.is === "quantity" && said.by === "value" && said.quantity.unit === "" && needsUnit(field, said);

/** Left out where the ruling says it in words alone. */
export function saidBody(field: SaidField, said: DraftSaid): { says?: object } {
  if (field.is === "words" || said.by !== "value") return {};
  const value = valueOf(field.is, said);
  const line = lineOf(field, said);
  return { says: line === undefined ? { value } : { lines: { [line]: value } } };
}

function valueOf(is: SaidField["is"], { text, quantity, sum }: DraftSaid): unknown {
  if (is === "quantity") return quantityBody({ ...quantity, kind: quantity.quantityKind });
  if (is === "money") return moneyBody(sum);
  return is === "number" ? asNumber(text) : textOrNull(text);
}
