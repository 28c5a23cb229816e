// Values of records that people see in the log alone: packages, imports, rulings, suggestions, handovers, scenarios.
import { viewWords } from "@/components/exports/words";
import { isJsonList, type Json } from "@/lib/domain/base/canonical";
import { isId } from "@/lib/domain/base/id";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";
import type { ExportView } from "@/lib/domain/log/export";
import type { ImportRecord } from "@/lib/domain/import/import";
import type { HandoverEntry } from "@/lib/domain/people/handover";
import type { ReadFrom } from "@/lib/domain/pledge/source";
import type { FieldChange } from "@/lib/domain/proposals/history";
import type { RuledValue } from "@/lib/domain/proposals/ruled-value";
import type { SuggestedChange } from "@/lib/domain/proposals/suggestion";
import { numberInWords } from "@/lib/i18n/numbers";
import { labelled, listedApart } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { assumptionWords } from "@/lib/i18n/words/assumption-words";
import { fieldWords } from "@/lib/i18n/words/domain-words";

/** Null: a value like those of other records. */
export function loggedWords(
  name: string,
  value: { readonly [key: string]: Json },
  facts: LeafFacts,
): string | null {
  const tables = translator("tables");
  switch (name) {
    case "view":
      return viewWords(value as unknown as ExportView);
    case "position":
      return tables("entry", { seq: numberInWords(Number(value.seq)) });
    case "records":
      return countsWords(value, (type) => translator("audit").ofCode("type", type));
    case "rows":
      return countsWords(value, (table) => tables.ofCode("title", table));
    case "file":
      return "name" in value ? (value as unknown as ImportRecord["file"]).name : null;
    case "suggestion":
      return suggestionWords(value as unknown as SuggestedChange);
    case "readFrom":
      return readFromWords(value as unknown as ReadFrom);
    case "entries":
      return "note" in value ? handoverWords(value as unknown as HandoverEntry) : null;
    case "assumptions":
      return assumptionWords(value as unknown as Assumption, { facts, lines: {} });
    default:
      return null;
  }
}

const countsWords = (counts: { readonly [key: string]: Json }, nameOf: (key: string) => string): string =>
  listedApart(Object.entries(counts).map(([key, n]) => labelled(nameOf(key), numberInWords(Number(n)))));

function suggestionWords({ field, why, address, outcome }: SuggestedChange): string {
  const t = translator("suggestions");
  const parts = [
    field === null ? null : fieldWords(field),
    t("why", { why }),
    address,
    outcome && t(`state.${outcome.does}`),
  ];
  return listedApart(parts.filter((part) => part !== null));
}

function readFromWords({ corrected, whole, sha256 }: ReadFrom): string {
  const t = translator("pledge");
  const answered = (field: string, is: boolean) => labelled(fieldWords(field), t(is ? "yes" : "no"));
  const hash = labelled(translator("files")("column.hash"), sha256);
  return listedApart([answered("whole", whole), answered("corrected", corrected), hash]);
}

function handoverWords({ does, note }: HandoverEntry): string {
  const did = translator("mine")(`handover.offer.act.${does}`);
  return note === null ? did : labelled(did, note);
}

/** Ids name nothing to people: the whole record, below the entry, has them. */
export function withoutIds(changes: readonly FieldChange[]): FieldChange[] {
  return changes.filter(({ from, to }) => !isOnlyIds(isNothing(to) ? from : to));
}

export const isNothing = (value: Json): boolean =>
  value === null || (isJsonList(value) && value.length === 0);

const isOnlyIds = (value: Json): boolean =>
  isJsonList(value)
    ? value.length > 0 && value.every((one) => typeof one === "string" && isId(one))
    : typeof value === "string" && isId(value);

/** What a ruling says of the record, as values of the field that it is on. */
export function ruledChanges(changes: readonly FieldChange[]): FieldChange[] {
  const field = changes.find((change) => change.field === "field")?.to;
  return changes.flatMap((change) => {
    if (change.field !== "says" || typeof field !== "string") return [change];
    const says = change.to as unknown as RuledValue;
    // In words alone, or by ids: then what was accepted as true says it.
    if ("not" in says || field === "approvals" || field === "condition") return [];
    const to = "value" in says ? says.value : Object.values(says.lines);
    return [{ field: `says.${field === "contributions" ? "kind" : field}`, from: null, to }];
  });
}
