import type { Chance } from "@/bench/data/chance";
import type { EvidenceKind } from "@/lib/domain/pledge/evidence";

/** Evidence as it is sent, from a few sources that many cite at once. */
export const aPiece = (chance: Chance, quote: string, kind: EvidenceKind = "OFFICIAL_STATEMENT") => ({
  source: {
    publisher: chance.of(["Government", "Ministry of Defence", "Office of the President"]),
    language: "en",
    ownership: "OFFICIAL",
  },
  kind,
  reliability: "B",
  credibility: 2,
  quote,
});
