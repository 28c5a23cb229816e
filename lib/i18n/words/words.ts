// An unresolved item as two sentences: what is missing, and what would resolve it.
import type { Cause } from "@/lib/domain/conditions/cause";
import { UNRECORDED } from "@/lib/domain/conditions/basis";
import type { UnresolvedCode, UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { fieldInSentence } from "./domain-words";
import { measuredWords } from "./requirement-words";
import { inSentence } from "./in-sentence";
import { translator } from "../translator";
import { dayInWords } from "../dates";

export interface ItemWords {
  /** Whole sentences, one for each sort of cause. */
  what: string;
  /** Continues "Resolved by": no capital, no full stop. */
  resolvedBy: string;
}

const say = translator("domain");

export function itemWords({ code, params }: Pick<UnresolvedItem, "code" | "params">): ItemWords {
  const sorts = [...new Set(params.causes.map((cause) => cause.what))];
  const sentences = sorts.map((sort) => {
    const causes = params.causes.filter((cause) => cause.what === sort);
    return say.ofCode(`item.${code}`, sort, VALUES[code]?.(causes));
  });
  const bases = basesText(code, params.causes);
  return {
    what: [...sentences, ...(bases === null ? [] : [bases])].join(" "),
    resolvedBy: resolvedBy(code, sorts, params.causes),
  };
}

/**
 * Codes whose causes are leaves of a condition; a cause without a basis is older than the recording of bases.
 */
const OF_CONDITIONS: ReadonlySet<UnresolvedCode> = new Set<UnresolvedCode>([
  "DEPENDS_ON_PARTNER",
  "TRIGGER_BLOCKING",
  "TRIGGER_WAITING",
  "DEADLOCK",
  "CONDITION_DEAD",
  "CONDITION_UNSOURCED",
]);

/** Who says that it waits: once for all parts, or part by part. Null if no cause is part of a condition. */
function basesText(code: UnresolvedCode, all: readonly Cause[]): string | null {
  const causes = all.map((cause) => ({
    ...cause,
    basis: textOf(cause, "basis") || (OF_CONDITIONS.has(code) ? UNRECORDED : ""),
  }));
  const known = causes.filter(({ basis }) => basis !== "");
  const bases = [...new Set(known.flatMap(({ basis }) => basis.split(" ")))];
  const [only, ...others] = bases;
  if (only === undefined) return null;
  if (others.length === 0)
    return say.ofCode(code === "CONDITION_UNSOURCED" ? "itemBasisUnsourced" : "itemBasis", only);
  const partly = known.map((cause) =>
    say("itemBases", {
      what: ["pledge", "title", "body", "with"].map((name) => textOf(cause, name)).find(Boolean) ?? "",
      bases: cause.basis
        .split(" ")
        .map((basis) => say.ofCode("itemBasisOf", basis))
        .join(", "),
    }),
  );
  return [...new Set(partly)].join(" ");
}

/** If sorts of causes are resolved differently, the sentence depends on the ones present. */
function resolvedBy(code: UnresolvedCode, sorts: readonly string[], causes: readonly Cause[]): string {
  const key = `item.${code}.resolvedBy` as const;
  if (say.has(key)) return say(key);
  const [sort = "both", ...others] = sorts;
  return say.ofCode(key, others.length === 0 ? sort : "both", VALUES[code]?.(causes));
}

/** Values for the sentences about an item. */
export const itemValues = (code: UnresolvedCode, causes: readonly Cause[]): Record<string, string | number> =>
  VALUES[code]?.(causes) ?? {};

type Values = (causes: readonly Cause[]) => Record<string, string | number>;

const approvals: Values = (causes) => ({ approvals: listed(causes, approvalOf) });

const triggers: Values = (causes) => ({ triggers: listed(causes, triggerOf) });

/** Values from causes, by code. Codes without any are missing here: filling in costs time. */
const VALUES: Partial<Record<UnresolvedCode, Values>> = {
  NO_PLEDGE: ([cause]) => {
    const until = textOf(cause, "until");
    return {
      searched: String(until !== ""),
      until: until && dayInWords(until),
      where: textOf(cause, "where"),
    };
  },
  NO_QUANTITY: (causes) => ({
    count: causes.length,
    kinds: listed(causes, kindOf),
    lines: causes[0]?.what === "words" ? listed(causes, wordsOf) : "",
  }),
  NO_INSTRUMENT: ([cause]) => {
    const instrument = textOf(cause, "instrument") || "NONE";
    return {
      instrument,
      word: instrument === "NONE" ? "" : inSentence(say.ofCode("evidenceKind", instrument)),
    };
  },
  APPROVAL_UNKNOWN: approvals,
  APPROVAL_PENDING: approvals,
  APPROVAL_REFUSED: approvals,
  MANDATE_ENDING: approvals,
  APPROVED_LESS: (causes) => ({ mandates: listed(causes, mandateOf) }),
  OVERDUE: ([cause]) => ({ on: dayOf(cause), action: textOf(cause, "action") || "none" }),
  ALLOCATION_SHORT: (causes) => ({ lines: listed(causes, kindOf) }),
  DELIVERY_UNCONFIRMED: (causes) => ({ count: causes.length, lines: listed(causes, deliveryOf) }),
  SUSPENDED: ([cause]) => {
    const from = textOf(cause, "from");
    return { from: from ? say.ofCode("stage", from) : "none", reason: textOf(cause, "reason") };
  },
  DISPUTED: (causes) => ({ count: causes.length, claims: listed(causes, claimOf) }),
  STALE: ([cause]) => ({ on: dayOf(cause) }),
  DECISION_OPEN: (causes) => ({ proposals: listed(causes, proposedOf) }),
  DEPENDS_ON_PARTNER: (causes) => ({
    pledges: listed(causes, pledgeOf),
    steps: listed(causes, pledgeStepOf),
  }),
  RULING_NOT_APPLIED: (causes) => ({ count: causes.length, rulings: listed(causes, ruledOf) }),
  PARTICIPANT_LEFT: ([cause]) => ({ on: dayOf(cause), reason: textOf(cause, "reason") }),
  CONDITION_DEAD: (causes) => ({ pledges: listed(causes, pledgeOf) }),
  CONDITION_UNSOURCED: (causes) => ({ leaves: listed(causes, leafOf) }),
  TRIGGER_BLOCKING: triggers,
  TRIGGER_WAITING: triggers,
  DEADLOCK: ([cause]) => ({ with: textOf(cause, "with") }),
  CAVEAT_MISMATCH: (causes) => ({
    requirements: listed(causes, (cause) => textOf(cause, "requirement")),
    caveats: listed(causes, caveatsOf),
  }),
  OVER_OFFERED: (causes) => ({ lines: listed(causes, offeredOf) }),
  EVIDENCE_EXPIRED: ([cause]) => ({ stage: say.ofCode("stage", textOf(cause, "stage")) }),
};

const listed = (causes: readonly Cause[], words: (cause: Cause) => string): string =>
  [...new Set(causes.map(words))].join(", ");

const kindOf = (cause: Cause): string => {
  const kind = textOf(cause, "kind");
  return kind ? inSentence(say.ofCode("contributionKind", kind)) : "";
};

const wordsOf = (cause: Cause): string =>
  say("itemWords", { kind: kindOf(cause), words: textOf(cause, "words") });

const approvalOf = (cause: Cause): string => {
  const named = {
    body: textOf(cause, "body"),
    kind: inSentence(say.ofCode("approvalKind", textOf(cause, "kind"))),
  };
  const status = textOf(cause, "status");
  return status === ""
    ? say("itemMandate", { ...named, on: dayOf(cause) })
    : say("itemApproval", { ...named, status: inSentence(say.ofCode("approvalStatus", status)) });
};

const mandateOf = (cause: Cause): string =>
  say("itemLimit", {
    body: textOf(cause, "body"),
    limit: measuredWords(textOf(cause, "limit"), textOf(cause, "measure")),
    allocated: measuredWords(textOf(cause, "allocated"), textOf(cause, "measure")),
  });

function claimOf(cause: Cause): string {
  const field = fieldInSentence(textOf(cause, "field"));
  const [publisher, claims] = [textOf(cause, "publisher"), textOf(cause, "claims")];
  return claims ? say("itemClaim", { field, publisher, claims }) : say("itemClaimBare", { field, publisher });
}

const ruledOf = (cause: Cause): string =>
  say("itemRuled", { field: fieldInSentence(textOf(cause, "field")), finding: textOf(cause, "finding") });

const pledgeOf = (cause: Cause): string =>
  say("itemPledge", {
    pledge: textOf(cause, "pledge"),
    atLeast: stageOf(textOf(cause, "atLeast")),
    stage: stageOf(textOf(cause, "stage")),
  });

const pledgeStepOf = (cause: Cause): string =>
  say("itemPledgeStep", { pledge: textOf(cause, "pledge"), atLeast: stageOf(textOf(cause, "atLeast")) });

const leafOf = (cause: Cause): string =>
  cause.what === "pledge"
    ? pledgeStepOf(cause)
    : cause.what === "trigger"
      ? textOf(cause, "title")
      : say("itemApprovalBare", {
          body: textOf(cause, "body"),
          kind: inSentence(say.ofCode("approvalKind", textOf(cause, "kind"))),
        });

const stageOf = (stage: string): string =>
  stage === "VOIDED" ? say("itemVoided") : say.ofCode("stage", stage);

const triggerOf = (cause: Cause): string =>
  say("itemTrigger", { title: textOf(cause, "title"), state: textOf(cause, "state") });

const deliveryOf = (cause: Cause): string =>
  say("itemDelivery", {
    kind: kindOf(cause) || inSentence(say("contributionKind.OTHER")),
    definition: inSentence(say.ofCode("deliveredAs", textOf(cause, "definition"))),
    on: dayOf(cause),
  });

const caveatsOf = (cause: Cause): string =>
  textOf(cause, "caveats")
    .split(", ")
    .filter((caveat) => caveat !== "")
    .map((caveat) => inSentence(say.ofCode("caveat", caveat)))
    .join(", ");

const offeredOf = (cause: Cause): string =>
  say("itemOffered", { kind: kindOf(cause), requirements: textOf(cause, "requirements") });

const proposedOf = (cause: Cause): string => {
  const wish = textOf(cause, "wish");
  const key = `stage.${wish}`;
  return say.has(key) ? say(key) : say.ofCode("wish", wish);
};

const dayOf = (cause: Cause | undefined): string => dayInWords(textOf(cause, "on"));

const textOf = (cause: Cause | undefined, key: string): string => String(cause?.data?.[key] ?? "");
