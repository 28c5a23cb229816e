import type { SentencePiece } from "@/lib/i18n/words/condition-pieces";

/** The words that join its clauses stand out. */
export function Sentence({ pieces }: { pieces: readonly SentencePiece[] }) {
  return pieces.map(({ is, text }, index) => (is === "join" ? <b key={index}>{text}</b> : text));
}
