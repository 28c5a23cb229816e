// The kind of a contribution, by the words of its clause and what is counted.
import { DOMAIN_OF, type ContributionKind, type Domain } from "../../pledge/contribution";
import type { Language } from "../../base/language";
import { matchesIn, type TextSpan } from "../../base/sentences";
import type { NamedThings } from "../../import/amounts/counted";
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
    for (const { index, 0: words } of matchesIn(plain, pattern)) {
      const end = index + words.length;
      if (taken.subarray(index, end).includes(1)) continue;
      const before = plain.slice(Math.max(0, index - 24), index);
      if (kind === "TROOPS" && (THEIRS.test(before) || OF_THEIRS.test(plain.slice(index, end + 24))))
        continue;
      if (kind === "COMMAND_HQ" && UNDER.test(before)) continue;
      if (before.endsWith("anti-")) continue;
      taken.fill(1, index, end);
      found.push({ start: index, end, kind });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Those that can be counted: what follows a number is one of them, though no unit of the register is named. */
export const countableIn = (plain: string, kinds: readonly NamedKind[], from = 0): NamedThings =>
  new Map(
    kinds.flatMap(({ start, end, kind }) => {
      const unit = UNIT_OF[kind];
      // "six radar sets".
      const head = SETS.exec(plain.slice(end, end + 20))?.[0].length ?? 0;
      return unit === undefined || (head === 0 && !COUNTABLE.test(plain.slice(start, end)))
        ? []
        : [[start - from, { end: end + head - from, unit }] as const];
    }),
  );
const UNIT_OF: Partial<Record<ContributionKind, Unit>> = {
  AIR: "AIRCRAFT",
  MARITIME: "SHIP",
  GROUND_AIR_DEFENCE: "SYSTEM",
  EQUIPMENT: "SYSTEM",
  MONITORING_SENSORS: "SYSTEM",
  AMMUNITION: "ROUND",
  MINE_CLEARANCE: "SYSTEM",
  TROOPS: "PERSON",
  RECONSTRUCTION_SECURITY: "SYSTEM",
  OTHER: "SYSTEM",
};
const SETS = /^ (?:sets|systems|units|kits|devices|stations|machines|vehicles|detectors|pods)(?![\p{L}-])/u;
/** Plural nouns, and names. */
const COUNTABLE =
  /^(?:\p{Lu}[\p{L}\d/-]+|(?:armed )?forces|forces armées|.*(?:[^s]s|bus|aux|aircraft|craft)|.*(?:ів|їв|ей|ок|ень|ки|ри|ти|ни|чі|ці|ами|ями))$/u;

/** "maritime headquarters", "мінометні боєприпаси": the thing is named last. */
export const describes = (
  plain: string,
  { kind, start, end }: NamedKind,
  next: NamedKind | undefined,
  language: Language,
): boolean =>
  next?.start === end + 1 &&
  (language === "en"
    ? HEADS.has(next.kind)
    : kind === "EQUIPMENT" && UKRAINIAN_ADJECTIVE.test(plain.slice(start, end)));
const UKRAINIAN_ADJECTIVE = /(?:[сз]ь?к|ов|н)(?:і|их|ими|им|ий|ого|а|у|ої|ою|е)$/u;
const HEADS: ReadonlySet<string> = new Set([
  "COMMAND_HQ",
  "BASING_HOST_NATION",
  "STAFF_OFFICERS",
  "INDUSTRY_CO_PRODUCTION",
  "MINE_CLEARANCE",
  "AMMUNITION",
  "MONITORING_SENSORS",
]);

/** Soldiers of the country that is helped, or of its enemy, are no contribution. */
const THEIRS =
  /(?:ukrain|russ|українськ|російськ|збройн)\p{L}* (?:(?!soil|territory|землі|території)\p{L}+ )?$/iu;
const OF_THEIRS =
  /^(?:\p{L}+ ){0,1}(?!(?:до|в|у|на|для|із|з|to|in|for|into|en|vers|pour) )\p{L}+ (?:of Ukraine|ukrainien\p{L}*|russes?|de l'Ukraine|України)(?![\p{L}])(?<!(?:territor|soil|border|sol(?!d)|frontière|територі|земл|кордон)\p{L}* \p{L}+(?: \p{L}+)?(?:'\p{L}+)?)/iu;
/** "under the command of": not what is given. */
const UNDER = /(?<![\p{L}])(?:under|sous|під) (?:[\p{L}]+ |l')?$/iu;

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
/** Kinds that a noun states more exactly than its unit. */
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
  BATTALION: ["MINE_CLEARANCE"],
  BRIGADE: [],
  AIRCRAFT: [],
  SHIP: ["MINE_CLEARANCE"],
  SYSTEM: [
    "GROUND_AIR_DEFENCE",
    "MINE_CLEARANCE",
    "MONITORING_SENSORS",
    "AMMUNITION",
    "TECHNOLOGY",
    "RECONSTRUCTION_SECURITY",
    "BASING_HOST_NATION",
    "OTHER",
  ],
  ROUND: [],
  PLACE_PER_YEAR: [],
};

/** `near`: the kinds named in the counted words and right after. `verb`: the words of the clause's verb. */
export function kindOfCounted(
  unit: Unit | null,
  near: readonly NamedKind[],
  verb: string,
  counted = "",
  isAtHeadquarters = false,
): ContributionKind | null {
  if (unit === null) return near[0]?.kind ?? null;
  const usual = BY_UNIT[unit];
  if (usual === "TROOPS" && verb.search(TRAINS) >= 0) return "TRAINING";
  const exact = near.find(({ kind }) => MORE_EXACT[unit].includes(kind))?.kind;
  if (exact === undefined && SPECIALISTS.test(counted) && near.some(({ kind }) => kind === "TECHNOLOGY"))
    return "TECHNOLOGY";
  return (
    exact ?? (usual === "TROOPS" && OFFICERS.test(counted) && isAtHeadquarters ? "STAFF_OFFICERS" : usual)
  );
}

const SPECIALISTS = /фахівц|спеціаліст|експерт|specialist|expert|spécialiste/iu;
const OFFICERS = /offic|офіцер|staff|cadres|personnel|planner|фахівц|спеціаліст|specialist|expert/iu;

export const domainOfKind = (kind: ContributionKind | null): Domain | null =>
  kind === null ? null : (DOMAIN_OF[kind] ?? null);
