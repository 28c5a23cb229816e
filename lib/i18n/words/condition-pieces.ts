// A condition as a sentence that can be read in one way only: groups are in brackets. Returned in pieces, because pages
// colour its words. A caller without a translator (a form in the browser) passes the words in.
import { isLeaf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { MessageKey } from "../translator";

export interface Saying {
  (key: MessageKey<"condition">, values?: Record<string, string>): string;
  has(key: string): key is MessageKey<"condition">;
}

/** `join`: and, or, not. */
export interface SentencePiece {
  is: "words" | "join";
  text: string;
}

/** "Starts when the ceasefire is in force and (the Bundestag has approved or US-4-001 is committed)." */
export function conditionPieces(condition: Condition | null, telling: Telling): SentencePiece[] {
  const { say } = telling;
  if (condition === null) return [words(say("sentence.nothing"))];
  return [
    words(`${say("sentence.start")} `),
    ...piecesOf(condition, telling, "alone"),
    words(say("sentence.end")),
  ];
}

export const piecesText = (pieces: readonly SentencePiece[]): string =>
  pieces.map(({ text }) => text).join("");

export interface Telling {
  /** About what the condition names. */
  facts: LeafFacts;
  say: Saying;
}

/** `within`: has siblings, so a group of several parts needs brackets. */
function piecesOf(part: Condition, telling: Telling, place: "alone" | "within"): SentencePiece[] {
  const { say } = telling;
  if (isLeaf(part)) return [words(leafWords(part, true, telling))];
  if ("not" in part) {
    const inner = bare(part.not);
    if ("not" in inner) return piecesOf(inner.not, telling, place);
    if (isLeaf(inner)) return [words(leafWords(inner, false, telling))];
    return [join(say("sentence.not")), words(" "), ...piecesOf(inner, telling, "within")];
  }
  const parts = "all" in part ? part.all : part.any;
  const [only] = parts;
  if (parts.length === 1 && only) return piecesOf(only, telling, place);
  const between = [words(" "), join(say("all" in part ? "sentence.all" : "sentence.any")), words(" ")];
  const said = parts.flatMap((one, index) => [
    ...(index === 0 ? [] : between),
    ...piecesOf(one, telling, "within"),
  ]);
  return place === "alone" ? said : [words("("), ...said, words(")")];
}

/** A group of one counts as its only part. */
function bare(part: Condition): Condition {
  if (isLeaf(part) || "not" in part) return part;
  const parts = "all" in part ? part.all : part.any;
  return parts.length === 1 && parts[0] ? bare(parts[0]) : part;
}

/** A clause: "the ceasefire is in force", or with `holds` false its opposite. */
export function leafWords(leaf: Leaf, holds: boolean, { facts, say }: Telling): string {
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

function approvalWords(id: string, holds: boolean, { facts, say }: Telling): string {
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
