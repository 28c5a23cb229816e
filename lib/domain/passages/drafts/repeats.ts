// Which clauses refuse, and which repeat an earlier pledge, and which one.
import { amountKey } from "./amount-key";
import type { Clause, Doing } from "./clauses/clause";
import type { DraftedContent, EarlierPledge, RepeatedPledge } from "./statement";

/** "Confirms" repeats only what is on record; "reaffirms" always. */
export const isRepeat = (does: Doing, content: DraftedContent, earlier: readonly EarlierPledge[]): boolean =>
  does === "REPEATS" || (does === "CONFIRMS" && earlierOf(content, earlier).length > 0);

/** Also "reaffirmed its refusal to send troops". */
export const isDeclining = (plain: string, { does, cue, start, end }: Clause): boolean =>
  does === "REFUSES" ||
  ((does === "REPEATS" || does === "CONFIRMS") && ITS_REFUSAL.test(plain.slice(cue?.start ?? start, end)));
const ITS_REFUSAL =
  /^(?:[^ ,.;:]+ ){1,3}(?:refusal|opposition|objections?|refus|(?:decision|commitment|promise|pledge)(?: not(?: to)?| to not)|(?:décision|engagement|promesse) de ne (?:pas|plus)|відмов\p{L}{1,3}|заперечення|(?:рішення|обіцянк\p{L}|зобов[’'ʼ]язання) не)(?![\p{L}])/iu;

export function repeated(content: DraftedContent, earlier: readonly EarlierPledge[]): RepeatedPledge {
  const same = earlierOf(content, earlier);
  return { ...content, earlier: same.length === 1 ? (same[0]?.reference ?? null) : null };
}

/** The same amount; without one, the same kind. */
function earlierOf(content: DraftedContent, earlier: readonly EarlierPledge[]): EarlierPledge[] {
  const key = amountKey(content);
  return earlier.filter(
    ({ participant, contributions }) =>
      participant === content.participant &&
      contributions.some((one) => (key === null ? one.kind === content.kind : amountKey(one) === key)),
  );
}
