// Selecting a passage by keyboard: a sentence, several, or by word.
import type { TextSpan } from "@/lib/domain/base/sentences";

/** By how many: `sentence` and `extend` (the end) in sentences, `from` (the start) and `to` (the end) in words. */
export type SelectionMove = { sentence: number } | { extend: number } | { from: number } | { to: number };

/** The sentence in which a passage begins; the next one where it begins between two. */
export function sentenceAt(sentences: readonly TextSpan[], { start }: TextSpan): number {
  const found = sentences.findIndex(({ end }) => start < end);
  return found < 0 ? Math.max(0, sentences.length - 1) : found;
}

export function movedSelection(
  text: string,
  sentences: readonly TextSpan[],
  selected: TextSpan,
  move: SelectionMove,
): TextSpan {
  const at = sentenceAt(sentences, selected);
  const sentence = (index: number): TextSpan =>
    sentences[Math.min(Math.max(index, 0), sentences.length - 1)] ?? selected;
  if ("sentence" in move) return sentence(at + move.sentence);
  if ("extend" in move) {
    const last = sentenceAt(sentences, { start: selected.end - 1, end: selected.end });
    const next = sentence(last + move.extend);
    return next.end > selected.start ? { start: selected.start, end: next.end } : selected;
  }
  if ("to" in move) return within(selected, { ...selected, end: wordEnd(text, selected.end, move.to) });
  return within(selected, { ...selected, start: wordStart(text, selected.start, move.from) });
}

/** A passage is never empty. */
const within = (before: TextSpan, after: TextSpan): TextSpan => (after.start < after.end ? after : before);

function wordEnd(text: string, place: number, by: number): number {
  if (by > 0) return place + (/^\s*\S+/u.exec(text.slice(place))?.[0].length ?? 0);
  return place - (/\s*\S+$/u.exec(text.slice(0, place))?.[0].length ?? 0);
}

function wordStart(text: string, place: number, by: number): number {
  if (by > 0) return place + (/^\S+\s*/u.exec(text.slice(place))?.[0].length ?? 0);
  return place - (/\S+\s*$/u.exec(text.slice(0, place))?.[0].length ?? 0);
}
