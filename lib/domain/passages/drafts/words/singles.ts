// Things that Ukrainian, which has no article, names in the singular: one of them.
import { overlap, type TextSpan } from "../../../base/sentences";
import type { Unit } from "../../../pledge/quantity";
import type { Suggestion } from "../../suggestion";

/** "надасть роту піхоти", "долучиться фрегатом": without an article, one. */
export function withSingles(
  plain: string,
  { start, end }: TextSpan,
  all: readonly Suggestion[],
  days: readonly Suggestion[],
): readonly Suggestion[] {
  // Without a number, "батарею SAMP/T" is no amount yet.
  const counted = all.filter((one) => one.type !== "quantity" || one.value.kind !== "NOT_STATED");
  const singles = [...plain.slice(start, end).matchAll(ONE_UKRAINIAN)].flatMap(({ index, 0: noun }) => {
    const unit = Object.entries(ONE_OF).find(([, words]) => words.test(noun))?.[0];
    const place = { start: start + index, end: start + index + noun.length };
    const value = { kind: "EXACT", min: 1, max: 1, unit: unit as Unit, asStated: noun } as const;
    if (unit === undefined || [...counted, ...days].some((one) => overlap(one, place))) return [];
    return NOT_ONE.test(plain.slice(Math.max(0, place.start - 40), place.start).replace(FOR_THAT, ""))
      ? []
      : [{ ...place, type: "quantity" as const, value }];
  });
  const others = all.filter(
    (one) => counted.includes(one) || !singles.some((single) => overlap(one, single)),
  );
  return [...others, ...singles].sort((a, b) => a.start - b.start);
}

const ONE_OF = {
  COMPANY: /^рот/u,
  BATTALION: /^батал/u,
  BRIGADE: /^бриг/u,
  SHIP: /^(?:фр|кор|тр|ес|пор)/u,
  SYSTEM: /^батаре/u,
  AIRCRAFT: /^(?:літ|вер|гел|вин)/u,
};
const ONE_UKRAINIAN =
  /(?<![\p{L}\d-])(?:(?<=по )(?:роті|батальйону|бригаді|фрегату|кораблю|літаку|батареї)|рот(?:а|у|ою)|батальйон(?:ом)?|бригад(?:у|ою)|фрегат(?:ом)?|корвет(?:ом)?|корабель|кораблем|тральник(?:ом)?|тральщик(?:ом)?|есмінець|есмінцем|пором|літак(?:ом)?|вертоліт|батаре(?:я|ю|єю)|вертольотом|гелікоптер(?:ом)?|винищувач(?:ем)?)(?![\p{L}-])(?! (?:України|ЗСУ|Збройних|ворога))/gu;
/** One that is known, numbered, or counted by what is before it. */
const FOR_THAT = /(?:для|до|за|на|від) (?:цього|того|них|неї|нього|нас|початку) $/u;
const NOT_ONE =
  /(?:(?<![\p{L}])(?:ц(?:ю|ей|ією|им)|т(?:у|ой|ією|им)|кожн\p{L}+|перш\p{L}+|українськ\p{L}+|російськ\p{L}+|на|у|в|за|під|про|для|жодн\p{L}+|інш\p{L}+)(?: \p{L}+){0,1} |\d\S* )$/u;
