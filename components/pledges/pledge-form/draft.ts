// A pledge being typed: text for every field, "" for what isn't known, until it is sent.
import { CONTRIBUTION_FIELDS, type Contribution } from "@/lib/domain/pledge/contribution";
import { unstatedIn } from "@/lib/domain/base/field";
import { PLEDGE_PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import type { LinkField } from "@/lib/domain/pledge/link";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { PLEDGE_FIELDS, UNSTATED_VALUES, type ValueField } from "@/lib/domain/pledge/pledge-fields";
import { asNumber, textOrNull, quantityBody } from "../contribution-form/amount-body";
import { draftMoneyOf, moneyBody, NO_MONEY, type DraftMoney } from "../contribution-form/money-draft";
import { bodyOf, typedOf, type Typed } from "../contribution-form/typed-fields";

export interface DraftLine extends Typed<typeof CONTRIBUTION_FIELDS> {
  /** Set for a line on record; a new one has none. */
  id?: string;
  quantityKind: string;
  min: string;
  max: string;
  /** For a sealed number on record: whether the user sees it. */
  sealed: string;
  unit: string;
  asStated: string;
  sum: DraftMoney;
  caveats: { category: string; text: string }[];
  /** In the line's unit and currency. */
  allocated: DraftAllocation;
  sameAs: DraftSame;
}

/** A line of another pledge, or of this one: its pledge's reference as typed, and its id once it is chosen. */
export interface DraftSame {
  pledge: string;
  contribution: string;
}

export interface DraftAllocation {
  kind: string;
  min: string;
  max: string;
  asStated: string;
  /** Its currency is the line's. */
  sum: DraftMoney;
  on: string;
}

export interface DraftSource {
  /** Id of a source on record, taken over from the previous pledge. */
  id: string;
  publisher: string;
  url: string;
  title: string;
  publishedOn: string;
  language: string;
  ownership: string;
}

export type DraftEvidence = Typed<typeof PLEDGE_PIECE_FIELDS>;

/** New evidence that is recorded with a change, and its source. */
export interface DraftPiece {
  source: DraftSource;
  evidence: DraftEvidence;
}

export interface Draft extends Typed<typeof PLEDGE_FIELDS> {
  participant: string;
  priority: string;
  stage: string;
  reason: string;
  contributions: DraftLine[];
  /** Codes of participants. */
  jointWith: string[];
  onBehalfOf: string[];
  /** Reference of a pledge that has ended, while a new one is logged in its place. */
  replaces: string;
}

const NOT_SET_ASIDE: DraftAllocation = {
  kind: "EXACT",
  min: "",
  max: "",
  asStated: "",
  sum: NO_MONEY,
  on: "",
};

const NO_SAME: DraftSame = { pledge: "", contribution: "" };

/** Nothing of a contribution is preset: the user chooses each of these, also "not stated". */
export const NEW_LINE: DraftLine = {
  ...typedOf(CONTRIBUTION_FIELDS, {}),
  quantityKind: "",
  min: "",
  max: "",
  sealed: "",
  unit: "",
  asStated: "",
  sum: NO_MONEY,
  caveats: [],
  allocated: NOT_SET_ASIDE,
  sameAs: NO_SAME,
};

export const isUntouched = (line: DraftLine): boolean => JSON.stringify(line) === JSON.stringify(NEW_LINE);

/** "The rest is not stated": choices already made stay. */
export const withRestNotStated = (line: DraftLine): Partial<DraftLine> => ({
  kind: line.kind || "OTHER",
  domain: line.domain || "UNSTATED",
  location: line.location || "UNSTATED",
  quantityKind: line.quantityKind || "NOT_STATED",
});

export const NEW_SOURCE: DraftSource = {
  id: "",
  publisher: "",
  url: "",
  title: "",
  publishedOn: "",
  language: "en",
  ownership: "",
};
export const NEW_EVIDENCE: DraftEvidence = typedOf(PLEDGE_PIECE_FIELDS, unstatedIn(PLEDGE_PIECE_FIELDS));

export const NEW_PIECE: DraftPiece = { source: NEW_SOURCE, evidence: NEW_EVIDENCE };

/** Part of a draft, or a function of the draft at that moment. */
export type DraftChange = Partial<Draft> | ((before: Draft) => Partial<Draft>);

export const withDraftChange = (draft: Draft, change: DraftChange): Draft => ({
  ...draft,
  ...(typeof change === "function" ? change(draft) : change),
});

export function newDraft(given: Partial<Draft>): Draft {
  return {
    ...typedOf(PLEDGE_FIELDS, UNSTATED_VALUES),
    participant: "",
    priority: "",
    stage: "",
    reason: "",
    contributions: [NEW_LINE],
    jointWith: [],
    onBehalfOf: [],
    replaces: "",
    ...given,
  };
}

export function pledgeDraftOf(
  pledge: Pick<Pledge, ValueField | LinkField | "participant" | "priority" | "stage" | "contributions">,
): Draft {
  return {
    ...typedOf(PLEDGE_FIELDS, pledge),
    participant: pledge.participant,
    priority: String(pledge.priority),
    stage: pledge.stage,
    reason: "",
    contributions: pledge.contributions.map(lineOf),
    jointWith: pledge.jointWith.map(({ participant }) => participant),
    onBehalfOf: pledge.onBehalfOf.map(({ participant }) => participant),
    replaces: "",
  };
}

function lineOf(line: Contribution): DraftLine {
  return {
    id: line.id,
    ...typedOf(CONTRIBUTION_FIELDS, line),
    quantityKind: line.quantity.kind,
    min: line.quantity.min === null ? "" : String(line.quantity.min),
    max: line.quantity.max === null ? "" : String(line.quantity.max),
    sealed: line.quantity.sealed ?? "",
    unit: line.quantity.unit ?? "",
    asStated: line.quantity.asStated ?? "",
    sum: draftMoneyOf(line.money),
    caveats: line.caveats.map(({ category, text }) => ({ category, text })),
    allocated: allocationOf(line),
    sameAs: line.sameAs ? { pledge: line.sameAs.pledge, contribution: line.sameAs.contribution } : NO_SAME,
  };
}

function allocationOf({ allocated }: Contribution): DraftAllocation {
  if (!allocated) return NOT_SET_ASIDE;
  const { quantity, money, on } = allocated;
  return {
    kind: quantity?.kind ?? "EXACT",
    min: String(quantity?.min ?? ""),
    max: String(quantity?.max ?? ""),
    asStated: quantity?.asStated ?? "",
    sum: draftMoneyOf(money),
    on,
  };
}

/** The body of POST /pledges. A pledge that declines sends no contribution that nobody touched. */
export function logBody(draft: Draft, source: DraftSource, evidence: DraftEvidence): object {
  const declines = draft.stage === "DECLINED";
  const contributions = draft.contributions.filter((line) => !declines || !isUntouched(line));
  return {
    participant: textOrNull(draft.participant),
    priority: asNumber(draft.priority),
    stage: draft.stage,
    ...(declines ? { reason: draft.reason } : {}),
    ...(draft.replaces === "" ? {} : { supersedes: draft.replaces }),
    ...pledgeBody({ ...draft, contributions }),
    evidence: [evidenceBody(source, evidence)],
  };
}

/** Every field that PATCH can change. */
export const pledgeBody = (draft: Draft) => ({
  ...bodyOf(PLEDGE_FIELDS, draft, {}),
  jointWith: draft.jointWith,
  onBehalfOf: draft.onBehalfOf,
  contributions: draft.contributions.map(lineBody),
});

/** The body of POST /sources, without the text. */
export const sourceBody = (document: DraftSource): object => ({
  publisher: document.publisher.trim(),
  url: textOrNull(document.url),
  title: textOrNull(document.title),
  publishedOn: textOrNull(document.publishedOn),
  language: document.language.trim(),
  ownership: document.ownership,
});

/** A source on record by its id. */
export const sourceSent = (source: DraftSource): object =>
  source.id ? { id: source.id } : sourceBody(source);

export const evidenceBody = (source: DraftSource, evidence: DraftEvidence): object => ({
  source: sourceSent(source),
  ...bodyOf(PLEDGE_PIECE_FIELDS, evidence, {}),
});

function lineBody(line: DraftLine): unknown {
  const sealed = line.quantityKind === "SEALED" && line.sealed !== "" ? { sealed: line.sealed } : {};
  return {
    ...(line.id === undefined ? {} : { id: line.id }),
    ...bodyOf(CONTRIBUTION_FIELDS, line, {
      quantity: { ...quantityBody({ ...line, kind: line.quantityKind }), ...sealed },
      money: moneyBody(line.sum),
      caveats: line.caveats.map((caveat) => ({ category: caveat.category, text: caveat.text.trim() })),
      ...allocatedBody(line),
      sameAs: sameBody(line.sameAs),
    }),
  };
}

/** A reference without a line is sent too, so that the register refuses it: leaving it out would lose it. */
function sameBody({ pledge, contribution }: DraftSame): object | null {
  if (contribution !== "") return { pledge, contribution };
  return pledge.trim() === "" ? null : { contribution: null };
}

/** A line that isn't on record yet has nothing set aside, so it sends nothing about that. */
function allocatedBody({ id, allocated, unit, sum: { currency }, quantityKind }: DraftLine): {
  allocated?: unknown;
} {
  const { min, max, sum, on } = allocated;
  if (![min, max, sum.amount, on].some((text) => text.trim() !== ""))
    return id === undefined ? {} : { allocated: null };
  const isCounted = (min.trim() !== "" || max.trim() !== "") && quantityKind !== "SEALED";
  return {
    allocated: {
      quantity: isCounted ? quantityBody({ ...allocated, unit }) : null,
      money: sum.amount.trim() === "" ? null : moneyBody({ ...sum, currency }),
      on: textOrNull(on),
    },
  };
}
