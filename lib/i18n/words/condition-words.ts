// A condition as a sentence in the language of the reader.
import type { Condition } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { conditionPieces, piecesText, type SentencePiece } from "./condition-pieces";
import { translator } from "../translator";

const say = translator("condition");

/** `facts`: of what the condition names. */
export const conditionWords = (condition: Condition | null, facts: LeafFacts): string =>
  piecesText(conditionSaid(condition, facts));

/** Piece by piece, to be coloured. */
export const conditionSaid = (condition: Condition | null, facts: LeafFacts): SentencePiece[] =>
  conditionPieces(condition, { facts, say });
