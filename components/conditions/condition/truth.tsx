import { Glyph } from "@/components/ui/marks/glyph";
import type { Truth } from "@/lib/domain/pledge/condition";

export type TruthName = "true" | "false" | "unknown";

export const truthName = (truth: Truth): TruthName => (truth === null ? "unknown" : truth ? "true" : "false");

const LOOKS = { true: "text-done-ink", false: "text-text", unknown: "text-waiting-ink" } as const;

/** A truth value as a shape and a word. */
export function TruthMark({ truth, word }: { truth: Truth; word: string }) {
  const name = truthName(truth);
  return (
    <span className={`inline-flex items-center gap-1.5 ${LOOKS[name]}`}>
      <Glyph name={name} />
      <b>{word}</b>
    </span>
  );
}
