import type { BulkOutcome } from "@/lib/domain/base/bulk-result";
import { entriesOf } from "@/lib/domain/base/receipt";
import { fieldErrorWords, refusalWords } from "@/lib/i18n/words/refusal-words";

export const outcomesJson = (outcomes: readonly BulkOutcome[]) => ({
  items: outcomes.map(({ reference, outcome, version, refusal, receipt }) => ({
    reference,
    outcome,
    version,
    why: refusal && {
      code: refusal.code,
      detail: refusal.errors?.map(fieldErrorWords).join(" ") ?? refusalWords(refusal).detail,
    },
    conflict: refusal?.conflict ?? null,
    receipt: receipt && { entries: entriesOf(receipt), leafHash: receipt.leafHash },
  })),
});
