// Reads one row of a file: a pledge to be logged, or the reasons, cell by cell, why it can't be.
import type { ReadAmount } from "./amounts/money";
import { amountIn, currencyOfCell, unitOrCurrencyIn } from "./cells/amount";
import { quotedCell, type CellRead } from "./cells/cell";
import {
  contributionKindIn,
  domainIn,
  evidenceKindIn,
  furtherApprovalIn,
  handlingIn,
  locationIn,
  ownershipIn,
  stageIn,
} from "./cells/coded";
import { conditionIn } from "./cells/condition";
import { lineInCell, type LineInCell } from "./cells/line";
import { priorityIn } from "./cells/priority";
import { languageIn, lineIn, textInCell, webAddressIn } from "./cells/text";
import type { Condition } from "../pledge/condition";
import { DOMAIN_OF, type Contribution } from "../pledge/contribution";
import { isZero, type Money } from "../pledge/money";
import { PIECE_FIELDS, type Evidence } from "../pledge/evidence";
import { namedOthers, severalIn } from "./named-others";
import { messagesInOrder, RowMessages, type CellMessage } from "./row-messages";
import { checked, credibilityIn, daysInCell, keeperIn, referenceIn, reliabilityIn, sumIn } from "./row-cells";
import {
  amountByAnswers,
  byWords,
  dayByAnswers,
  NO_ANSWERS,
  type FileAnswers,
  type FileValues,
} from "./file-answers";
import type { CellMarks } from "./file-form";
import type { ImportField } from "./import-columns";
import { textsOf, type ReadColumns, type RowTexts } from "./row-texts";
import {
  eachValue,
  fieldOf,
  TEXT_LIMITS,
  type PledgeValues,
  type StatedField,
  type ValueField,
} from "../pledge/pledge-fields";
import type { Priority } from "../base/priority";
import { intervalOf, type Quantity } from "../pledge/quantity";
import type { Source } from "../pledge/source";
import type { Stage } from "../pledge/stages";

/** What a row is read with. */
export interface RowReading extends ReadColumns {
  values: FileValues;
  participantIn: (cell: string) => CellRead<string>;
  /** Codes of the facts that the register keeps. */
  triggers: ReadonlySet<string>;
  /** Addresses of the accounts that keep records. */
  keepers: ReadonlySet<string>;
}

export type RowContribution = Pick<Contribution, "kind" | "domain" | "location" | "noticeToMoveDays">;

export interface RowEvidence extends Pick<Evidence, "kind" | "reliability" | "credibility" | "quote"> {
  source: Omit<Source, "id" | "version" | "createdAt">;
}

/** A row as it was understood. */
export interface ImportRow extends PledgeValues {
  participant: string;
  priority: Priority;
  stage: Stage;
  reason: string | null;
  quantity: Quantity;
  money: Money | null;
  /** Null: nothing is said of what is contributed. */
  contribution: RowContribution | null;
  condition: Condition | null;
  /** Conditions that name nothing the register keeps. */
  conditionWords: string[];
  evidence: RowEvidence | null;
  /** Codes of the participants it names; left out for files tried before these columns were read. */
  jointWith?: string[];
  onBehalfOf?: string[];
  /** The line that names the same unit or sum; left out where there is none. */
  sameAs?: LineInCell;
  /** Of a pledge that is on record already. */
  reference: string | null;
}

export interface RowRead {
  /** Stated even if the rest of the row can't be read. */
  participant: string | null;
  /** Null where a cell couldn't be read. */
  row: ImportRow | null;
  faults: CellMessage[];
  /** What was read, but should be checked. */
  notes: CellMessage[];
}

export function readRow(cells: readonly string[], reading: RowReading, marks: CellMarks = {}): RowRead {
  const issues = new RowMessages();
  const { answers = NO_ANSWERS } = reading.values;
  const texts = textsOf(cells, reading, marks, issues);
  const get = <T>(field: ImportField, reader: (cell: string) => CellRead<T>): T | null => {
    const text = texts[field];
    return text ? issues.read(field, byWords(field, reader, answers)(text)) : null;
  };
  const needed = <T>(field: ImportField, reader: (cell: string) => CellRead<T>): T | null => {
    if (texts[field] === "") issues.fault(field, { code: "required" });
    return get(field, reader);
  };
  const participant = needed("participant", reading.participantIn);
  const priority = needed("priority", priorityIn);
  const stage = needed("stage", stageIn);
  const amount = amountOf(texts, stage, issues, answers);
  const isOnRecord = (texts.reference ?? "") !== "";
  const evidence = evidenceOf(texts, reading.values, get, isOnRecord ? null : issues);
  const values = eachValue((name, field) =>
    name === "title"
      ? needed(name, valueReader(name, reading))
      : (get(name, valueReader(name, reading)) ?? (field.is === "code" ? field.otherwise : null)),
  );
  const { title, windowStart, windowEnd } = values;
  if (windowStart !== null && windowEnd !== null && windowEnd < windowStart)
    issues.fault("windowEnd", { code: "window-turned" });
  const waits = conditionIn(texts.conditions ?? "", reading.triggers);
  const wordsLeft = quotedCell(waits.left.join("; "));
  if (waits.left.length > 0 && !isOnRecord)
    issues.note("conditions", { code: "conditions-as-words", params: { text: wordsLeft } });
  // A pledge on record keeps its link to a line.
  const sameAs = isOnRecord ? null : get("sameAs", lineInCell);
  const rest = {
    ...(values as PledgeValues),
    reason: get("reason", textInCell(TEXT_LIMITS.reason)),
    quantity: amount.quantity,
    money: amount.money,
    contribution: contributionOf(texts, get, issues),
    condition: waits.condition,
    conditionWords: waits.left,
    evidence,
    ...namedOthers(participant, {
      codes: (field) => get(field, severalIn(reading.participantIn)) ?? [],
      fault: (field, code) => issues.fault(field, { code }),
    }),
    ...(sameAs ? { sameAs } : {}),
    reference: get("reference", referenceIn),
  };
  const isFaultless = issues.faults.length === 0;
  const isWhole =
    isFaultless && participant !== null && priority !== null && title !== null && stage !== null;
  return {
    participant,
    row: isWhole ? { participant, priority, stage, ...rest } : null,
    faults: messagesInOrder(issues.faults, reading.columns),
    notes: messagesInOrder(issues.notes, reading.columns),
  };
}

/** By the kind of field, and for codes by the words of each. */
function valueReader(name: ValueField, { keepers, values }: RowReading): (cell: string) => CellRead<string> {
  const field = fieldOf(name);
  switch (field.is) {
    case "line":
      return lineIn(field.limit);
    case "text":
      return textInCell(field.limit);
    case "day":
      return (cell) => dayByAnswers(cell, values.answers ?? NO_ANSWERS);
    case "account":
      return (cell) => keeperIn(cell, keepers);
    case "code":
      return CODES[name as CodedField];
  }
}

type CodedField = Exclude<ValueField, StatedField | "title">;
const CODES: Record<CodedField, (cell: string) => CellRead<string>> = {
  furtherApproval: furtherApprovalIn,
  handling: handlingIn,
};

/** Two titles with the same key are the same: case, punctuation and extra blanks don't count. */
export const titleKey = (title: string): string =>
  title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

type Get = <T>(field: ImportField, reader: (cell: string) => CellRead<T>) => T | null;

function amountOf(all: RowTexts, stage: Stage | null, issues: RowMessages, answers: FileAnswers): ReadAmount {
  const texts = withoutUnread(all, issues);
  const counted = issues.read(
    "quantity",
    amountByAnswers(texts.quantity ?? "", (cell) => checked(amountIn(cell, texts.unit ?? "")), answers),
  );
  const sum = texts.amount
    ? issues.read(
        "amount",
        amountByAnswers(texts.amount, (cell) => checked(sumIn(cell, texts.currency ?? "")), answers),
      )
    : null;
  if (sum?.money && counted?.money) issues.fault("amount", { code: "two-sums" });
  const both = { quantity: counted?.quantity ?? NOTHING, money: counted?.money ?? sum?.money ?? null };
  // A sum that is only described goes in as words, in the place of the quantity.
  const words = sum?.quantity.kind === "QUALITATIVE" ? sum.quantity : null;
  if (words && (both.money !== null || both.quantity.kind !== "NOT_STATED" || both.quantity.unit !== null))
    issues.fault("amount", { code: "sum-not-one", params: { text: quotedCell(texts.amount ?? "") } });
  const amount = words ? { ...both, quantity: words } : both;
  // A refusal contributes nothing, which people write as 0.
  return stage === "DECLINED" && isNothing(amount) ? { quantity: NOTHING, money: null } : amount;
}

/** Reports an unknown unit or currency at its own cell. A sum can't be read without its currency. */
function withoutUnread(texts: RowTexts, issues: RowMessages): RowTexts {
  const { unit, currency } = texts;
  const isUnitRead = !unit || issues.read("unit", unitOrCurrencyIn(unit)) !== null;
  const isCurrencyRead = !currency || issues.read("currency", currencyOfCell(currency)) !== null;
  return {
    ...texts,
    ...(isUnitRead ? {} : { unit: "" }),
    ...(isCurrencyRead ? {} : { currency: "", amount: "" }),
  };
}

const isNothing = ({ quantity, money }: ReadAmount): boolean =>
  (quantity.kind === "NOT_STATED" || intervalOf(quantity)?.high === 0) && (money === null || isZero(money));

const NOTHING: Quantity = { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: null };

function contributionOf(texts: RowTexts, get: Get, issues: RowMessages): RowContribution | null {
  const kind = get("kind", contributionKindIn);
  const domain = get("domain", domainIn);
  const location = get("location", locationIn);
  const noticeToMoveDays = get("noticeToMoveDays", daysInCell);
  const isSaid = ["kind", "domain", "location", "quantity", "unit", "amount", "noticeToMoveDays"] as const;
  if (isSaid.every((field) => !texts[field])) return null;
  const implied = kind === null ? undefined : DOMAIN_OF[kind];
  if (kind === null && !texts.kind) issues.note("kind", { code: "kind-not-stated" });
  if (domain === null && !texts.domain)
    issues.note(
      "domain",
      implied === undefined
        ? { code: "domain-not-stated" }
        : { code: "domain-assumed", params: { domain: implied } },
    );
  return {
    kind: kind ?? "OTHER",
    domain: domain ?? implied ?? "UNSTATED",
    location: location ?? "UNSTATED",
    noticeToMoveDays,
  };
}

const EVIDENCE = ["publisher", "url", "sourceTitle", "publishedOn", "evidenceKind", "quote"] as const;

/**
 * `lacks`: where missing parts are reported; a pledge on record has its evidence. A row that names no source
 * has that of the whole file, if its publisher and kind are given.
 */
function evidenceOf(
  texts: RowTexts,
  values: FileValues,
  get: Get,
  lacks: RowMessages | null,
): RowEvidence | null {
  const isOfFile = lacks !== null && values.publisher !== undefined && values.evidenceKind !== undefined;
  if (!isOfFile && EVIDENCE.every((field) => !texts[field])) return null;
  const publisher = texts.publisher
    ? get("publisher", lineIn(TEXT_LIMITS.publisher))
    : (values.publisher ?? null);
  const kind = texts.evidenceKind ? get("evidenceKind", evidenceKindIn) : (values.evidenceKind ?? null);
  if (!texts.publisher && publisher === null) lacks?.fault("publisher", { code: "required" });
  if (!texts.evidenceKind && kind === null) lacks?.fault("evidenceKind", { code: "required" });
  const piece = {
    url: get("url", webAddressIn),
    title: get("sourceTitle", lineIn(TEXT_LIMITS.sourceTitle)),
    publishedOn: get("publishedOn", (cell) => dayByAnswers(cell, values.answers ?? NO_ANSWERS)),
    language: get("language", languageIn) ?? values.language,
    ownership: get("ownership", ownershipIn) ?? values.ownership,
  };
  const reliability = get("reliability", reliabilityIn) ?? values.reliability;
  const credibility = get("credibility", credibilityIn) ?? values.credibility;
  const quote = get("quote", textInCell(PIECE_FIELDS.quote.limit));
  if (publisher === null || kind === null) return null;
  return { source: { publisher, ...piece }, kind, reliability, credibility, quote };
}
