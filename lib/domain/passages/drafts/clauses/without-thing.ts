// What a clause that names no thing and no amount promises, refuses or repeats.
import type { Clause } from "./clause";
import { domainOfKind } from "../kinds";
import {
  HELPS,
  impliedBy,
  MYSELF,
  NUMBER,
  OF_AN_ACT,
  OF_INCOME,
  OF_WORDS,
  PROMISED,
} from "../words/item-words";
import { PLAIN_MONEY } from "../words/own-money";
import type { PledgedItem } from "../statement";

/** `words`: those that say what is promised. */
export function withoutThing(clause: Clause, words: string, plain: string): PledgedItem[] {
  const { does, cue, line } = clause;
  const around = plain.slice(line.start, line.end);
  const implied = impliedBy(words, around, does === "REFUSES");
  if (implied) return [nothingOf(implied)];
  if (does === "REFUSES") return isRefusal(clause, words, plain) ? [nothingOf(null)] : [];
  if (does === "REPEATS") {
    if (OF_INCOME.test(words) || NUMBER.test(words)) return [nothingOf("FUNDING")];
    // "The link that I promised in May will be built": a person says what it is.
    return cue?.kind === "WILL" && PROMISED.test(plain.slice(clause.start, clause.end))
      ? [nothingOf(null)]
      : [];
  }
  if ((does === "WILL" || does === "MAY") && HELPS.test(words)) return [nothingOf("OTHER")];
  // A sum that can't be read, such as dollars of an unknown country: a person is asked.
  return PLAIN_MONEY.test(words) && NUMBER.test(words) ? [nothingOf("FUNDING")] : [];
}

export const nothingOf = (kind: PledgedItem["kind"]): PledgedItem => ({
  kind,
  domain: domainOfKind(kind),
  quantity: null,
  money: null,
  what: null,
  amount: [],
});

/** A refusal of something unnamed, and not merely of information. */
const isRefusal = ({ cue, start, end }: Clause, words: string, plain: string): boolean =>
  cue !== null &&
  !cue.isOpen &&
  !OF_WORDS.test(words) &&
  !MYSELF.test(plain.slice(start, Math.min(end, start + NEAR))) &&
  (!OF_A_THING.test(cue.words) || OF_AN_ACT.test(words));
const NEAR = 80;

/** Without a thing, these refuse nothing that is known: "gave up neutrality", "nor will we recognise …". */
const OF_A_THING =
  / be$|^(?:nor|neither) |відмов|відкид|відкину|виключ|проти|renonc|reject|oppos|exclu|écart|refus|declin|rul(?:e|es|ed|ing) out|turn/iu;
