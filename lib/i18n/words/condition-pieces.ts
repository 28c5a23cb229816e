// A condition as a sentence that can be read in one way only: groups are in brackets. Returned in pieces, because pages
// colour its words. A caller without a translator (a form in the browser) passes the words in.
import { isLeaf, leavesOf, partsOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { MessageKey } from "../translator";

export interface ConditionTranslate {
  (key: MessageKey<"condition">, values?: Record<string, string>): string;
  has(key: string): key is MessageKey<"condition">;
}

/** `join`: and, or, not. */
export interface SentencePiece {
  is: "words" | "join";
  text: string;
}

/** "Starts when the ceasefire is in force and (the Bundestag has approved or US-4-001 is committed)." */
export function conditionPieces(condition: Condition | null, context: SentenceContext): SentencePiece[] {
  const { say } = context;
  if (condition === null) return [words(say("sentence.nothing"))];
  const [basis, ...others] = new Set(leavesOf(condition).map((leaf) => leaf.basis));
  const shared = others.length === 0 ? basis : undefined;
  return [
    words(`${say("sentence.start")} `),
    ...piecesOf(condition, { ...context, sharedBasis: shared !== undefined }, "alone"),
    words(say("sentence.end")),
    ...(shared === undefined ? [] : [words(` ${say(`sentence.basis.${shared}`)}`)]),
  ];
}

export const piecesText = (pieces: readonly SentencePiece[]): string =>
  pieces.map(({ text }) => text).join("");

export interface SentenceContext {
  /** About what the condition names. */
  facts: LeafFacts;
  say: ConditionTranslate;
  /** The basis of all leaves is said once, at the end. */
  sharedBasis?: boolean;
}

/** `within`: has siblings, so a group of several parts needs brackets. */
function piecesOf(part: Condition, context: SentenceContext, place: "alone" | "within"): SentencePiece[] {
  const { say } = context;
  if (isLeaf(part)) return [words(withBasis(part, true, context))];
  if ("not" in part) {
    const inner = bare(part.not);
    if ("not" in inner) return piecesOf(inner.not, context, place);
    if (isLeaf(inner)) return [words(withBasis(inner, false, context))];
    return [join(say("sentence.not")), words(" "), ...piecesOf(inner, context, "within")];
  }
  const parts = partsOf(part);
  const [only] = parts;
  if (parts.length === 1 && only) return piecesOf(only, context, place);
  const between =
    "kOf" in part
      ? [words("; ")]
      : [words(" "), join(say("all" in part ? "sentence.all" : "sentence.any")), words(" ")];
  const pieces = parts.flatMap((one, index) => [
    ...(index === 0 ? [] : between),
    ...piecesOf(one, context, "within"),
  ]);
  if ("kOf" in part)
    return [join(say("sentence.kOf", { k: String(part.kOf) })), words(" ("), ...pieces, words(")")];
  return place === "alone" ? pieces : [words("("), ...pieces, words(")")];
}

/** "US-4-001 is committed (our reading)". */
function withBasis(leaf: Leaf, holds: boolean, context: SentenceContext): string {
  const clause = leafWords(leaf, holds, context);
  if (leaf.basis === undefined || context.sharedBasis) return clause;
  return `${clause} (${context.say(`sentence.by.${leaf.basis}`)})`;
}

/** A group of one counts as its only part. */
function bare(part: Condition): Condition {
  if (isLeaf(part) || "not" in part) return part;
  const parts = partsOf(part);
  return parts.length === 1 && parts[0] ? bare(parts[0]) : part;
}

/** A clause: "the ceasefire is in force", or with `holds` false its opposite. */
export function leafWords(leaf: Leaf, holds: boolean, { facts, say }: SentenceContext): string {
  if ("trigger" in leaf) {
    if (leaf.trigger === "") return say("sentence.unchosen");
    const known = `sentence.known.${leaf.trigger}.${holds}`;
    if (say.has(known)) return say(known);
    const title = facts.triggers.find(({ code }) => code === leaf.trigger)?.title ?? leaf.trigger;
    return say(`sentence.trigger.${holds}`, { title });
  }
  if ("approval" in leaf) return approvalWords(leaf.approval, holds, { facts, say });
  if (leaf.pledge === "") return say("sentence.unchosen");
  return say(`sentence.pledge.${leaf.atLeast}.${holds}`, { pledge: leaf.pledge });
}

function approvalWords(id: string, holds: boolean, { facts, say }: SentenceContext): string {
  if (id === "") return say("sentence.unchosen");
  const approval = facts.approvals.find((one) => one.id === id);
  if (!approval) return say(`sentence.strangeApproval.${holds}`);
  const hasTwin = facts.approvals.some((one) => one.id !== id && one.body === approval.body);
  const needed = approval.kind === "HOST_CONSENT" || hasTwin;
  const values = {
    body: approval.body.replace(/^the /i, ""),
    subject: approval.subject && needed ? say("sentence.subject", { subject: approval.subject }) : "",
  };
  const own = `sentence.approvalOf.${approval.kind}.${holds}`;
  return say(say.has(own) ? own : `sentence.approval.${holds}`, values);
}

const words = (text: string): SentencePiece => ({ is: "words", text });
const join = (text: string): SentencePiece => ({ is: "join", text });
