// Sentences that are a condition as a whole: "Parliament will have its say", "Without the Americans it makes no sense". What they
// have in common is who or what is waited for, and a word that says that it is waited for.
import type { Language } from "../../../base/language";

/** Parliaments by their own names. */
const BY_NAME =
  "bundestag|bundesrat|seimas|sejm|riksdag|riigikogu|storting|folketing\\p{L}*|eduskunta|saeima|skupština|sabor|althing|dáil|oireachtas|cortes";
/** Who decides. */
const BODY: Readonly<Record<Language, string>> = {
  en: "parliament\\p{L}*|lawmakers|legislators?|legislature|MPs|deputies|senators|bundeswehr mandate|congress\\p{L}*|senate|diet|tánaiste|cabinet|council|chambers?|(?:the|this|both) houses?|house of \\p{L}+|assembly|states general|committee|constitution(?:al)?|court|electorate|referendum|treasury|finance ministry",
  fr: "parlement\\p{L}*|chambres?|sénat\\p{L}*|assemblée|députés|parlementaires|congrès|conseil(?! européen)|commission|représentation nationale|élus|constitution\\p{L}*|cour constitutionnelle|référendum|trésor|diète|députés",
  uk: "парламент\\p{L}*|сейм\\p{L}*|бундестаг\\p{L}*|конгрес\\p{L}*|сенат\\p{L}*|стортинг\\p{L}*|риксдаг\\p{L}*|фолькетинг\\p{L}*|сейму|сейма?с?\\p{L}*|рійгікогу|рігікогу|едускунт\\p{L}*|саейм\\p{L}*|кортес\\p{L}*|палат\\p{L}*|рад[аиуі](?! європи)|депутат\\p{L}*|кабінет\\p{L}*|уряд\\p{L}*|комітет\\p{L}*|конституці\\p{L}+|референдум\\p{L}*",
};
/** What they give. */
const CONSENT: Readonly<Record<Language, string>> = {
  en: "approvals?|consent|assent|votes?|go-ahead|green light|authori[sz]ations?|mandates?|licen[cs]es?|legislation|bill|(?:legal|budgetary|parliamentary) (?:basis|framework|procedures?)|ratification|(?:formal|ukrainian) request|invitation|status of forces|appropriations?|budget",
  fr: "accord|approbation|aval|assentiment|vote|feu vert|autorisations?|mandat|licences?|projet de loi|base légale|ratification|demande (?:formelle|officielle)|invitation|crédits?|budget",
  uk: "згод\\p{L}+|схваленн\\p{L}+|дозв[оі]л\\p{L}*|голосуванн\\p{L}+|мандат\\p{L}*|ратифікаці\\p{L}+|закон(?:у|ом|опроєкт\\p{L}*)?|запрошенн\\p{L}+|офіційн\\p{L}+ (?:запит|проханн)\\p{L}*|ліцензі\\p{L}+|бюджет\\p{L}*|погодженн\\p{L}+",
};
/** What happens in the world. */
const WORLD: Readonly<Record<Language, string>> = {
  en: "cease-?fires?|truce|armistice|peace|guns|hostilities|fighting|war|settlement|mandate|resolution|guarantees?|backstop|backing|(?:security )?umbrella|americans?|united states|US|U\\.S\\.|washington|allies|partners|british|british and french|europeans?|others|NATO|replacements?|support|ukraine|kyiv|russia|moscow|turkey|türkiye|ankara|EU|european union|funds|funding|both (?:sides|parties)|the parties",
  fr: "cessez-le-feu|trêve|armistice|paix|armes|hostilités|combats|guerre|règlement|mandat|résolution|garanties?|filet de sécurité|soutien|américaine?s?|états-unis|washington|alliés|partenaires|britanniques|européens?|autres|OTAN|ukraine|kyiv|kiev|russie|moscou|turquie|ankara|union européenne|UE|fonds|crédits|deux parties|parties",
  uk: "припиненн\\p{L}+ вогню|перемир'\\p{L}+|мир(?:у|ом|і)?|мирн\\p{L}+ угод\\p{L}+|бо(?:ї|їв|ями)|бойов\\p{L}+ ді\\p{L}+|війн\\p{L}+|мандат\\p{L}*|резолюці\\p{L}+|гаранті\\p{L}+|підтримк\\p{L}+|американ\\p{L}+|США|сполучен\\p{L}+ штат\\p{L}+|вашингтон\\p{L}*|союзник\\p{L}*|партнер\\p{L}*|британ\\p{L}+|європейц\\p{L}+|НАТО|україн\\p{L}+|ки[їє]в\\p{L}*|туреччин\\p{L}+|анкар\\p{L}+|європейськ\\p{L}+ союз\\p{L}*|ЄС|кошт\\p{L}+|росі\\p{L}+|москв\\p{L}+|обидв\\p{L}+ сторон\\p{L}*|сторон\\p{L}*",
};
/** What a body does about it, or is asked for. */
const DECIDES: Readonly<Record<Language, string>> = {
  en: "(?:will|would|shall|must|ha(?:s|ve) (?:yet |still |first )?to|needs? to|is to|are to|may|could|should|intends? to)(?: [\\p{L}-]+){0,3}? (?:be (?:asked|consulted|called|requested|invited|involved|heard|convened|recalled|seized|briefed and vote|needed|required)|vote|decide|debate|discuss|approve|authori[sz]e|agree|consent|ratify|endorse|adopt|pass|rule|determine|take (?:that|this|the|a) decision|have (?:its|the|a|their) (?:say|word|vote)|have to|need to|speak|give|sign off|back|confirm|examine|consider|settle|weigh in|get a vote|be put|go|sit)|(?:has|have|gets?) (?:its|the|a|their) (?:say|word|vote)|(?:is|are|rests?|lies?|remains?|now) (?:up to|with|for|in the hands of)|(?:must|can) only (?:be )?\\p{L}+|decides?|votes?|ask|asks|seek|seeks|submit|put|goes|requires?|needs?|demands?",
  fr: "fer(?:a|ont|ait|aient) l'objet|(?:sera|seront|doi(?:t|vent)|devr(?:a|ont|ait)|pourra|va|vont|aur(?:a|ont|ait|aient)|a encore à|ont encore à|reste(?:nt)? à)(?:,? [\\p{L}'-]+){0,5}?,? ?(?:consult\\p{L}+|sais\\p{L}+|appel\\p{L}+|invit\\p{L}+|associ\\p{L}+|entendu\\p{L}*|prononcer|voter|voté\\p{L}*|décider|trancher|débattre|approuv\\p{L}+|autoris\\p{L}+|donner|ratifi\\p{L}+|adopt\\p{L}+|valid\\p{L}+|accept\\p{L}+|confirm\\p{L}+|examiner|(?:son|leur) mot à dire|(?:le|un) dernier mot|mot à dire|le vote|statuer)|(?:votera|voteront|décidera|décideront|tranchera|trancheront|se prononcera|se prononceront|statuera|débattra|examinera|dira|donnera|approuvera|autorisera)|(?:il )?(?:appartient|appartiendra|revient|reviendra|incombe|appartenant) (?:à|au|aux)|c'est (?:à|au|aux)|(?:demandera|demanderons|demandons|sollicitera|sollicitons|consultera|saisira|saisirons|soumettra|soumettrons|reviendra devant)|exige|requiert|impose",
  uk: "(?:має|мають|повинен|повинна|повинно|повинні|мусить|мусять|буде|будуть|слід)(?: [\\p{L}'-]+){0,3}? (?:голосувати|проголосувати|мати (?:останнє|вирішальне) слово|ухвалити|схвалити|погодити(?:ся)?|дати|надати|видати|затвердити|вирішити|вирішувати|розглянути|сказати|ратифікувати|дозволити|підтримати|висловитися|обговорити)|голосуватим\\p{L}+|ухвалю(?:є|ють)|прийма(?:є|ють)|затверджу(?:є|ють)|виріш(?:ує|ують)|проголосу\\p{L}+|розгляне|розгляд\\p{L}+|ухвал(?:ить|ять|юватим\\p{L}+)|схвал(?:ить|ять|юватим\\p{L}+)|виріш(?:ить|ать|уватим\\p{L}+)|за (?:парламент|сейм|рад|депутат|бундестаг|конгрес|стортинг|президент|риксдаг|фолькетинг)\\p{L}*|(?:попрос|зверн|запита)\\p{L}+|ще не (?:голосува|ухвали|схвали|розгляда|дав|дала|дали|погоди)\\p{L}*|вимагає|потребує",
};
/** It is missing, or comes first. */
const MISSING: Readonly<Record<Language, string>> = {
  en: "must|(?:has|have) (?:yet|still|first) to|(?:has|have) to (?:be|come|exist|hold)|there (?:must|has to|needs to|would have to|will have to)|needs?|needed|requires?|required|necessary|(?:is|are|remains?|as|on) (?:also |still |of course )?(?:a|the|our|one|its)? ?(?:firm |clear |absolute |strict |only |main |key |basic )?(?:pre)?(?:condition|requisite)s?|(?:a|one|our|the|its|no) (?:\\p{L}+ )?(?:pre)?(?:condition|requisite)s?|indispensable|essential|imperative|crucial|decisive|vital|a must|presuppos\\p{L}+|assumes|suppos\\p{L}+|depends?|dependent|hinges?|up to|awaits?|awaiting|waiting|wait for|pending|without|unless|until|not before|only (?:if|when|after|once|with|then)|subject to|yet to|still (?:missing|outstanding|open|lacking)|(?:come|comes) first|conditional|contingent|in the absence of|no .{1,60}(?:before|without|until|unless)|expected|planned|scheduled|due",
  fr: "(?:est|sont|reste(?:nt)?|demeure(?:nt)?|sera|seront|serait)(?: [\\p{L}'-]+){0,2}? (?:requise?s?|nécessaires?|indispensables?|essentiel\\p{L}*|attendue?s?|prévue?s?|un préalable|une condition|la condition|notre condition|impérati\\p{L}+|exigée?s?|déterminante?s?|incontournables?|à obtenir)|préalable|(?:une|notre|seule|la|deux|trois|les|nos) (?:\\p{L}+ )?conditions?|il (?:y )?fa(?:ut|udra|udrait)|encore fau(?:t|dra|drait)|manque|suppose(?:nt|ra|rait)?|présuppose|implique|dépend\\p{L}*|sans|faute|à défaut|tant que|avant|seulement (?:si|après|une fois)|qu'(?:après|avec|en cas|une fois|à|si)|que si|reste à|aura lieu|nécessit\\p{L}+|requi\\p{L}+|exig\\p{L}+|conditionn\\p{L}+|subordonn\\p{L}+",
  uk: "потрібн\\p{L}+|потрібен|необхідн\\p{L}+|необхідний|потребу\\p{L}+|вимагає|вимагатиме|має бути|мусить бути|повинн\\p{L}+ бути|має (?:настати|запанувати)|(?:перед)?умов(?:а|ою|и)|без(?! сумніву)|залеж\\p{L}+|лише (?:після|якщо|коли|за|з|у разі|тоді)|тільки (?:після|якщо|коли|за|з|у разі|тоді)|не .{1,40}(?:до|раніше|доки|поки|без)|доки|ще попереду|спершу|спочатку|чека\\p{L}+ на|очіку\\p{L}+ на|браку\\p{L}+|неможлив\\p{L}+|немає сенсу|не має сенсу|вирішальн\\p{L}+|ключов\\p{L}+|обов'язков\\p{L}+",
};
/** Only such a sentence says of the world, or of others, that they are waited for: "Kyiv would have to ask for it". */
const AGREES: Readonly<Record<Language, string>> = {
  en: "(?:must|ha(?:s|ve) (?:first |still )?to|would (?:first |also )?(?:have|need) to|will (?:first |also )?(?:have|need) to|needs? to|need (?:first )?to)(?: [\\p{L}-]+){0,2}? (?:agree|accept|consent|request|ask|invite|sign|say yes|want|be on board|be in|be part|take part|join|play along|go along|commit|approve|allow|back|remain|stay|provide|come|hold|fall silent|be (?:in place|in force|agreed|reached|signed|achieved|ready|secured|obtained|given))",
  fr: "(?:doi(?:t|vent)|devr(?:a|ont|ait|aient)|il faut qu\\p{L}*|il faudra qu\\p{L}*)(?: [\\p{L}'-]+){0,5}? ?(?:accept\\p{L}+|consent\\p{L}+|demand\\p{L}+|invit\\p{L}+|sign\\p{L}+|en être|participer|s'engag\\p{L}+|donner|donne|autoris\\p{L}+|suivre|être (?:d'accord|obtenu\\p{L}*|conclu\\p{L}*|en vigueur|réuni\\p{L}*|acquis\\p{L}*)|y consentir|rester|demande|soit|soient)",
  uk: "(?:має|мають|мусить|мусять|повинен|повинна|повинно|повинні)(?: [\\p{L}'-]+){0,4}? (?:погодити(?:ся)?|прийняти|попросити|запросити|підписати|залишитися|долучитися|приєднатися|дати|надати|дозволити|звернутися|пустити|пропустити|впустити|замовкнути|настати|запанувати|бути)",
};

const word = (words: string): string => String.raw`(?<![\p{L}])(?:${words})(?![\p{L}])`;
const both = (one: string, other: string): string => `(?=.{0,240}?${word(one)})(?=.{0,240}?${word(other)})`;
const neededIn = (tongue: Language): RegExp =>
  new RegExp(
    `^(?:${both(`${BY_NAME}|${BODY[tongue]}`, DECIDES[tongue])}|${both(`${BY_NAME}|${BODY[tongue]}`, MISSING[tongue])}|${both(CONSENT[tongue], MISSING[tongue])}|` +
      `${both(WORLD[tongue], AGREES[tongue])}|${both(WORLD[tongue], STRONG[tongue])})`,
    "iu",
  );
/** Of what happens, weaker words such as "needs" say too little. */
const STRONG: Readonly<Record<Language, string>> = {
  en: "(?:pre)?condition|prerequisite|(?:must|has to|have to|needs to) come first|there (?:must|has to|needs to|would have to|will have to) (?:first )?be|first there|there must first|must (?:first )?be (?:in place|in force|secured|agreed)|(?:is|are|remains?) (?:\\p{L}+ )?(?:needed|required|necessary|indispensable|essential|a must|crucial|a sine qua non)|indispensable|sine qua non|needed first|first needed|need .{1,40} first|(?:it|this|that|which|deployment|offer|all|everything|timing|much) .{0,40}(?:depends?|hinges?|presupposes?|assumes|requires?|rests)|depends on|hinges on|without .{1,60}(?:no one|nobody|none|not|n't|cannot|impossible|no sense|nothing|neither)|(?:no one|nobody|none|nothing|not|n't|cannot|impossible|never) .{1,80}(?:without|before|until|unless)|only (?:if|when|after|once|with|then)",
  fr: "préalable|condition|indispensables?|nécessaires?|sine qua non|suppose(?:nt|ra|rait)?|présuppose|dépend\\p{L}*|requi\\p{L}+|exige|nécessit\\p{L}+|sans .{1,60}(?:personne|rien|pas|aucun\\p{L}*|impossible|ne)|(?:personne|rien|pas|aucun\\p{L}*|impossible|nul) .{1,80}(?:sans|avant|tant que)|(?:il faut|il faudra|encore faut-il|encore faudra-t-il) (?:d'abord|qu)|attend(?:ent|ons)? (?:d'abord|encore|toujours) (?:que|qu')|seulement (?:si|après|une fois)|qu'(?:après|avec|en cas|une fois)|que si",
  uk: "(?:перед)?умов(?:а|ою)|для цього|без .{1,60}(?:не|неможлив\\p{L}+|ніхто|нічого|немає)|(?:не|ніхто|нічого|неможлив\\p{L}+|жод\\p{L}+) .{1,60}(?:без|доки|поки|раніше|до)|спершу|спочатку|обов'язков\\p{L}+|потрібн\\p{L}+|потрібен|необхідн\\p{L}+|(?:це|усе|все|розгортання|багато що) .{0,30}залеж\\p{L}+|лише (?:після|якщо|коли|за|з|у разі)|тільки (?:після|якщо|коли|за|з|у разі)|ключов\\p{L}+|вирішальн\\p{L}+",
};
/** A sentence that is a condition of the one before, and nothing else. */
export const NEEDED: Readonly<Record<Language, RegExp>> = {
  en: neededIn("en"),
  fr: neededIn("fr"),
  uk: neededIn("uk"),
};
/** "They require no further vote", "Parliament has already agreed". */
export const NEEDS_NOTHING =
  /(?<![\p{L}])(?:(?:require|need)s? no(?! one)|not (?:require|need|depend|subject|conditional)|n't (?:require|need|depend)|already (?:agreed|approved|voted|given|consented)|no (?:further|new) (?:vote|approval)|déjà (?:approuvé|voté|donné|autorisé)|n'(?:a|ont) pas besoin|sans (?:autre )?condition|ne dépend(?:ent)? pas|(?:вже|уже) (?:схвали|погоди|ухвали|проголосува|затверди|да[влн])\p{L}*|не (?:потребу|залеж|вимага)\p{L}+|без (?:жодних )?умов)(?![\p{L}])/iu;
/** "They will not leave before a ceasefire": no refusal of what was just promised. */
export const NOT_BEFORE =
  /^(?:but |mais |але |проте )?(?:they|it|this|that|these|those|none of (?:them|it|this)|nobody|no one|no (?:\p{L}+ )?(?:soldier|troops|one|unit|aircraft|ship|deployment|euro|money|kroner|decision)s?|not one of them|ils?|elles?|cela|rien|personne|nul|aucune? [\p{L}']+|aucun d'eux|вон[аи]|він|це|ніхто|ніщо|жод\p{L}+ [\p{L}']+|цього)(?![\p{L}]).{3,140}(?<![\p{L}])(?:before|until|unless|without|avant|sans|tant que|d'ici|до|доки|поки|раніше|без)(?![\p{L}])/iu;
