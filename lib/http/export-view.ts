// A view to export, given by its page's parameters and parsed by that page's rules.
import type { ExportKind } from "@/lib/domain/log/export";
import type { SelectedView } from "@/lib/domain/exchange/export-selection";
import { ME } from "@/lib/domain/base/listing";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, refused, type Result } from "@/lib/domain/base/result";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";

export type ParsedView = (SelectedView | { what: "LOG"; asked: null }) & { filter: string };

/** Refuses `invalid` at `filter`, with the names of the parameters at fault. */
export function parseView(what: ExportKind, filter: string): Result<ParsedView> {
  const params = new URLSearchParams(filter);
  // Paging is not part of the view.
  for (const name of ["cursor", "limit", "asOf", "open"]) params.delete(name);
  params.sort();
  const text = params.toString();
  switch (what) {
    case "REGISTER": {
      if (text === "") return ok({ what, filter: "", asked: null });
      const parsed = parsePledgeFilter(params);
      if (!parsed.ok) return atFilter(parsed);
      if (namesReader(parsed.value)) return invalid({ path: "filter", code: "not-an-address" });
      return ok({ what, filter: text, asked: parsed.value });
    }
    case "UNRESOLVED": {
      const parsed = parseUnresolvedFilter(params);
      if (!parsed.ok) return atFilter(parsed);
      if (namesReader(parsed.value)) return invalid({ path: "filter", code: "not-an-address" });
      return ok({ what, filter: text, asked: parsed.value });
    }
    case "PARTICIPANT":
      if (!/^[A-Z]{2,4}$/.test(filter)) return invalid({ path: "filter", code: "not-a-code" });
      return ok({ what, filter, asked: filter });
    case "COVERAGE":
    case "REQUIREMENTS":
    case "LOG":
      if (text !== "") return invalid({ path: "filter", code: "unknown-key" });
      return ok({ what, filter: "", asked: null });
  }
}

/** A package contains the same for everyone. */
const namesReader = ({ owner, not }: { owner: string[]; not?: { owner?: string[] } | null }): boolean =>
  [...owner, ...(not?.owner ?? [])].includes(ME);

function atFilter<T>(parsed: Result<T>): Result<never> {
  if (parsed.ok) throw new Error("nothing is wrong with it");
  const { refusal } = parsed;
  if (refusal.code !== "invalid") return refused(refusal);
  return invalid(...(refusal.errors ?? []).map((error) => ({ ...error, path: "filter" })));
}
