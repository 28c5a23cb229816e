// Any verb after "will" and the like, except those that promise nothing: a government can do too many things
// to list them. A clause with one of them counts only where it names a thing, and who does it.
import type { Language } from "../../../base/language";

export interface OpenVerbs {
  /** After the words of a table: "has decided to". */
  infinitive: string;
  will: string;
  may: string;
  refuses: string;
}

const LETTERS = String.raw`\p{L}`;
/** Up to two adverbs: "will also shortly". */
const ADVERBS = String.raw`(?: (?:also|now|then|both|each|jointly|together|soon|again|still|only|first|further|additionally|instead|therefore|${LETTERS}{3,}ly)){0,2}`;

/** They talk, wait, depend, judge or feel. */
const IDLE_ENGLISH =
  "be|have|do|reach|achieve|attain|not|never|meet|discuss|talk|speak|say|tell|know|see|hear|listen|remember|forget|need|require|depend|remain|stay|stand|continue|visit|travel|brief|report|inform|update|write|read|answer|reply|ask|invite|urge|call(?! at)|welcome|thank|hope|wish|want|like|expect|believe|think|decide|determine|judge|consult|convene|attend|gather|seek|try|win|lose|fail|happen|occur|prevail|matter|mean|show|prove|recogni[sz]e|respect|insist|note|recall|reaffirm|reiterate|confirm|repeat|explain|clarify|address|condemn|vote|debate|examine|consider|study|review|assess|evaluate|explore|look|weigh|discuss|negotiate|agree|object|suffer|face|owe|love|hate|mind|care|bear|hold (?:talks|consultations|meetings?|a meeting|on|to|firm|elections|back|out|true)|take (?:place|note|stock|time|into|up (?:the|this|that|these) (?:issues?|matters?|questions?|cases?)|effect|a decision|decisions|years|months|account|part in)|make (?:sure|clear|known|every|no|use|progress|it)|get|let|find|count|rule|exclude|cost|lie|change|never|ever|always|probably|perhaps|soon|later|once|likely|most|and|or|the|a|an|in|on|at|by|for|to|of|as|if|all|cease|judge|begin|start|abide|succeed|suffice|apply|carry (?:on|through)|rather|sooner|become|appear|pass(?! through)|praise|blame|regret|support";
const IDLE_PARTICIPLES =
  "discussed|known|needed|required|held|published|reported|informed|asked|invited|expected|decided|told|seen|remembered|met|reviewed|examined|assessed|considered|judged|celebrated|obliged|forced|able|based|involved|affected|attacked|destroyed|hit|killed|lost|determined|settled|resolved|answered|debated|voted|consulted|briefed|forgotten|respected|welcomed|thanked|followed|joined|explained|clarified|agreed|negotiated|asked|felt|heard|made|taken";

const FRENCH_IDLE =
  "ser|aur|atteindr|fer|envi|ext|cont|ult|int|pourr|devr|faudr|verr|saur|voudr|vaudr|rester|dir|réunir|rencontrer|discuter|parler|examiner|étudier|évoquer|présenter|informer|saluer|dépendr|reviendr|demander|répondr|attendr|rendr|permettr|continuer|poursuivr|demeurer|viser|décider|jouer|trouver|penser|croir|espérer|souhaiter|rappeler|confirmer|débattr|voter|suivr|passer|entrer|finir|durer|coûter|perdr|oublier|appeler|remercier|constater|consulter|négocier|exiger|respecter|retourner|visiter|vivr|mourr|tomber|arrêter|cesser|envisager|considérer|évaluer|manquer|subir|souffrir|taira|opér|retrouver|reverr|reparler|concerter|entretiendr|félicit|aller|tiendr|prendr|mettr|recevr|soutiendr";

/** Said of what is spoken of, decided or waited for. */
const FRENCH_IDLE_PARTICIPLES =
  "(?:consult|décid|examin|étudi|évoqu|débatt|discut|inform|connu|attend|requi|exig|nécessit|prévu|publi|rendu|tenu|soumi|appel|invit|associ|oblig|forc|approuv|vot|adopt|autoris|saisi|menac|touch|frapp|détrui|tu|bless|réuni|fix|précis|ven|parti|devenu|suivi|respect|communiqu|présent|assur|confi|dirig|exerc|limit|destin|command|demand)\\p{L}*";

const UKRAINIAN_IDLE =
  "(?:за)?лиш|ска(?:же|жуть|жемо)|попро(?:сить|сять|симо)|відбу|потреб|говор|поговор|обговор|відповіс|побач|зустрі|повідом|заяв|зазнач|наголос|підкресл|поясн|додас|нагад|підтвер|виріш|розгля|оцін|вивч|проголос|ухвал|схвал|погод|домов|заклик|попере|припин|зупин|почека|дочека|зможе|змож|захоч|зрозум|визнач|поверн|пройд|прийд|дійд|вийд|увійд|зайд|знайд|помр|впад|вистач|забуд|відмов|переможе|допустить|прислуха|запита|заверш|закінч|виріш|пробач|прожив|заплач|зважа|переконає|відзнач|стверд|наслід|окреме|загин|належ|свідч|сто(?:їть|ять|їмо)|сид|вір|звуч|вед";

const PREFIX = "(?:на|ви|по|за|роз|від|під|при|пере|до|у|в|з|с|об|спів|від|піді|роз)";
const PERFECTIVE = String.raw`(?!${UKRAINIAN_IDLE})(?!${LETTERS}*(?:дцять|ходить|ходять|возить|носить|носять|водить|водять|їздить|просить|говорить|пам'ять|ість))${PREFIX}${LETTERS}{2,12}(?:ить|ять|имо|уть|шле|шлемо|риє|риємо|несе|несемо|везе|веземо|веде|ведемо|кине|кинемо|тягне|горне|стане|жене|зніме|візьме|прийме|займе|каже|даємо|дасть|дамо|друкує|фінансує|фінансуємо|будує|будуємо|лаштує|лаштуємо|формує|формуємо|комплектує|комплектуємо|монтує|монтуємо)(?:ся)?`;
const IMPERFECTIVE = String.raw`(?!назива|розкрива|коментува|приховува|повторюва|забува|гада|відступа|зна|ма|чека|говори|проси|дума|вважа|залежа|залиша|стосува|розгляда|вивча|обговорю|потребува|хоті|могти|існува|трива|пам'ята|вимага|заклика|боро|очіку|відбува)${LETTERS}{2,14}тим(?:е|уть|емо|у)(?:ться|ся)?`;

/** "передали б", "(ми) б передали". */
const WOULD_STEM = String.raw`(?!(?:мог|хоті|бу|лиш|залиш|ма|зна|дума|каза|сказа|жи|мусі|волі|люби|бажа|прос|попрос|пого|схвал|ухвал|дозвол|допуст|відмов|пішл|пішо)${LETTERS}{0,6}(?:в|ла|ло|ли)(?:ся|сь)?(?!${LETTERS}))${LETTERS}{2,}(?:в|ла|ло|ли)(?:ся|сь)?`;
const WOULD = String.raw`${WOULD_STEM} би?(?!${LETTERS})|(?<=(?<!${LETTERS})би? (?:${LETTERS}+о )?)${WOULD_STEM}(?!${LETTERS})`;
/** "буде перераховано". */
const PASSIVE = String.raw`(?!(?:досягну|підпи|укла|припин|скасов|оголош|прийня|ухвал|схвал|дотрим|гаранто|поруш|вирішен|розгляну|обговор|визнач|створено умов|зробл|відновлен|продовж|встановл|установл)${LETTERS}*)${LETTERS}{3,}(?:ен|ан|ян|єн|їн|ит|ут|ят)(?:о|ий|а|і|е)(?!${LETTERS})`;

const FRENCH_FUTURE = String.raw`(?:y |en |leur |lui |se |s'|les |la |le |l')?(?!(?:${FRENCH_IDLE})(?:a|ont|ons|ai|ait|aient|ions)(?!${LETTERS}))(?:${LETTERS}{2,14}[eitdv]r(?:a|ont|ons|ai)|(?!${LETTERS}*(?:port|att|ext|ret|désir|tir|admir|spir)rai)${LETTERS}{2,14}(?:[ei]|nd|tt)r(?:ait|aient|ions))`;
const NEGATED_FRENCH = String.raw`(?:n'|ne )(?:y |en |leur |lui |se |s'|les |la |le |l'|nous |vous )?(?!(?:${FRENCH_IDLE})(?:a|ont|ons|ai)(?!${LETTERS}))${LETTERS}{2,14}[eitdv]r(?:a|ont|ons|ai) (?:pas|plus|(?:d'|de )?aucune?|jamais|ni)`;

export const OPEN_VERBS: Readonly<Record<Language, OpenVerbs>> = {
  en: {
    infinitive: String.raw`(?:(?<!be )|(?=${LETTERS}+(?:ed|en|ing|ung|ught|ilt|elt|ent|ut|et|wn)(?!${LETTERS})|there(?!${LETTERS})))(?!(?:${IDLE_ENGLISH})(?!${LETTERS}))(?!${LETTERS}+ly(?!${LETTERS}))[a-z]{2,16}`,
    will: String.raw`(?:will|shall|'ll|(?:is|are) (?:set )?to|(?:is|are) (?:going|ready|prepared|determined) to|intends? to|plans? to|(?:has|have) (?:decided|agreed|promised|pledged) to)${ADVERBS} (?:be${ADVERBS} (?!(?:${IDLE_PARTICIPLES})(?!${LETTERS}))${LETTERS}{2,}(?:ed|en|ung|elt|ent|ught|wn|ld|id)|(?!(?:${IDLE_ENGLISH})(?!${LETTERS}))(?!${LETTERS}+ly(?!${LETTERS}))[a-z]{2,16})`,
    may: String.raw`(?:could|may|might)${ADVERBS} (?:be${ADVERBS} (?!(?:${IDLE_PARTICIPLES})(?!${LETTERS}))${LETTERS}{2,}(?:ed|en|ung|elt|ent|ught)|(?!(?:${IDLE_ENGLISH})(?!${LETTERS}))(?!${LETTERS}+ly(?!${LETTERS}))[a-z]{2,16})`,
    refuses: String.raw`(?:(?:will|shall|would) not|won't|(?:is|are) not (?:going )?to)${ADVERBS} (?:be (?!(?:${IDLE_PARTICIPLES})(?!${LETTERS}))${LETTERS}{2,}(?:ed|en|ung|elt|ent|ught)|(?!(?:${IDLE_ENGLISH})(?!${LETTERS}))[a-z]{2,16})`,
  },
  fr: {
    infinitive: String.raw`(?:nous en |nous y |nous |s'en |s'y |se |s'|y |en |leur |lui |les |la |le |l')?(?!(?:être|avoir|faire|dire|voir|savoir|pouvoir|vouloir|parler|discuter|examiner|étudier|rencontrer|réunir|aller|rester|continuer|contre|entre|notre|votre|autre|quatre|mettre fin|croire|attendre|demander)(?!${LETTERS}))${LETTERS}{2,14}(?:er|ir|re)`,
    will: `${FRENCH_FUTURE}|(?<!se )(?:sera|seront) (?:${LETTERS}+ment )?(?!(?:${FRENCH_IDLE_PARTICIPLES})(?!${LETTERS}))${LETTERS}{2,}(?:[éiu]|ert|it)e?s?`,
    may: String.raw`pourr(?:ait|aient|ions)(?: (?:également|aussi|bien|peut-être|en outre))? (?:se |s'|y |en )?(?!(?:être|avoir|faire|dire|voir|parler|discuter|examiner)(?!${LETTERS}))${LETTERS}{2,14}(?:er|ir|re)`,
    refuses: NEGATED_FRENCH,
  },
  uk: {
    infinitive: String.raw`(?!(?:бути|мати|сказати|стати|говорити|обговорити|бачити|розглянути|знати|думати|чекати|зустрітися|проти|кошти|утриматися|відмовитися|обійтися|обмежитися|(?:по|за|до)чекати(?:ся)?|зосередитися|наполягати|переконати|домогтися|закликати|підкреслити|наголосити|підтвердити|нагадати|вимагати|відповісти|оцінити|проаналізувати|поговорити)(?!${LETTERS}))${LETTERS}{2,14}ти(?:ся)?`,
    will: `(?:${PERFECTIVE})|(?:${IMPERFECTIVE})|буд(?:е|уть) (?:${LETTERS}+о )?${PASSIVE}|${WOULD}`,
    may: String.raw`(?:мож(?:е|уть|емо)|могл[аои] б|міг би)(?: (?:також|ще|навіть))? (?!(?:бути|мати|сказати|стати|говорити|обговорити|бачити|розглянути)(?!${LETTERS}))${LETTERS}{2,14}ти(?:ся)?`,
    refuses: `не (?:(?:${PERFECTIVE})|(?:${IMPERFECTIVE})|буде ${PASSIVE})`,
  },
};
