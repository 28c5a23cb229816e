import type { Bar } from "@/components/ui/marks/bars";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { rungOf } from "@/lib/domain/pledge/stages";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";

const t = translator("coverage");
const domain = translator("domain");

/** A participant's cells as five bars, and in words. */
export function barsOf(cells: readonly CoverageCell[]): { bars: Bar[]; words: string } {
  return { bars: cells.map(barOf), words: cells.map((cell) => inSentence(stateWords(cell))).join(", ") };
}

/** "Pledged", "Declined", "no pledge", "not expected". */
export function stateWords({ position, highestStage, expected }: CoverageCell): string {
  if (position === "DECLINED") return domain("stage.DECLINED");
  if (position === "NONE") return t(expected ? "state.none" : "state.notExpected");
  return domain(`stage.${highestStage ?? "SUSPENDED"}`);
}

function barOf({ position, highestStage, expected }: CoverageCell): Bar {
  if (position === "DECLINED") return "declined";
  if (position === "NONE") return expected ? "no-pledge" : "not-expected";
  return highestStage === null ? "suspended" : rungOf(highestStage);
}
