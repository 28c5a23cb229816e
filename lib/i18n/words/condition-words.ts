import type { Condition } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { conditionPieces, piecesText, type SentencePiece } from "./condition-pieces";
import { translator } from "../translator";

const say = translator("condition");

/** `facts`: about what the condition names. */
export const conditionWords = (condition: Condition | null, facts: LeafFacts): string =>
  piecesText(conditionSentence(condition, facts));

/** In pieces, to be coloured. */
export const conditionSentence = (condition: Condition | null, facts: LeafFacts): SentencePiece[] =>
  conditionPieces(condition, { facts, say });
