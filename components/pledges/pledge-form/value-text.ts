// A value about to be sent, in the words of the form it was typed into.
import type { Clash } from "@/components/form/merging/merge";
import type { Option } from "@/components/form/words";
import { namesOf, type ValuesOf } from "@/lib/domain/base/field";
import { CONTRIBUTION_FIELDS } from "@/lib/domain/pledge/contribution";
import { quantityText, sumText, type StatedQuantity, type StatedSum } from "./amount-text";
import type { PledgeFormWords, FormOptions } from "./options";
import { ownerOptions } from "./owners";
import { dayInWords } from "@/lib/i18n/dates";
import { listedApart, labelled } from "@/lib/i18n/signs";

export function clashText(
  clash: Clash,
  value: unknown,
  options: FormOptions,
  words: PledgeFormWords,
): string {
  if (clash.line === undefined) return valueText(clash.field, value, options, words);
  if (value === null && clash.of === undefined) return words.takenOff;
  const text =
    clash.of === undefined
      ? lineText(value as Line, options, words)
      : memberText(clash.of, value, options, words);
  return text || words.notStated;
}

export function valueText(
  field: string,
  sent: unknown,
  options: FormOptions,
  words: PledgeFormWords,
): string {
  const notStated = words.notStated;
  const value = sent as Value | readonly Line[];
  if (value === null || value === "") return notStated;
  if (field === "jointWith" || field === "onBehalfOf")
    return (sent as string[]).map((code) => labelOf(options.everyone, code)).join(", ") || notStated;
  if (typeof value === "object")
    return listedApart(value.map((line) => lineText(line, options, words))) || notStated;
  return labelOf(listOf(field, options), value);
}

/** The list of options that names a field's values. */
function listOf(field: string, options: FormOptions): readonly Option[] {
  if (field === "owner") return ownerOptions(options.owners, "");
  return LISTS[field] ? options[LISTS[field]] : [];
}

const LISTS: Record<string, Exclude<keyof FormOptions, "owners">> = {
  furtherApproval: "furtherApprovals",
  handling: "handlings",
  kind: "kinds",
  domain: "domains",
  location: "locations",
};

type Value = string | number | null;
interface Line extends Record<keyof ValuesOf<typeof CONTRIBUTION_FIELDS>, Value> {
  quantity: StatedQuantity;
  money: StatedSum | null;
  caveats: Record<"category" | "text", Value>[];
  allocated?: Pick<Line, "quantity" | "money"> & { on: Value };
  sameAs?: { pledge: string } | null;
}

const lineText = (line: Line, options: FormOptions, words: PledgeFormWords): string =>
  namesOf(CONTRIBUTION_FIELDS)
    .map((of) => memberText(of, line[of], options, words))
    .filter((text) => text !== "")
    .join(", ");

function memberText(of: string, value: unknown, options: FormOptions, words: PledgeFormWords): string {
  if (value === null || value === undefined) return "";
  if (of === "quantity") return quantityText(value as Line["quantity"], words.amounts);
  if (of === "money") return sumText(value as NonNullable<Line["money"]>, words.amounts);
  if (of === "allocated") return allocatedText(value as NonNullable<Line["allocated"]>, words);
  if (of === "sameAs") return (value as NonNullable<Line["sameAs"]>).pledge;
  if (of === "caveats") return caveatsText(value as Line["caveats"], options);
  return labelOf(listOf(of, options), value as Value);
}

const allocatedText = (
  { quantity, money, on }: NonNullable<Line["allocated"]>,
  words: PledgeFormWords,
): string =>
  [quantity && quantityText(quantity, words.amounts), money && sumText(money, words.amounts), labelOf([], on)]
    .filter(Boolean)
    .join(", ");

const caveatsText = (caveats: Line["caveats"], options: FormOptions): string =>
  caveats.map(({ category, text }) => labelled(labelOf(options.caveats, category), String(text))).join(", ");

function labelOf(options: readonly Option[], value: Value): string {
  if (value === null) return "";
  const text = String(value);
  return options.find((option) => option.value === value)?.label ?? (isDay(text) ? dayInWords(text) : text);
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
