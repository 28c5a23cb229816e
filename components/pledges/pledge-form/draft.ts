// A pledge being typed: text for every field, "" for what isn't known, until it is sent.
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { VALUE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { asNumber, moneyBody, textOrNull, quantityBody } from "../contribution-form/amount-body";

export interface DraftLine {
  /** Set for a line on record; a new one has none. */
  id?: string;
  kind: string;
  domain: string;
  location: string;
  quantityKind: string;
  min: string;
  max: string;
  /** For a sealed number on record: whether the user sees it. */
  sealed: string;
  unit: string;
  asStated: string;
  amount: string;
  currency: string;
  noticeToMoveDays: string;
  availableFrom: string;
  availableTo: string;
  caveats: { category: string; text: string }[];
  /** In the line's unit and currency. */
  allocated: DraftAllocation;
}

export interface DraftAllocation {
  kind: string;
  min: string;
  max: string;
  asStated: string;
  amount: string;
  on: string;
}

export interface DraftSource {
  /** Id of a source on record, taken over from the pledge before. */
  id: string;
  publisher: string;
  url: string;
  title: string;
  publishedOn: string;
  language: string;
  ownership: string;
}

export interface DraftEvidence {
  kind: string;
  reliability: string;
  credibility: string;
  quote: string;
  supports: string;
  field: string;
  claims: string;
  validUntil: string;
}

export type TextField = (typeof VALUE_FIELDS)[number];

export interface Draft extends Record<TextField, string> {
  participant: string;
  priority: string;
  stage: string;
  reason: string;
  contributions: DraftLine[];
}

const NOT_SET_ASIDE: DraftAllocation = { kind: "EXACT", min: "", max: "", asStated: "", amount: "", on: "" };

/** Nothing of a contribution is preset: the user chooses each of these, also "not stated". */
export const NEW_LINE: DraftLine = {
  kind: "",
  domain: "",
  location: "",
  quantityKind: "",
  min: "",
  max: "",
  sealed: "",
  unit: "",
  asStated: "",
  amount: "",
  currency: "",
  noticeToMoveDays: "",
  availableFrom: "",
  availableTo: "",
  caveats: [],
  allocated: NOT_SET_ASIDE,
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
export const NEW_EVIDENCE: DraftEvidence = {
  kind: "",
  reliability: "",
  credibility: "",
  quote: "",
  supports: "true",
  field: "",
  claims: "",
  validUntil: "",
};

/** Part of a draft, or a function of the draft at that moment. */
export type DraftChange = Partial<Draft> | ((before: Draft) => Partial<Draft>);

export const withDraftChange = (draft: Draft, change: DraftChange): Draft => ({
  ...draft,
  ...(typeof change === "function" ? change(draft) : change),
});

export function newDraft(given: Partial<Draft>): Draft {
  const empty = Object.fromEntries(VALUE_FIELDS.map((field) => [field, ""])) as Record<TextField, string>;
  return {
    ...empty,
    furtherApproval: "UNKNOWN",
    handling: "PUBLIC",
    participant: "",
    priority: "",
    stage: "",
    reason: "",
    contributions: [NEW_LINE],
    ...given,
  };
}

export function pledgeDraftOf(
  pledge: Pick<Pledge, TextField | "participant" | "priority" | "stage" | "contributions">,
): Draft {
  const texts = Object.fromEntries(VALUE_FIELDS.map((field) => [field, pledge[field] ?? ""])) as Record<
    TextField,
    string
  >;
  return {
    ...texts,
    participant: pledge.participant,
    priority: String(pledge.priority),
    stage: pledge.stage,
    reason: "",
    contributions: pledge.contributions.map(lineOf),
  };
}

function lineOf(line: Contribution): DraftLine {
  return {
    id: line.id,
    kind: line.kind,
    domain: line.domain,
    location: line.location,
    quantityKind: line.quantity.kind,
    min: line.quantity.min === null ? "" : String(line.quantity.min),
    max: line.quantity.max === null ? "" : String(line.quantity.max),
    sealed: line.quantity.sealed ?? "",
    unit: line.quantity.unit ?? "",
    asStated: line.quantity.asStated ?? "",
    amount: line.money?.amount ?? "",
    currency: line.money?.currency ?? "",
    noticeToMoveDays: line.noticeToMoveDays === null ? "" : String(line.noticeToMoveDays),
    availableFrom: line.availableFrom ?? "",
    availableTo: line.availableTo ?? "",
    caveats: line.caveats.map(({ category, text }) => ({ category, text })),
    allocated: allocationOf(line),
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
    amount: money?.amount ?? "",
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
    ...pledgeBody({ ...draft, contributions }),
    evidence: [evidenceBody(source, evidence)],
  };
}

/** Every field that PATCH can change. */
export function pledgeBody(draft: Draft): Record<TextField | "contributions", unknown> {
  const texts = Object.fromEntries(VALUE_FIELDS.map((field) => [field, textOrNull(draft[field])])) as Record<
    TextField,
    unknown
  >;
  return { ...texts, title: draft.title.trim(), contributions: draft.contributions.map(lineBody) };
}

/** The body of POST /sources, without the text. */
export const sourceBody = (document: DraftSource): object => ({
  publisher: document.publisher.trim(),
  url: textOrNull(document.url),
  title: textOrNull(document.title),
  publishedOn: textOrNull(document.publishedOn),
  language: document.language.trim(),
  ownership: document.ownership,
});

export function evidenceBody(source: DraftSource, evidence: DraftEvidence): object {
  return {
    source: source.id ? { id: source.id } : sourceBody(source),
    kind: evidence.kind,
    reliability: evidence.reliability,
    credibility: asNumber(evidence.credibility),
    quote: textOrNull(evidence.quote),
    supports: evidence.supports === "true",
    field: textOrNull(evidence.field),
    claims: textOrNull(evidence.claims),
    validUntil: textOrNull(evidence.validUntil),
  };
}

function lineBody(line: DraftLine): unknown {
  const sealed = line.quantityKind === "SEALED" && line.sealed !== "" ? { sealed: line.sealed } : {};
  return {
    ...(line.id === undefined ? {} : { id: line.id }),
    kind: line.kind,
    domain: line.domain,
    location: line.location,
    quantity: { ...quantityBody({ ...line, kind: line.quantityKind }), ...sealed },
    money: moneyBody(line.amount, line.currency),
    noticeToMoveDays: asNumber(line.noticeToMoveDays),
    availableFrom: textOrNull(line.availableFrom),
    availableTo: textOrNull(line.availableTo),
    caveats: line.caveats.map((caveat) => ({ category: caveat.category, text: caveat.text.trim() })),
    ...allocatedBody(line),
  };
}

/** A line that isn't on record yet has nothing set aside, so it sends nothing about that. */
function allocatedBody({ id, allocated, unit, currency, quantityKind }: DraftLine): { allocated?: unknown } {
  const { min, max, amount, on } = allocated;
  if (![min, max, amount, on].some((text) => text.trim() !== ""))
    return id === undefined ? {} : { allocated: null };
  const isCounted = (min.trim() !== "" || max.trim() !== "") && quantityKind !== "SEALED";
  return {
    allocated: {
      quantity: isCounted ? quantityBody({ ...allocated, unit }) : null,
      money: amount.trim() === "" ? null : moneyBody(amount, currency),
      on: textOrNull(on),
    },
  };
}
