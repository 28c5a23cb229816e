// A value as it is about to be sent, in the words of the form that it was typed into.
import type { Option, Words } from "@/components/form/words";
import type { FormOptions } from "./options";

export function valueText(field: string, sent: unknown, options: FormOptions, words: Words): string {
  const notStated = words.notStated ?? "";
  const value = sent as Value | readonly Line[];
  if (value === null || value === "") return notStated;
  if (typeof value === "object") return value.map((line) => lineText(line, options)).join("; ") || notStated;
  return labelOf(LISTS[field] ? options[LISTS[field]] : [], value);
}

/** Which list of options names the values of a field. */
const LISTS: Record<string, keyof FormOptions> = {
  furtherApproval: "furtherApprovals",
  owner: "owners",
  handling: "handlings",
};

type Value = string | number | null;
type Line = Record<
  "kind" | "domain" | "location" | "noticeToMoveDays" | "availableFrom" | "availableTo",
  Value
> & {
  quantity: Record<"kind" | "min" | "max" | "unit" | "asStated", Value>;
  money: Record<"amount" | "currency", Value> | null;
  caveats: Record<"category" | "text", Value>[];
};

function lineText({ quantity, money, caveats, ...line }: Line, options: FormOptions): string {
  const ends = [...new Set([quantity.min, quantity.max])].filter((end) => end !== null);
  const number = [
    labelOf(options.quantityKinds, quantity.kind),
    ends.join("–"),
    labelOf(options.units, quantity.unit),
  ];
  const parts = [
    labelOf(options.kinds, line.kind),
    labelOf(options.domains, line.domain),
    labelOf(options.locations, line.location),
    number.filter((part) => part !== "").join(" "),
    quantity.asStated,
    money === null ? null : `${String(money.currency)} ${String(money.amount)}`,
    line.noticeToMoveDays,
    line.availableFrom,
    line.availableTo,
    ...caveats.map(({ category, text }) => `${labelOf(options.caveats, category)} ${String(text)}`),
  ];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

const labelOf = (options: readonly Option[], value: Value): string =>
  value === null ? "" : (options.find((option) => option.value === value)?.label ?? String(value));
