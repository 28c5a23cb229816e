// An unresolved item as two sentences: what is missing, and what would resolve it.
import type { Cause, UnresolvedItem } from "@/lib/domain/unresolved";
import { domainWords as say } from "./words";
import { fieldWords } from "./words";
import { dayInWords } from "./when";

export interface ItemWords {
  /** Whole sentences, one for each sort of cause. */
  what: string;
  /** Goes on from "Resolved by": no capital, no full stop. */
  resolvedBy: string;
}

export function itemWords({ code, params }: Pick<UnresolvedItem, "code" | "params">): ItemWords {
  const sorts = [...new Set(params.causes.map((cause) => cause.what))];
  const sentences = sorts.map((sort) =>
    say(
      `item.${code}.${sort}`,
      valuesOf(params.causes.filter((cause) => cause.what === sort)),
    ),
  );
  return { what: sentences.join(" "), resolvedBy: resolvedBy(code, sorts) };
}

/** Where the causes differ in what mends them, the sentence follows those that hold. */
const BY_CAUSE: readonly string[] = ["NO_AUTHORITY", "OVERDUE", "NO_OWNER"];

function resolvedBy(code: string, sorts: readonly string[]): string {
  if (!BY_CAUSE.includes(code)) return say(`item.${code}.resolvedBy`);
  return say(`item.${code}.resolvedBy.${sorts.length === 1 ? sorts[0] : "both"}`);
}

function valuesOf(causes: readonly Cause[]): Record<string, string | number> {
  const data = causes[0]?.data ?? {};
  return {
    count: causes.length,
    kinds: listed(causes, kindOf),
    lines: listed(causes, (cause) => say("itemWords", { kind: kindOf(cause), words: text(cause, "words") })),
    approvals: listed(causes, approvalOf),
    claims: listed(causes, claimOf),
    instrument: data.instrument ?? "NONE",
    word: data.instrument && data.instrument !== "NONE" ? say(`evidenceKind.${data.instrument}`).toLowerCase() : "",
    on: typeof data.on === "string" ? dayInWords(data.on) : "",
    action: data.action || "none",
    from: data.from ? say(`stage.${data.from}`) : "none",
    reason: data.reason ?? "",
    stage: data.stage ? say(`stage.${data.stage}`) : "",
  };
}

const listed = (causes: readonly Cause[], words: (cause: Cause) => string): string =>
  [...new Set(causes.map(words))].join(", ");

const text = (cause: Cause, key: string): string => String(cause.data?.[key] ?? "");

const kindOf = (cause: Cause): string =>
  cause.data?.kind ? say(`contributionKind.${text(cause, "kind")}`).toLowerCase() : "";

const approvalOf = (cause: Cause): string =>
  cause.data?.approval
    ? say("itemApproval", {
        body: text(cause, "body"),
        kind: say(`approvalKind.${text(cause, "kind")}`).toLowerCase(),
        status: say(`approvalStatus.${text(cause, "status")}`).toLowerCase(),
      })
    : "";

const claimOf = (cause: Cause): string => {
  if (!cause.data?.field) return "";
  const field = fieldWords(text(cause, "field")).toLowerCase();
  const [publisher, claims] = [text(cause, "publisher"), text(cause, "claims")];
  return claims ? say("itemClaim", { field, publisher, claims }) : say("itemClaimBare", { field, publisher });
};
