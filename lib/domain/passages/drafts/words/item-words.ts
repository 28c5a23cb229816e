// Words around what a clause promises: prices, passives, what is implied.
import type { ContributionKind } from "../../../pledge/contribution";

export const NUMBER =
  /million|billion|milli|мільйон|мільярд|млн|млрд|[€$£¥]|\d (?:euros?|dollars?|євро|долар)/iu;

export const BUYS = /(?:buy|purchas|procur|order)\p{L}*$/iu;

/** "0.25 % of GDP": no sum, but a repetition may refer to it. */
export const OF_INCOME = /(?:%|per ?cent|pour cent|відсотк\p{L}+)[^.;]{0,30}(?:GDP|PIB|ВВП)/iu;

/** What a clause without a thing promises by its verb. */
const IMPLIED: readonly (readonly [ContributionKind, RegExp])[] = [
  [
    "TROOPS",
    /(?:join|participat\p{L}+ in|part (?:in|of)|contribut\p{L}+ to|particip\p{L}+ à|rejoin\p{L}+|particip\p{L}+ \p{L}+ à|joindre à|part (?:à|d'une|de)|contribu\p{L}+ à|участ[ьі] [ву]|(?:вход|увійд|ввійд|вступ)\p{L}+ до|долуч\p{L}+ до|приєдна\p{L}+ до|внес\p{L}{1,3} (?:[ув]|до)) (?:(?:a|an|the|any|such a|la|une|cette|l')\s?)?(?:\p{L}+ ){0,2}(?:force(?! of)|mission|opération|operation|deployment|déploiement|coalition|сил(?:ах|и)?(?!\p{L})|місі\p{L}+|операці\p{L}+|коаліці\p{L}+)/iu,
  ],
  [
    "DIPLOMACY",
    /(?:host(?:ing|s)?|accueill\p{L}+|abrit\p{L}+|прийм\p{L}+|прийня\p{L}+) (?:(?:the|a|un|une|le|la|les|l')\s?)?(?:[\p{L},'’]+ ){0,14}?(?:l')?(?:secretariat|secrétariat|секретаріат|peace (?:talks|conference|negotiations)|negotiations|summit (?:of|between)|talks between|meeting (?:of|between) the|pourparlers|négociations|sommet (?:des|entre)|rencontre (?:des|entre)|(?:мирн\p{L}+ )?(?:перемов|переговор)|мирн\p{L}+ конференц|саміт\p{L}* миру)|(?:ста|бу|виступ)\p{L}+ посередник\p{L}*(?![\p{L}])/iu,
  ],
  [
    "DIPLOMACY",
    /(?<![\p{L}])(?:good offices|bons offices|mediat\p{L}+ (?:between|in the)|(?:special|peace) envoy|(?:sa|son|une|leur|notre) médiation|envoyé spécial)(?![\p{L}])/iu,
  ],
  [
    "BASING_HOST_NATION",
    /(?<![\p{L}])(?:open\p{L}*|ouvr\p{L}+) [^.;]{2,50} (?:to|à|aux?) (?:(?:the|its|all|la|l'|les|des) ?)?(?:\p{L}+ )?(?:force|coalition|ships|vessels|aircraft|allies|mission|navires|avions|alliés)(?![\p{L}])/iu,
  ],
  [
    "BASING_HOST_NATION",
    /(?:host(?:ing|s)?|accueiller\p{L}+|accueillir|héberger\p{L}*|abriter\p{L}*|розмісти\p{L}+) (?:(?:a|an|the|un|une|le|la) )?(?:[\p{L}-]+ ){0,2}(?:cent(?:re|er)|facility|element|centre|центр)/iu,
  ],
  [
    "SANCTIONS",
    /(?:re-?impos|snap back)\p{L}* (?:everything|all|every (?:one|single)|each|them|what)(?![\p{L}])|(?:re-?impos|reinstat|restor|rétabl|поновл|відновл)\p{L}* [^,.;]{0,40}(?:lifted|eased|suspended|levée?s?|suspendue?s?|allégée?s?|скасован|знят|послаблен)/iu,
  ],
  [
    "OTHER",
    /(?<![\p{L}])(?:experts|specialists|advisers|spécialistes|conseillers|(?<!(?:\d|українськ\p{L}{2}) )(?:радників|експертів))(?![\p{L}])/iu,
  ],
];

/** Money without a sum counts if a fund is set up. */
export const SETS_UP =
  /(?<![\p{L}])(?:set(?:ting)? up|establish|creat|launch|found|cré|lanc|institu|створ|заснову|засну)\p{L}*|внес\p{L}+ (?:до|у|в) (?:\p{L}+ ){0,2}фонд/iu;

/** "equip a brigade with 40 vehicles": the brigade is who gets them. */
export const EQUIPS =
  /(?<![\p{L}])(?:equip|outfit|arm|furnish|supply|provide|dot|équip|arm|pourv|fourni|оснаст|озбро|забезпеч|обладна|спорядж|споряд)\p{L}*/iu;

/** What a refusal to fight refuses. */
const FIGHTS =
  /(?<![\p{L}])(?:fight(?:ing)?(?! (?:back|for))|go to war|(?:hold|man|patrol)(?:ning|ing)? the (?:front|line)|front ?line|line of contact|contact line|ligne de (?:contact|front)|(?:лінії|лінію) (?:зіткнення|розмежування|фронту)|(?:nous |se )battre|combattre|faire la guerre|воюва\p{L}+|битися)(?![\p{L}])/iu;

/** "will stay out of the force". */
const OUT_OF =
  /(?<![\p{L}])(?:out of|away from|clear of|aside from|à l'écart|en dehors|hors|осторонь)(?: d(?:e|u|es|')| від)? ?(?:\p{L}+[ ']){0,3}(?:force|mission|operation|opération|coalition|сил|місі\p{L}+|коаліці\p{L}+)(?![\p{L}])/iu;
/** Verbs that let in what belongs to others. */
export const HOSTS =
  /(?<![\p{L}])(?:host(?:ing|s)?|accommodat\p{L}+|hous(?:e|ing)|shelter|let|allow|permit|accueill\p{L}+|héberg\p{L}+|abrit\p{L}+|приймат\p{L}+|прийм(?:е|уть|емо)|розмі(?:ст|щ)\p{L}+)(?![\p{L}])/iu;

export const HEALED =
  /wounded|injured|burn(?:ed|t)|amputee|hospital|hôpita|brûlés|amputés|госпітал|шпитал|clinic|cliniques|клінік|patients|casualties|blessés|поранен/iu;
/** Medical staff are no troops. */
export const MEDICAL =
  /(?<![\p{L}])(?:paramedics|doctors|nurses|surgeons|médecins|infirmi\p{L}+|chirurgiens|secouristes|лікар(?:і|ів|ями)|медсест\p{L}+|хірург\p{L}+)(?![\p{L}])/iu;
export const REHABILITATES =
  /реабілітац|rehabilitat|rééducation|convalescence|(?<![\p{L}])(?:treat\p{L}*|soign\p{L}+|prosthe\p{L}+|prothès\p{L}+)/iu;
/** Nor are people of courts, schools and families: "20 forensic experts", "200 children". */
export const CIVIL =
  /(?<![\p{L}])(?:forensic|(?:war[- ])?crimes?|investigat\p{L}*|prosecut\p{L}+|judges|magistrat\p{L}+|lawyers|tribunal|teachers|child(?:ren)?|orphans|families|students|pupils|veterans|police scientifique|enquêt\p{L}+|crimes|procureurs|juges|juristes|enseignants|enfants|orphelins|familles|élèves|étudiants|vétérans|anciens combattants|діт(?:ей|и)|слідч(?:і|их)|судд(?:і|ів)|прокурор\p{L}+|криміналіст\p{L}+|рятувальник\p{L}+|пожежник\p{L}+|психолог\p{L}+|енергетик\p{L}+|електрик\p{L}+|будівельник\p{L}+|ветеран\p{L}+|сиріт)(?![\p{L}])/iu;
/** "let coalition aircraft refuel": what belongs to others is let in, or through. */
const LETS =
  /(?<![\p{L}])(?:let|lets|letting|allow\p{L}*|permit\p{L}*|autoris\p{L}+|laisser\p{L}*|permettr\p{L}+) [^.;]{3,80}?(?<![\p{L}])(?:(us(?:e|ing)|refuel|land(?:ing)?|overfl\p{L}+|operate|stop over|utiliser|atterrir|survoler|ravitailler|poser|stationner|faire escale)|(pass|transit|cross|move|travel|transiter|traverser|passer))(?![\p{L}])/iu;
export function letIn(words: string): ContributionKind | null {
  const found = LETS.exec(words);
  return found === null ? null : found[1] === undefined ? "LOGISTICS_TRANSIT" : "BASING_HOST_NATION";
}

export const PRICE =
  /(?:valued at|worth|at a cost of|for a total of|d'une valeur d(?:e|')|pour un montant d(?:e|')|d'un montant d(?:e|')|pour une somme d(?:e|')|au prix d(?:e|')|costing|priced at|for the sum of|at a price of|ціною|вартістю|на суму|загальною вартістю|\((?:budget|cost|coût|montant|total|value|бюджет|вартість)(?: of)? ?:?)(?: ?(?:about|some|around|nearly|almost|up to|at least|environ|près de|plus de|quelque|близько|понад|до|over))?\s*$/iu;

/** What is counted after them belongs to the thing before. */
export const LINKS =
  /(?<![\p{L}])(?:by|of|with|for|avec|par|pour|de|d'|à|to|з|із|для|чисельністю)(?: (?:about|up to|some|around|at least))?\s*(?:\p{L}+ )?$/iu;

export const JOINED =
  /^(?: \p{L}[\p{L}'-]*(?: [\p{L}'-]+){0,4} (?:and|et|та|і|й) (?:with|by|with|avec|par|з|із) (?:[\p{L}'-]+ ){0,2}$)|^(?: (?:de |of |for )(?:the |la |l')?[\p{L}'-]+)?(?:,| (?:and|et|та|і|й|ainsi que|as well as)) (?:[\p{L}'-]+ ){0,2}$/u;

/** "fixed so far at 80 million, will rise to 110": what it rises to. */
export const RISES_TO =
  /^(?:passer|(?:will|would) (?:rise|grow|go up|climb)|зрост|вирост|збільш(?:иться|аться))/iu;

export const PASSIVE =
  /(?<![\p{L}])(?:be|been|being|(?:is|are) (?:[a-z]+ )?(?:earmarked|set aside|allocated|reserved|ring-fenced|dedicated|budgeted|committed|made available)|être|sera|seront|буде|будуть|виділено|надійде|надійдуть|прибуд\p{L}+|go|iront|ira)(?![\p{L}])/iu;

/** "615 мільйонів із них становитиме …": what was said before is divided. */
export const OF_A_SUM =
  /^[^,;:]{0,50}?(?<![\p{L}])(?:із|з|зі) (?:них|неї|нього|цих (?:коштів|грошей)|цієї (?:суми|допомоги)|цього обсягу) (?:[^.;]{0,40} )?(?:стан|склад)|^,? ?(?:із|з) (?:яких|них) /iu;
/** "sanctions against 30 persons". */
export const AGAINST =
  /(?<![\p{L}])(?:sanction(?:s|ed|ing)?(?: (?:on|against))?|sanctions (?:contre|visant)|sanctionn\p{L}+|blacklist\p{L}*|санкці\p{L}+ проти) (?:\p{L}+ ){0,2}$/iu;
export const CONVERTED =
  /^,? ?(?:\(|or |soit |або |тобто |чи )(?:(?:about|around|some|roughly|environ|près de|близько|приблизно|майже|понад) )?$/iu;
/** "If the mission gets a mandate, Spain will take part in it." */
const PART_IN_IT =
  /(?<![\p{L}])(?:part in (?:it|this|that)|join it|y (?:particip|prendr|contribu)\p{L}+)(?![\p{L}])/iu;
const FORCE = /(?<![\p{L}])(?:force|mission|operation|opération)(?![\p{L}])/iu;

/** What a clause without a thing is about; `around`: its sentence. */
export const impliedBy = (words: string, around: string, isRefused: boolean): ContributionKind | undefined =>
  IMPLIED.find(([, pattern]) => pattern.test(words))?.[0] ??
  ((isRefused && (FIGHTS.test(words) || OUT_OF.test(words))) || (PART_IN_IT.test(words) && FORCE.test(around))
    ? "TROOPS"
    : TAKES_PART.test(words)
      ? "TROOPS"
      : undefined);
/** "братиме в них участь". */
const TAKES_PART = /(?<![\p{L}])(?:братим|бер|візьм)\p{L}+ [ву] (?:них|ній|ньому|цьому|таких силах) участь/iu;

/** "He would not give a number", "n'a pas voulu dire combien". */
export const SAYS_NOT =
  /(?<![\p{L}])(?:(?:say|tell|disclose|specify|dire|préciser|indiquer|сказати|уточнити) (?:how|when|whether|where|which|combien|quand|si|où|скільки|коли|чи)|(?:talk|comment|speculat|parler|commenter|spéculer)\p{L}* (?:about|on|of|de|du|des|d'|sur)|(?:give|name|put|donner|avancer|назвати) (?:a|an|any|the|de|un) (?:number|figure|date|chiffre|date))(?![\p{L}])/iu;

/** "will hold a conference on demining". */
export const MEETING =
  /^[^,;:]{0,60}?(?<![\p{L}])(?:conference|summit|meeting|forum|seminar|debate|conférence|sommet|réunion|colloque|débat|конференці\p{L}+|саміт\p{L}*|форум\p{L}*) (?:on|about|devoted to|sur|consacrée? (?:à|au|aux)|щодо|про|з питань)(?![\p{L}])/iu;

/** "No details will be given." */
export const OF_WORDS =
  /(?<![\p{L}])(?:information|details?|comments?|figures?|numbers?|timetable|dates?|(?<!out of the )questions?|journalists|chiffres?|détails?|commentaires?|précisions?|подробиц\p{L}*|інформаці\p{L}+|коментар\p{L}*|цифр\p{L}*|не (?:стоя|сидi)\p{L}* осторонь|осторонь (?:[\p{L}]+ ){0,2}не)(?![\p{L}])/iu;

export const ADDED =
  /(?:,| (?:and|plus|as well as|et|ainsi que|і|й|та|а також)) (?:the |some |des |les |l')?$/iu;

/** "a repair centre for Leopard tanks". */
export const FOR_WHAT = /\p{L} (?:for|pour|для) (?:the |its |their |our |les |des |ses )?$/iu;

export const INTO = /(?<![\p{L}])(?:to|into|in|within|of|for|à|dans|au sein d['’]|pour|до|у|в|для) $/iu;

export const OF_AN_ACT =
  /(?<![\p{L}])(?:sending|dispatch\p{L}*|deploy\p{L}*|requests?|participat\p{L}+|involvement|idea|proposals?|demandes?|envo(?:i|yer|is)|livr\p{L}+|déploi\p{L}+|particip\p{L}+|idée|proposition|участ\p{L}+|надсил\p{L}+|надісл\p{L}+|відправ\p{L}+|направл\p{L}+|постача\p{L}+|прохання|запит\p{L}*|ідею|пропозиці\p{L}+|розгорт\p{L}+)(?![\p{L}])/iu;

/** "I won't speculate", "I'm not going to go around it": no country's refusal, where it names nothing. */
export const MYSELF =
  /(?<![\p{L}])I(?:(?:'m| am| will| would| do|'d) not| won't| don't| wouldn't)? (?:going to )?(?:go|expect|put it|see|take part in it|guess|judge|negotiate|speak)(?![\p{L}])/u;

export const PROMISED = /promis|pledg|annonc|announc|обіця|оголош/iu;

/** What is done for the country that is helped, though no kind names it: "help Ukraine reform its procurement". */
export const HELPS =
  /(?<![\p{L}])(?:help|assist|aider(?:a|ont|ons)?) (?:l')?(?:Ukraine|Kyiv|Ukrainian \p{L}+|the Ukrainians?) (?:to |in |à |dans )?(?!defen|défen|stand|win|resist|résist|fight|prevail|surviv|prepar|prépar|becom|join|through|gagn|surmont|endur|hold)\p{Ll}{3,}|(?<![\p{L}])(?:reserve|grant|give|réserver\p{L}+|donner\p{L}+|accorder\p{L}+|fournir\p{L}+) (?:to |à )?(?:l')?(?:Ukraine|Kyiv|Kiev) (?!(?:all|its|our|the|every|any|tout|toute|son|notre|le|la|l') )(?:(?:a|an|un|une|des|more|part) )(?!(?:\p{L}+ )?(?:support|help|assistance|aid|guarantees?|security|soutien|aide|garanties?|message|signal|perspective|chance|place|voice|say)(?![\p{L}]))\p{L}+/iu;
