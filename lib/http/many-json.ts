import type { RowOutcome } from "@/lib/domain/many";
import { fieldErrorWords, refusalWords } from "@/lib/i18n/refusal-words";

export const outcomesJson = (outcomes: readonly RowOutcome[]) => ({
  items: outcomes.map(({ reference, outcome, version, refusal }) => ({
    reference,
    outcome,
    version,
    why: refusal && {
      code: refusal.code,
      detail: refusal.errors?.map(fieldErrorWords).join(" ") ?? refusalWords(refusal).detail,
    },
    conflict: refusal?.conflict ?? null,
  })),
});
