import type { CycleDetails } from "@/lib/domain/conditions/cycle-details";
import { translator } from "@/lib/i18n/translator";

const t = translator("conditions");

type Known = Pick<CycleDetails, "edges" | "evidence" | "isDeadlock" | "isDeadlockAsStated">;

/** How much of a cycle is stated, reported and our reading, what denies it, and what is left without our reading. */
export function basisWords({ edges, evidence, isDeadlock, isDeadlockAsStated }: Known): string {
  const count = (basis: (typeof edges)[number]["basis"]): number =>
    edges.filter((one) => one.basis === basis).length;
  const inferred = count("INFERRED");
  const left = inferred === 0 || !isDeadlock ? "open" : isDeadlockAsStated ? "stays" : "goes";
  return t("deadlocks.bases", {
    edges: edges.length,
    stated: count("STATED"),
    reported: count("REPORTED"),
    inferred,
    unrecorded: count(null),
    denials: denials({ edges, evidence }).length,
    left,
  });
}

/** Evidence against what its pledges wait for; if `of` is given, against that pledge alone. */
export const denials = (
  { edges, evidence }: Pick<Known, "edges" | "evidence">,
  of: string | null = null,
): CycleDetails["evidence"] =>
  evidence.filter(
    ({ supports, pledge }) =>
      !supports && (of === null ? edges.some(({ from }) => from === pledge) : of === pledge),
  );
