// A general promise and the next sentence, which gives it in figures, are one pledge.
import type { DraftedPledge } from "../statement";

/** In the order of the text. */
export function withoutElaborations(plain: string, drafts: readonly DraftedPledge[]): DraftedPledge[] {
  const kept: DraftedPledge[] = [];
  let told: DraftedPledge | null = null;
  let numbered = -1;
  for (const draft of drafts) {
    // "The troops would train soldiers and guard depots."
    if (told && isPlain(draft) && AND.test(plain.slice(told.quote.end - 1, draft.quote.start + 6))) continue;
    told = null;
    const general = kept.at(-1);
    if (draft.quote.start === numbered && general?.quantity?.asStated === draft.quantity?.asStated) continue;
    if (general && isHowMany(plain, general, draft)) {
      kept[kept.length - 1] = withNumber(plain, general, draft);
      numbered = draft.quote.start;
      continue;
    }
    dropPackage(plain, kept, draft);
    const last = isOfIt(plain, draft) && kept.findLast((one) => codesOf(one).includes(draft.participant));
    const before = last || kept.at(-1);
    if (before && (last || isSame(plain, before, draft) || isOfThese(plain, before, draft))) {
      // The one with figures is kept, with the conditions of both.
      const [stays, goes] = isPlain(draft) ? [before, draft] : [draft, before];
      if (last) told = draft;
      const added = goes.conditions.filter(
        ({ start }) => !stays.conditions.some((one) => one.start === start),
      );
      const conditions = [...stays.conditions, ...added].sort((a, b) => a.start - b.start);
      kept[kept.lastIndexOf(before)] = { ...stays, conditions };
    } else kept.push(draft);
  }
  return kept;
}

/** "Йдеться про близько восьми машин", "для цього буде направлено 90 інструкторів": how many were just promised. */
const isHowMany = (plain: string, last: DraftedPledge, draft: DraftedPledge): boolean =>
  isPlain(last) &&
  draft.quantity !== null &&
  draft.quantity.kind !== "NOT_STATED" &&
  [last.participant, ...last.jointWith].includes(draft.participant) &&
  draft.quote.start > last.quote.start &&
  (IN_FIGURES.test(plain.slice(draft.quote.start, draft.quote.end)) || draft.quantity.max !== 1) &&
  HOW_MANY.test(plain.slice(draft.quote.start, draft.quote.end)) &&
  /^[^\n]{0,40}$/u.test(plain.slice(last.quote.end, draft.quote.start));
/** After "for this" a single ship is another promise. */
const IN_FIGURES = /^[\s"«“„]*(?:йдеться|ідеться|мова|їх|перші|загалом|усього|разом)(?![\p{L}])/iu;
const HOW_MANY =
  /^[\s"«“„]*(?:(?:йдеться|ідеться|мова)(?: \p{L}+){0,4} про|їх (?:буде|має бути)|перші|(?:загалом|усього|разом) (?:це|туди|буде)|(?:для|до) (?:цього|неї|нього|них)|(?:на|за) це|з цією метою|(?:and )?(?:will|would|should|can|could) be able to (?:train|receive|host|treat|accommodate|house|take in|care for)|(?:it|the (?:camp|cent(?:re|er)|school|base|hospital|facility|hub|course|programme)|il|elle|le (?:centre|camp|programme)|l'(?:école|hôpital)) (?:will|would|should|can|could|pourra|pourrait|permettra) (?:also |be able to |de |d')*(?:train|receive|host|treat|accommodate|house|take in|care for|form|accueillir|former|soigner|recevoir|héberger)\p{L}*)(?![\p{L}])/iu;
/** For "осіб" or "машин", the kind stays that of the promise. */
const withNumber = (
  plain: string,
  last: DraftedPledge,
  { kind, domain, quantity, words, window, conditions, quote }: DraftedPledge,
): DraftedPledge => ({
  ...last,
  ...(!ANY_OF.test(quantity?.asStated ?? "") && { kind, domain }),
  quantity:
    quantity?.kind === "EXACT" && ABOUT.test(plain.slice(quote.start, quote.end))
      ? { ...quantity, kind: "APPROXIMATE" }
      : quantity,
  words: { ...last.words, amount: words.amount },
  window: last.window ?? window,
  conditions: [
    ...last.conditions,
    ...conditions.filter(({ start }) => !last.conditions.some((one) => one.start === start)),
  ],
});
const ABOUT = /(?:приблизно|орієнтовно|десь|близько) про /iu;
const ANY_OF =
  /(?:осіб|особи|людей|людини|військов\p{L}*|солдат\p{L}*|бійц\p{L}*|офіцер\p{L}*|фахівц\p{L}*|машин\p{L}*|одиниц\p{L}*|штук|soldiers|troops|people|personnel|men|recruits|trainees|soldats|militaires|personnes|recrues)$/iu;

/** "approved a new package of aid": what is in it comes next. */
function dropPackage(plain: string, kept: DraftedPledge[], draft: DraftedPledge): void {
  const last = kept.at(-1);
  if (!last || !isPlain(last) || last.participant !== draft.participant || draft.modality !== last.modality)
    return;
  const { start, end } = last.quote;
  const isNear = draft.quote.start > start && draft.quote.start - end < NEXT;
  if (isNear && last.conditions.length === 0 && PACKAGE.test(plain.slice(start, end))) kept.pop();
}
const NEXT = 250;
const PACKAGE =
  /(?:a|the|its|another|an?) (?:[\p{L}\d-]+ ){0,3}(?:package|tranche)(?! of \d)|(?:un|le|son) (?:[\p{L}\d-]+ ){0,2}(?:paquet|train de mesures|lot)|(?:пакет\p{L}*|транш\p{L}*) (?:\p{L}+ )?(?:допомоги|підтримки)/iu;

const codesOf = ({ participant, jointWith }: DraftedPledge): (string | null)[] => [participant, ...jointWith];

const isPlain = ({ quantity, money }: DraftedPledge): boolean => quantity === null && money === null;

function isSame(plain: string, a: DraftedPledge, b: DraftedPledge): boolean {
  // "All the equipment will be delivered by the end of May."
  if (
    a.participant === b.participant &&
    isPlain(b) &&
    ALL_OF_IT.test(plain.slice(b.quote.start, b.quote.end))
  )
    return true;
  if (a.participant === null || a.participant !== b.participant || a.kind !== b.kind) return false;
  if (a.modality !== b.modality || a.jointWith.join() !== b.jointWith.join()) return false;
  if (!isPlain(a) && !isPlain(b)) return false;
  const between = plain.slice(a.quote.end, b.quote.start);
  const isExplained = /:\s*$/u.test(plain.slice(a.quote.start, b.quote.start));
  if (!isExplained && !REFERS.test(plain.slice(b.quote.start, b.quote.end))) return false;
  return a.quote.start !== b.quote.start && between.length < NEAR && !between.includes("\n");
}
/** "The troops would train …", "it comprises winter equipment": of what was promised, without a number. */
const isOfIt = (plain: string, draft: DraftedPledge): boolean =>
  isPlain(draft) && OF_IT.test(plain.slice(draft.quote.start, draft.quote.end));
/** "We could part with these aircraft, if …": those just promised. */
const isOfThese = (plain: string, last: DraftedPledge, draft: DraftedPledge): boolean =>
  isPlain(draft) &&
  draft.words.what !== null &&
  last.kind === draft.kind &&
  last.participant === draft.participant &&
  draft.quote.start - last.quote.end < FAR &&
  THESE.test(plain.slice(draft.quote.start, draft.words.what.start));
const FAR = 400;
const THESE =
  /(?<![\p{L}])(?:these|those|ces|ці|цих|цим|цими|цю|цей|цього|ця|такі|таких) (?:\p{L}+ )?$|(?<![\p{L}])(?:для|до) (?:неї|нього|них) (?:\p{L}+ )?$/iu;
const AND = /^.?,? ?(?:and|et|і|й|та) /iu;
const OF_IT =
  /^[\s"«“„]*(?:(?:and|but|et|mais) )?(?:(?:the|these|those|this|les?|la|l'|ces?|cette|cet) ?(?:\p{Ll}+ )?(?:troops|soldiers|force|units?|contingent|battalion|brigade|company|instructors|officers|aircraft|jets|planes|helicopters|ships?|vessels?|frigates?|minehunters?|boats|vehicles|tanks|guns|howitzers|systems?|batter(?:y|ies)|missiles|shells|ammunition|rounds|drones|equipment|order|package|deliver(?:y|ies)|shipment|money|funds?|funding|sum|loan|grant|training|courses?|donation|aid|assistance|materiel|soldats|militaires|troupes|unités?|bataillon|instructeurs|officiers|avions|appareils|hélicoptères|navires?|frégate|bâtiments?|chasseur|véhicules|chars|canons|obusiers|systèmes?|batteries?|missiles|obus|munitions|matériels?|équipements?|commande|paquet|livraisons?|argent|fonds|somme|prêt|don|formations?|instruction|entraînement|travaux|aide)(?![\p{L}]|['’]s| (?:of|for|from|to|de|du|des|pour|à|aux?) | d['’])|(?:it|they|which|that|this|il|elle|qui|celui-ci|celle-ci|ils|elles) (?:also |aussi |également )?(?:compris\p{L}+|includ\p{L}+|contain\p{L}+|consist\p{L}*|compren\p{L}+|contien\p{L}+|inclu\p{L}+|comport\p{L}+|servir\p{L}+|permettr\p{L}+|(?:will |would )(?:be used|go|serve)(?![\p{L}])))/iu;
const ALL_OF_IT =
  /(?<![\p{L}])(?:all (?:of )?(?:the|this|these|it)|tou(?:t|te|s|tes) (?:le|la|les|ce|cette|ces)|[ув](?:с(?:ю|я|е|і)|весь)|весь)(?![\p{L}])[^.;]{0,60}(?:will (?:be (?:delivered|handed over|transferred|shipped|sent)|arrive)|ser(?:a|ont) (?:livré|remis|acheminé|transféré)|(?:буде|будуть) (?:передан|доставлен|поставлен|надіслан)|(?:прибуд|надійд)(?:е|уть))/iu;
const NEAR = 40;
/** "They will teach …", "which will …". */
const REFERS =
  /^(?:which|that|they|it|these|this|qui|ils?|elles?|celles?-ci|ceux-ci|як\p{L}{1,2}|вони|вона|він|це)(?![\p{L}])/iu;
