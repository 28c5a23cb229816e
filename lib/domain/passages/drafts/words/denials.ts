// Words that deny or recall, wherever in a sentence they are: for sentences that no known verb decides.
import { whole } from "../../language-rules";

const SAID_EN = "promis|pledg|announc|offer|commit|tabl|unveil|present|made|agre|confirm";

/** Not "no later than", "has not yet decided", "did not say": no refusal. */
export const DENIES_A_THING = whole(
  [
    "(?:is|are|'s|'re|'m|am|will|shall|would|can|do|does)(?:n't| not)(?! (?:yet|only|least|new|rul\\p{L}+|exclud\\p{L}+|clear|known|decid\\p{L}+|say|disclos\\p{L}+|comment|enough|chang\\p{L}+|end|stop|cover|alone|hid\\p{L}+|forg\\p{L}+|surpris\\p{L}+|because|mean|depend|enter|take effect|be enough))|cannot|never|no(?! (?:later|more than|less|fewer|doubt|longer than|earlier|sooner|decision|one knows|date|figure|news|change|secret|surprise|obstacle|objection|comment|matter|reason|need|longer alone))|not (?:a single|one|any)|none of|neither|zero|refus\\p{L}+|reject\\p{L}*|declin(?:e|es|ed|ing)|rul(?:es|ed|ing) out|ruled out|oppos(?:e|es|ed|ition to)|exclud(?:e|es|ed)|bars?|forbids?|prohibits?|balk(?:s|ed|ing)?|sh(?:y|ies|ied|ying) away|steers? clear|out of the question|off the table|red line|non-starter|draws? the line|stops? short|a taboo|a no-go|(?:step|bridge) too far|unthinkable|inconceivable|beyond the pale|in the negative|nil|not available|said no|(?:answer|reply) (?:is|remains|was|stays) (?:still |a )?no|(?:nobody|no one)(?! (?:knows|doubts|disputes|can|should|wants))|unwilling|reluctan\\p{L}+|averse",
    "(?<=(?:^|[:–] )(?:non, )?)pas d(?:e|')|(?:ne |n')(?:\\p{L}+ ){0,2}?\\p{L}+ (?:pas|plus|jamais|aucun\\p{L}*|nullement|ni|guère|personne|rien)(?! (?:encore|seulement|exclu\\p{L}*|nouveau\\p{L}*|nouvelle\\p{L}*|décidé|connu|clair|changé|caché|moins|avant))|aucune?(?! (?:décision|doute|précision|date|chiffre|changement|raison))|pas (?:un|une) seule?|pas question|refus\\p{L}*|s'interdi\\p{L}+|exclu(?:t|ent|ons|e|s|es)?|écart(?:e|ent|ons|é|ée)|rejett?\\p{L}*|s'oppos\\p{L}+|oppos\\p{L}+ à|par la négative|néant|indisponibles?|a dit non|c'est non|réponse (?:est|reste|demeure) (?:toujours )?(?:non|négative)|(?:personne|nul) (?:ne|n'\\p{L}+)|hors de question|ligne rouge|inenvisageable|impensable|renonc\\p{L}+|interdi(?:t|sent)",
    "(?<!(?:досі|ще|чого) )немає(?! (?:сумнів|рішен|змін|новин|сенс|потреб|інформ|дан))|не(?! (?:лише|тільки|менш\\p{L}*|більш\\p{L}*|пізніше|раніше|виключа\\p{L}+|виключ\\p{L}+|відкида\\p{L}+|нов\\p{L}+|зміни\\p{L}+|зміню\\p{L}+|має сумнів\\p{L}*|секрет|визнач\\p{L}+|уточн\\p{L}+|назва\\p{L}+|розкри\\p{L}+|буде легко|вдалося|змогли|прийня\\p{L}+|ухвал\\p{L}+))|жодн(?:ого|их|ої|им|ими|а|ий|е)(?! (?:рішен|сумнів|змін|новин))\\p{L}*|ані|відмов(?!а від зброї)\\p{L}+|відкида\\p{L}+|відкину\\p{L}+|відхил\\p{L}+|заперечно|відповідь (?:(?:–|—|є|залишається|була) )?[«„“]?(?:ні|негативна)|виключ(?:ає|ають|аємо|ив|ила|или|ено)|заперечу\\p{L}+|проти|неможлив\\p{L}+|виключен\\p{L}+|утрима\\p{L}+ від|червон\\p{L}+ ліні\\p{L}+",
  ].join("|"),
);

/** What was said before is said again. */
export const RECALLS_A_THING = whole(
  [
    "re-?affirm\\p{L}*|reiterat\\p{L}*|recall\\p{L}*|re-?confirm\\p{L}*|restat\\p{L}*|renew(?:s|ed|ing)? (?:its|our|their) (?:pledge|offer|commitment|promise)|st(?:ands?|ood|anding) by|st(?:icks?|uck|icking) (?:to|by|with)|abid\\p{L}+ by|hold(?:s|ing)? to|unchanged|nothing (?:has |is )?(?:changed|new)|no change|no news|not new|already (?:been )?(?:announced|pledged|promised|committed|offered|approved|set aside|earmarked|decided|agreed|allocated)|still (?:coming|on offer|on the table|valid|stands?|holds?|good|ours|applies|apply)|previously (?:announced|pledged|promised|committed|offered|agreed)|keeps? (?:its|our|their) (?:promise|word|pledge)|remain(?:s|ed)? (?:firmly |fully )?committed|" +
      `(?:${SAID_EN})\\p{L}*(?: \\p{L}+){0,2}? (?:then|there|earlier|before|last|in (?:january|february|march|april|may|june|july|august|september|october|november|december|20\\d\\d|the (?:spring|summer|autumn|winter))|(?:a|two|three|some) (?:weeks?|months?|years?) ago)`,
    "rappel(?:le|lent|ons|é|ait|ant|er)|réaffirm\\p{L}*|réitèr\\p{L}*|réitér\\p{L}*|confirm\\p{L}*|renouvel\\p{L}+|redi(?:t|sent|s|sons|re)|répèt\\p{L}*|répét\\p{L}+|inchangée?s?|maintenue?s?|rien (?:de |n'a )(?:nouveau|changé)|déjà (?:été )?(?:annoncé|promis|engagé|offert|approuvé|décidé|convenu|alloué|débloqué|proposé|voté)e?s?|s'en tien\\p{L}+|tien(?:t|dra|nent|drons|ons) (?:sa|ses|leurs?|notre|nos|parole)|toujours (?:valables?|d'actualité|sur la table)|précédemment|antérieurement|une (?:nouvelle fois|fois (?:de plus|encore))|reste(?:nt)? (?:acquise?s?|valables?|engagée?s?|d'actualité)|fidèles? à (?:sa|ses|leurs?|notre|nos)",
    "підтвердж\\p{L}+|підтверди\\p{L}+|нагада(?!ємо)\\p{L}+|нагаду(?!ємо, )\\p{L}+|повтор(?:ив|ила|или|ює|юю|юємо|ив)|раніше (?:оголошен|обіцян|анонсован|заявлен)\\p{L}+|як і (?:раніше|обіця\\p{L}+)|(?:вже|уже) (?:обіця|пообіця|оголо|анонсува|заявл|виділ|погод)\\p{L}+|незмінн\\p{L}+|без змін|(?:у|в) силі|(?:пропозиці|обіцянк|зобов'язанн|внес)\\p{L}+ (?:\\p{L}+ )?чинн\\p{L}+|дотриму\\p{L}+|вірн\\p{L}+ (?:сво|наш|слов)\\p{L}*|вкотре|знову (?:запевн|підтверд|заяв)\\p{L}+|нічого нового",
  ].join("|"),
);

/** "It comes on top of the 50 million that …", "s'ajoutent au milliard réservé en février". */
export const ADDED_TO =
  /(?<![\p{L}])(?:on top of|in addition to|over and above|adds? to|added to|s'ajoute(?:nt|ra|ront)? (?:à|au|aux)|en plus d(?:e|es|u)|en sus d(?:e|es|u)|complète(?:nt)?|на додачу до|на додаток до|додатково до|дода(?:ється|ються|сться|дуться) до|доповн(?:ює|юють|ить)|понад (?=ті|те|ту|той))(?= )/giu;

/** "…, but no troops": the verb is the one before. */
export const BUT_NO =
  /(?:,|;| [–—-]) (?:(?:but|mais|але|проте|однак|а|and|et|і|й) (?:certainly |definitely |absolutely |toujours |surtout |точно |аж ніяк )?(?:no(?! (?:later|earlier|sooner|more|less|fewer))|not(?= (?:a|an|one|any|the|its|our|for) )|pas (?:d'|de |un |une )|aucune? |не(?= \p{L}+(?:ів|ей|ок|их|у|а|ні|ки|и)(?: |[.,;!]|$))|ні |жодн\p{L}+)|(?:without|sans|не) (?:\p{L}+ ){0,3}?(?:\p{L}+ing|\p{L}+er|\p{L}+ir|\p{L}+ючи|\p{L}+вши) )/giu;
