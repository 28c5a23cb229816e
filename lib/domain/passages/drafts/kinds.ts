// The kind of a contribution, by the words of its clause and what is counted.
import { DOMAIN_OF, type ContributionKind, type Domain } from "../../pledge/contribution";
import type { TextSpan } from "../../base/sentences";
import type { Unit } from "../../pledge/quantity";
import { KIND_WORDS, TRAINS } from "./words/kind-words";

export interface NamedKind extends TextSpan {
  kind: ContributionKind;
}

/** All kinds named in a text, in order. Where two overlap, the earlier entry of the table wins. */
export function kindsIn(plain: string): NamedKind[] {
  const taken = new Uint8Array(plain.length);
  const found: NamedKind[] = [];
  for (const [kind, pattern] of KIND_WORDS)
    for (const { index, 0: words } of plain.matchAll(pattern)) {
      const end = index + words.length;
      if (taken.subarray(index, end).includes(1)) continue;
      if (kind === "TROOPS" && HELPED.test(plain.slice(Math.max(0, index - 24), end + 24))) continue;
      taken.fill(1, index, end);
      found.push({ start: index, end, kind });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Soldiers of the country that is helped, or of its enemy, are no contribution. */
const HELPED =
  /(?:ukrain|russ|українськ|російськ|збройн)\p{L}* \p{L}+.{0,12}$|(?<![\p{L}])(?!(?:territor|soil|border|sol(?!d)|frontière|територі|земл|кордон))\p{L}+ (?:of Ukraine|ukrainien\p{L}*|russes?|de l'Ukraine|України)(?![\p{L}])/iu;

const BY_UNIT: Readonly<Record<Unit, ContributionKind>> = {
  PERSON: "TROOPS",
  COMPANY: "TROOPS",
  BATTALION: "TROOPS",
  BRIGADE: "TROOPS",
  AIRCRAFT: "AIR",
  SHIP: "MARITIME",
  SYSTEM: "EQUIPMENT",
  ROUND: "AMMUNITION",
  PLACE_PER_YEAR: "TRAINING",
};
/** What a noun says more exactly than its unit. */
const MORE_EXACT: Readonly<Record<Unit, readonly ContributionKind[]>> = {
  PERSON: [
    "STAFF_OFFICERS",
    "OBSERVERS",
    "TRAINING",
    "MINE_CLEARANCE",
    "COMMAND_HQ",
    "MONITORING_SENSORS",
    "BASING_HOST_NATION",
  ],
  COMPANY: ["MINE_CLEARANCE"],
  BATTALION: [],
  BRIGADE: [],
  AIRCRAFT: [],
  SHIP: ["MINE_CLEARANCE"],
  SYSTEM: ["GROUND_AIR_DEFENCE", "MINE_CLEARANCE", "MONITORING_SENSORS", "AMMUNITION"],
  ROUND: [],
  PLACE_PER_YEAR: [],
};

/** `near`: the kinds named in the counted words and right behind them. `verb`: the words of the clause's verb. */
export function kindOfCounted(
  unit: Unit | null,
  near: readonly NamedKind[],
  verb: string,
): ContributionKind | null {
  if (unit === null) return near[0]?.kind ?? null;
  const usual = BY_UNIT[unit];
  if (usual === "TROOPS" && verb.search(TRAINS) >= 0) return "TRAINING";
  return near.find(({ kind }) => MORE_EXACT[unit].includes(kind))?.kind ?? usual;
}

export const domainOfKind = (kind: ContributionKind | null): Domain | null =>
  kind === null ? null : (DOMAIN_OF[kind] ?? null);
