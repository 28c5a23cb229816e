// What a ruling says of the record, as it is typed and sent.
import { type Option, codeOptions } from "@/components/form/words";
import { CONTRIBUTION_FIELDS, type Contribution } from "@/lib/domain/pledge/contribution";
import type { Field } from "@/lib/domain/base/field";
import type { EvidenceField } from "@/lib/domain/pledge/evidence";
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { STAGES } from "@/lib/domain/pledge/stages";
import { memberOf } from "@/lib/domain/proposals/ruled-value";
import { asNumber, quantityBody, textOrNull } from "../contribution-form/amount-body";
import { moneyBody, NO_MONEY, type DraftMoney } from "../contribution-form/money-draft";
import { NEW_LINE, type DraftLine } from "../pledge-form/draft";
import type { FormOptions } from "../pledge-form/options";

export interface SaidField {
  is: "text" | "day" | "code" | "number" | "quantity" | "money" | "words";
  options: readonly Option[];
  /** The contributions it can be said of; empty where the field is the pledge's own. */
  lines: readonly Option[];
}

export interface DraftSaid {
  by: "" | "value" | "words";
  line: string;
  text: string;
  quantity: DraftLine;
  sum: DraftMoney;
}

export const NOTHING_SAID: DraftSaid = { by: "", line: "", text: "", quantity: NEW_LINE, sum: NO_MONEY };

export function saidField(
  field: EvidenceField,
  contributions: readonly Contribution[],
  nameOf: (line: Contribution) => string,
  options: FormOptions,
): SaidField {
  const member = memberOf(field);
  const lines = member ? contributions.map((line) => ({ value: line.id, label: nameOf(line) })) : [];
  const none = { options: [], lines };
  if (member !== null && lines.length === 0) return { is: "words", ...none };
  if (member === "quantity" || member === "money") return { is: member, ...none };
  if (field === "stage") return { is: "code", options: codeOptions("stage", STAGES), lines };
  const declared: Field | undefined = member
    ? (CONTRIBUTION_FIELDS as Record<string, Field>)[member]
    : (PLEDGE_FIELDS as Record<string, Field>)[field];
  switch (declared?.is) {
    case "line":
    case "text":
      return { is: "text", ...none };
    case "day":
    case "number":
      return { is: declared.is, ...none };
    case "code":
      return { is: "code", options: choicesOf(member ?? field, options), lines };
    default:
      return { is: "words", ...none };
  }
}

const choicesOf = (name: string, options: FormOptions): readonly Option[] =>
  name === "kind"
    ? options.kinds
    : name === "domain"
      ? options.domains
      : name === "location"
        ? options.locations
        : options.furtherApprovals;

/** Left out where it is said in words alone. */
export function saidBody({ is, lines }: SaidField, said: DraftSaid): { says?: object } {
  if (is === "words" || said.by !== "value") return {};
  const value = valueOf(is, said);
  const line = said.line || lines[0]?.value;
  return { says: line === undefined ? { value } : { lines: { [line]: value } } };
}

function valueOf(is: SaidField["is"], { text, quantity, sum }: DraftSaid): unknown {
  if (is === "quantity") return quantityBody({ ...quantity, kind: quantity.quantityKind });
  if (is === "money") return moneyBody(sum);
  return is === "number" ? asNumber(text) : textOrNull(text);
}
