// An unresolved item as two sentences: what is missing, and what would resolve it.
import type { Cause, UnresolvedItem } from "@/lib/domain/unresolved";
import { fieldWords } from "./domain-words";
import { translator } from "./translator";
import { dayInWords } from "./when";

export interface ItemWords {
  /** Whole sentences, one for each sort of cause. */
  what: string;
  /** Goes on from "Resolved by": no capital, no full stop. */
  resolvedBy: string;
}

const say = translator("domain");

export function itemWords({ code, params }: Pick<UnresolvedItem, "code" | "params">): ItemWords {
  const sorts = [...new Set(params.causes.map((cause) => cause.what))];
  const sentences = sorts.map((sort) =>
    say(`item.${code}.${sort}`, valuesOf(params.causes.filter((cause) => cause.what === sort))),
  );
  return { what: sentences.join(" "), resolvedBy: resolvedBy(code, sorts) };
}

/** Where causes of different sorts are mended differently, the sentence follows those that hold. */
function resolvedBy(code: string, sorts: readonly string[]): string {
  const key = `item.${code}.resolvedBy`;
  if (!BY_SORT.includes(code)) return say(key);
  return say(`${key}.${sorts.length === 1 ? sorts[0] : "both"}`);
}

const BY_SORT: readonly string[] = ["NO_AUTHORITY", "OVERDUE", "NO_OWNER"];

function valuesOf(causes: readonly Cause[]): Record<string, string | number> {
  const { on, action, from, reason, stage, instrument } = causes[0]?.data ?? {};
  return {
    count: causes.length,
    kinds: listed(causes, kindOf),
    lines: listed(causes, (cause) => say("itemWords", { kind: kindOf(cause), words: textOf(cause, "words") })),
    approvals: listed(causes, approvalOf),
    claims: listed(causes, claimOf),
    instrument: instrument ?? "NONE",
    word: instrument && instrument !== "NONE" ? say(`evidenceKind.${instrument}`).toLowerCase() : "",
    on: typeof on === "string" ? dayInWords(on) : "",
    action: action || "none",
    from: from ? say(`stage.${from}`) : "none",
    reason: reason ?? "",
    stage: stage ? say(`stage.${stage}`) : "",
  };
}

const listed = (causes: readonly Cause[], words: (cause: Cause) => string): string =>
  [...new Set(causes.map(words))].join(", ");

function kindOf(cause: Cause): string {
  const kind = textOf(cause, "kind");
  return say.has(`contributionKind.${kind}`) ? say(`contributionKind.${kind}`).toLowerCase() : "";
}

function approvalOf(cause: Cause): string {
  if (cause.what !== "approval") return "";
  return say("itemApproval", {
    body: textOf(cause, "body"),
    kind: say(`approvalKind.${textOf(cause, "kind")}`).toLowerCase(),
    status: say(`approvalStatus.${textOf(cause, "status")}`).toLowerCase(),
  });
}

function claimOf(cause: Cause): string {
  if (cause.what !== "field") return "";
  const field = fieldWords(textOf(cause, "field")).toLowerCase();
  const [publisher, claims] = [textOf(cause, "publisher"), textOf(cause, "claims")];
  return claims ? say("itemClaim", { field, publisher, claims }) : say("itemClaimBare", { field, publisher });
}

const textOf = (cause: Cause, key: string): string => String(cause.data?.[key] ?? "");
