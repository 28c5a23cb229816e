// A condition from words. Only triggers on record become a condition; the rest stays in words.
import type { Condition } from "../../pledge/condition";
import { wordKey } from "./cell";
import { isUnstated } from "./unstated";

export interface ConditionRead {
  condition: Condition | null;
  /** Parts that match nothing in the register, as written. */
  left: string[];
}

/** Parts between semicolons, line breaks or "and" must all hold; with "or" either may. */
export function conditionIn(cell: string, triggers: ReadonlySet<string>): ConditionRead {
  const left: string[] = [];
  const leaves: Condition[] = [];
  for (const part of cell.split(/[;\n|]+/).map((one) => one.trim())) {
    if (part === "" || isUnstated(part) || NONE.has(wordKey(part))) continue;
    const leaf = partIn(part, triggers);
    if (leaf) leaves.push(leaf);
    else left.push(part);
  }
  const each = [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()];
  const [first] = each;
  return { condition: first === undefined ? null : each.length === 1 ? first : { all: each }, left };
}

const NONE: ReadonlySet<string> = new Set(
  "none|no|nil|no condition|no conditions|without condition|without conditions|unconditional|aucune|aucun|non|néant|aucune condition|sans condition|sans conditions|немає|ні|нема|жодних|немає умов|без умов|keine|nein|keine bedingungen"
    .split("|")
    .map(wordKey),
);

function partIn(part: string, triggers: ReadonlySet<string>): Condition | null {
  const whole = triggerNamed(part, triggers);
  if (whole !== null) return { trigger: whole };
  // Which binds closer is unclear.
  if (OR.test(part) && AND.test(part)) return null;
  const codes = part.split(AND.test(part) ? AND : OR).map((one) => triggerNamed(one, triggers));
  if (!codes.every((code) => code !== null)) return null;
  const leaves = [...new Set(codes)].map((trigger) => ({ trigger }));
  if (leaves.length === 1) return leaves[0] ?? null;
  return AND.test(part) ? { all: leaves } : { any: leaves };
}

const OR = /\s(?:or|ou|oder|або|чи)\s/iu;
const AND = /\s(?:and|et|und|та|і|й)\s/iu;

function triggerNamed(words: string, triggers: ReadonlySet<string>): string | null {
  const key = wordKey(words).replace(
    /^(?:after|once there is|if|when|a|an|the|credible|lasting|nach|apres|pislia|після) (?:a |an |the |einem |einer |un |une )?/u,
    "",
  );
  const byCode = [...triggers].find((code) => wordKey(code.replaceAll("_", " ")) === key);
  const code = byCode ?? BY_WORDS.get(key) ?? null;
  return code !== null && triggers.has(code) ? code : null;
}

const WORDS: Readonly<Record<string, string>> = {
  CEASEFIRE_IN_FORCE:
    "ceasefire|cease-fire|ceasefire in force|armistice|truce|cessez-le-feu|waffenstillstand|waffenruhe|припинення вогню|перемир'я|перемир’я",
  PEACE_AGREEMENT_SIGNED:
    "peace agreement|peace deal|peace|peace treaty|peace settlement|peace agreement signed|accord de paix|paix|friedensabkommen|friedensvertrag|frieden|мирна угода|мир|мирний договір",
  UKRAINE_REQUEST:
    "request by ukraine|request|ukrainian request|request of ukraine|demande de l'ukraine|bitte der ukraine|anfrage der ukraine|запит україни|прохання україни",
  US_MONITORING_ACTIVE:
    "us monitoring|us-led monitoring|american-led monitoring|american monitoring|surveillance américaine|моніторинг сша",
  INTERNATIONAL_MANDATE:
    "international mandate|un mandate|mandate|mandat international|internationales mandat|un-mandat|міжнародний мандат|мандат оон",
  RENEWED_ATTACK:
    "renewed attack|renewed aggression|new attack|nouvelle attaque|erneuter angriff|новий напад|повторна агресія",
};
const BY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([code, words]) =>
    words.split("|").map((word): [string, string] => [wordKey(word), code]),
  ),
);
