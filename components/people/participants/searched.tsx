import { dayInWords } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";

/** "searched until 12 February 2026"; null where nobody looked, or a position is known. */
export function searchedWords({ searched }: Pick<CoverageCell, "searched">): string | null {
  return searched ? translator("participants")("searched", { on: dayInWords(searched.until) }) : null;
}

/** With who looked, and where. */
export function Searched({ cell: { searched } }: { cell: Pick<CoverageCell, "searched"> }) {
  if (!searched) return null;
  const { until, where, by } = searched;
  return (
    <p className="text-muted">
      {translator("participants")("searchedBy", { on: dayInWords(until), by, where })}
    </p>
  );
}
