import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import { translator } from "@/lib/i18n/translator";

const t = translator("conditions");

/** How much of a cycle is our reading, and what is left without that; null where none of it is. */
export function readingWords({
  edges,
  isDeadlock,
  isDeadlockAsSaid,
}: Pick<CycleDetails, "edges" | "isDeadlock" | "isDeadlockAsSaid">): string | null {
  const inferred = edges.filter(({ basis }) => basis === "INFERRED").length;
  if (inferred === 0) return null;
  const left = isDeadlock ? (isDeadlockAsSaid ? "stays" : "goes") : "open";
  return t("deadlocks.reading", { inferred, edges: edges.length, left });
}
