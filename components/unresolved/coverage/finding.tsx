import { concentrationFinding } from "@/lib/domain/unresolved/charts/coverage-findings";
import type { Coverage } from "@/lib/domain/unresolved/matrix";
import { translator } from "@/lib/i18n/translator";
import { isStated } from "./figures";

const t = translator("coverage");

/** The title of the matrix: in how few of its cells half of what is open on pledges is. */
export function MatrixFinding({ coverage }: { coverage: Coverage }) {
  const found = concentrationFinding(coverage.cells.filter(isStated).map(({ unresolved }) => unresolved));
  return (
    <h2 className="flex-1 text-lead font-semibold">{found === null ? null : t("finding", { ...found })}</h2>
  );
}
