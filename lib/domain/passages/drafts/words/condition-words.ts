// Words that begin a condition, and words that show what it waits for.
import { whole } from "../../language-rules";

const BEGINNINGS = {
  en: "(?:only |but only |and only )?(?:if(?! necessary| needed| required| possible| so)|once(?! again| more)|provided(?: that)?|providing that|on (?:the )?condition that|on (?:the )?premise that|on the understanding that|as soon as|as long as|so long as|unless|assuming(?: that)?|in case|in the event (?:of|that)|subject(?: in (?:each|every) case| always| of course| however| only)? to|as and when|conditional (?:up)?on|contingent (?:up)?on|depending on|pending|when(?! it comes)|after|(?<!the )following|upon|until)|(?<=^|[,;.:–—-] )(?:and )?(?:should|were|had)(?= [^,.;]{3,80}(?:,|$| [^,.;]{1,80}\\.))|(?<=, )should|under (?:a|an|the) (?:\\p{L}+ ){0,3}mandate|with (?:a|an) (?:\\p{L}+ ){0,3}mandate|with the (?:approval|consent|agreement|support) of|to be approved by|in which case|before (?:which|that)|only with|on (?:one|two|three|the following|these) conditions?|conditionally on|dependent (?:up)?on|(?<!(?:has|have|had|is|are|be|been|was|were|its|and|also) )given|barring|failing|with the (?:consent|blessing|backing) of|in so far as|insofar as|to the extent that|from (?:the )?(?:(?:first|very) )?(?:day|moment|start|outset|hour|signing|signature|entry) (?:of|that|when|into)|within [\\p{L}\\d-]+ (?:hours|days|weeks|months) (?:of|after|from)|the (?:day|moment|minute|week)(?: after)?(?= (?:a|the|peace|guns|hostilities))|at the request of|at (?:Kyiv|Ukraine)'s request|where(?= (?:parliament|ukraine|kyiv|allies))|even if|in exchange for|in return for|(?<!(?:at|for|by|of|in|until) )the (?:moment|minute|instant)|if and (?:only if|when)|if (?:asked|requested|invited|so decided)|supposing|on the assumption (?:that|of)|on condition of|provided always|on entry into force|on (?:the )?(?:signature|signing|conclusion|entry) of|(?:from|on) the (?:day|date|moment|hour)(?: on which| at which| when| that|(?= (?:a|an|the|peace|hostilities|fighting|both|all|the|either|ukraine|kyiv|parliament|\\p{Lu}\\p{L}+) ))|no (?:sooner|earlier) than|not before|with (?:parliament|ukraine|kyiv)'s (?:approval|consent|agreement|blessing)|with the (?:green light|authori[sz]ation|assent|endorsement|go-ahead) (?:of|from)|at the invitation of|on the invitation of|by agreement with|in agreement with|(?:under|on|subject to) (?:the same|those|these|both|identical|similar) (?:(?:two|three) )?(?:conditions?|terms|provisos?)|in (?:that|such an?) (?:case|event)|the (?:day|moment|minute|hour|week)(?= (?:after )?(?:it|that|this|our|its))|except if|save where|absent|short of|on the strength of|whenever|the same conditions appl(?:y|ies)|now that(?= .{3,60} (?:agrees|consents))",
  fr: "(?:seulement |uniquement |mais |et )?(?:si|s'(?=ils?)|lorsqu(?:e|')|quand|une fois|après|dès(?! le \\d| à présent| maintenant)|au lendemain|à (?:la |deux |trois |)conditions?|sous réserve|sous condition|pourvu qu(?:e|')|à moins qu(?:e|')|en cas|dans le cas où|au cas où|moyennant|en fonction (?:de|des|du)|selon|avec l'(?:accord|aval|approbation|appui)|avec un mandat|sous mandat|jusqu'à ce que|tant que|à supposer que|dans l'hypothèse|à compter|suivant(?= (?:le|la|l'|un))|qui suivr(?:a|ont)|qui sui(?:t|vent)|sous (?:la )?réserve|à la demande|dès lors que|dès l'|dès le premier jour|à partir|dès le lendemain)|pour autant que|en l'absence|faute|aussitôt que|dès que|à la suite|en échange|(?:au fur et )?à mesure (?:que|qu'|d(?:e|u|es|'))|pour peu qu(?:e|')|à condition d(?:e|')|à la seule condition|sauf(?: si)?|(?:aux|dans les|sous les) mêmes (?:deux |trois )?conditions|dans ce cas|en pareil cas|(?:à compter |à partir )?du jour où|le jour où|dès l'instant où|(?:à partir )?du moment où|au moment où|sitôt(?: qu(?:e|'))?|à l'issue d(?:e|u|')|au terme d(?:e|u|')|après qu(?:e|')|en contrepartie d(?:e|u|')|avec (?:le feu vert|l'assentiment|la bénédiction|le consentement|le soutien) d(?:e|u|')|avec le feu vert|sur (?:invitation|demande)(?: d(?:e|u|'))?|à l'invitation d(?:e|u|')|si tant est qu(?:e|')|supposé qu(?:e|')|en admettant qu(?:e|')|dans la mesure où|à défaut d(?:e|')|sitôt|moyennant|contre(?= (?:l'engagement|la promesse|des garanties))|une fois(?: (?:que|venue?|passée?))?|à supposer|pas avant|ne .{0,30} qu'(?=après|une fois|avec l'accord|en cas)",
  uk: "(?:лише |тільки |але |але лише |і )?(?:якщо|коли|щойно|як тільки|після(?! цього року)|за умов[иі]|за наявності|за згод[иі]|за згодою|за підтримки|за рішенням|за такої умови|за таких обставин|за певних обставин|у разі|в разі|у випадку|в випадку|доки|поки|допоки|з моменту|тоді, коли|після того як|щоправда, якщо|на випадок|залежно від|зі схвалення|з першого дня|від дня|від першого дня|з дня|наступного дня після|протягом \\p{L}+ (?:днів|тижнів|місяців) (?:після|від|з)|за таких умов|за двох умов|за трьох умов|за однієї умови|на прохання|на запит|з дозволу|з огляду на|в обмін на|тільки-но|скоро|за відсутності|лишень|із схвалення|в міру того, як|якби|тільки-но|ледве|хіба що|зі згоди|за згодою|з відома|з санкції|по (?:завершенн|підписанн|укладенн)\\p{L}+|(?:від|із|з) (?:моменту|дня|настанням|укладенням|підписанням|набранням|набуттям|початком|того дня|тієї миті|тої хвилини)|(?:одразу|відразу|негайно|тільки|лише) (?:ж )?після|не раніше(?:,)?(?: ніж| як)?|(?:на|за) (?:тих|цих|таких) (?:самих|же|же самих) умов(?:ах)?|на (?:тих|цих) (?:самих |же )?умовах|за (?:тієї|цієї) (?:ж|самої) умови|(?:у|в) (?:такому|цьому|тому) (?:разі|випадку)|(?:під|з|із|за) мандат(?:ом|у|а)|на запрошення|на вимогу|взамін на|навзамін|за рішення|(?:у|в) міру (?:того|надходженн\\p{L}+|передан\\p{L}+|заміни|введенн\\p{L}+)|за наявності|при наявності|при умові|лише з|тільки з|з огляду|попри умову|у день|того дня, коли|тоді, як тільки|за підсумками|за сприяння|як лише)",
} as const;

/** "needs the consent of parliament": a condition wherever it is said. */
const PREDICATES = {
  en: "(?:(?:take|come)s? (?:into )?effect(?= (?:on|upon|when|once|only|from|after|as soon)(?! \\d))|enters? into force(?= (?:on|upon|when|once|only|from|after|as soon)(?! \\d))|(?:has|have) yet to (?:give|grant|approve|vote|ratify|adopt|consent|agree|decide|pass|clear|endorse|back|sign off)|still (?:has|have) to (?:give|grant|approve|vote|ratify|adopt|consent|agree|decide|pass|clear|endorse|back|sign off)|that would (?:first )?(?:require|take) (?:the|a|an)|(?:the|its) (?:consent|approval|vote|mandate) (?:of \\p{L}+ )?is still (?:missing|pending|outstanding|awaited)|requires?|needs?|(?:is|are|remains?) subject to|depends? on|awaits?|hinges? on|(?:is|are|remains?) (?:conditional|contingent|dependent) (?:up)?on|presupposes?|hangs? on|rests? on|(?:is|are) tied to|(?:has|have) yet to be (?:approved|ratified|authori[sz]ed) by|(?:still )?(?:awaits?|needs?) (?:the|a)|calls? for (?:the|a)|(?:is|are|will be) (?:only )?(?:possible|available|released|sent|deployed) (?:only )?(?:if|once|when|after|with)|(?:the|our|its) (?:only |sole |one |two |three )?(?:pre)?conditions? (?:is|are|remains?)|(?:is|are) bound to|(?:is|are) linked to|must (?:first )?(?:be )?(?:approved?|decide|agree|vote|consent|ratif\\p{L}+))",
  fr: "(?:encore (?:faut-il|faudrait-il|faudra-t-il) qu(?:e |')|(?:prend|prendr|entr|entrer)(?:a|ont|nent|e|ent)? (?:effet|en vigueur) (?=(?:dès|une fois|à compter|lorsque|quand|au jour|le jour|après)(?! \\d))|(?:doi(?:t|vent)|devr(?:a|ont)) (?:encore|toutefois|d'abord|au préalable) (?:l'|le |la |les |en |y )?(?:inscrire|adopter|valider|entériner|ratifier|trancher|donner|consentir|voter|approuver|autoriser|débattre|examiner)|devra|devront|doit|doivent)(?: \\p{L}+)? (?:l'|les |la |le )?(?:approuver|autoriser|être (?:entendu|consulté|approuvé|autorisé)e?s?|donner (?:son|leur) accord|se prononcer|voter|ratifier)|(?:est|sont|sera|seront|serait|reste(?:nt)?|restera|demeure(?:nt)?) (?:\\p{L}+ment )?(?:soumis|subordonné|conditionné|suspendu)e?s? (?:à|au|aux)|(?:requiert|requièrent|nécessite(?:nt)?|exige) (?:l'|le |la |un )|dépend(?:ent|ra)? d(?:e |u |'|es )|(?:suppose|présuppose|implique)(?:nt)? (?:l'|le |la |un )|(?:il sera demandé|il reviendra|il appartiendra) (?:à |au |aux )|(?:reste(?:nt)?|demeure(?:nt)?) à (?:approuver|voter|ratifier|obtenir)|il (?:y )?faudra(?:it)? (?:toutefois |encore |d'abord )?(?:l'|le |la |un |une )|il faut (?:pour cela |encore |d'abord )(?:l'|le |la |un |une )|(?:la|notre|sa|seule|les|nos|ses) (?:seule |deux |trois )?conditions? (?:est|sont|reste|demeure)|(?:est|sont|reste(?:nt)?|demeure(?:nt)?) (?:liée?s?|tributaires?|suspendue?s?|conditionnée?s?|subordonnée?s?) (?:à|au|aux|de|du|d')|attend(?:ent)? (?:encore )?(?:l'|le |la )(?:accord|aval|feu vert|vote|approbation|décision)|n'(?:interviendra|aura lieu|entrera en vigueur) qu'|ne (?:prendra|prendront|se fera|se feront|sera|seront|vaudra|vaudront|partira|partiront) (?:\\p{L}+ ){0,2}qu(?:e |')",
  uk: "(?:(?:набира(?:є|ють)|набу(?:де|дуть)|набер(?:е|уть)) чинності(?= (?:з|від|коли|після|лише|тільки|щойно|у разі)(?! \\d))|(?:потрібн|необхідн)\\p{L}* (?:також |ще й |ще |й |і |буде ){1,2}(?:згод|рішенн|схваленн|дозв|мандат|голосуванн|ратифікац|перемир|припиненн)\\p{L}*|ще не (?:дав|дала|дали|схвалив|схвалила|ухвалив|ухвалила|погодив|погодила|ратифікував|ратифікувала|проголосував|проголосувала)|для цього треба, щоб|потребу(?:є|ють)|залеж(?:ить|ать) від|має (?:схвалити|ухвалити|погодити|проголосувати)|мають (?:схвалити|ухвалити|погодити)|мусить (?:попросити|схвалити|погодити|офіційно попросити)|потрібн\\p{L}+ (?:згода|рішення|схвалення|дозвіл)|вимага(?:є|ють) (?:згоди|рішення|схвалення|ратифікації)|підляга(?:є|ють) (?:схваленню|ратифікації|затвердженню)|(?:для цього )?(?:потрібн|необхідн)\\p{L}* (?:ще )?(?:згод|рішенн|схваленн|дозв|мандат|голосуванн|ратифікац|перемир|припиненн)\\p{L}*|(?:умова|умови) (?:одна|дві|три|проста|прості|такі?)|чека(?:є|ють) (?:на )?(?:рішення|згод|схвален)\\p{L}*|ще ма(?:є|ють) (?:схвалити|ухвалити|погодити|затвердити)|зв'язан\\p{L}+ з|прив'язан\\p{L}+ до|можлив\\p{L}+ (?:лише|тільки))",
} as const;

export const BEGINS_CONDITION: Readonly<Record<keyof typeof BEGINNINGS, RegExp>> = {
  en: whole(BEGINNINGS.en),
  fr: new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${BEGINNINGS.fr})(?:(?<=')|(?![\p{L}]))`, "giu"),
  uk: whole(BEGINNINGS.uk),
};
export const NEEDS: Readonly<Record<keyof typeof PREDICATES, RegExp>> = {
  en: whole(PREDICATES.en),
  fr: new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${PREDICATES.fr})`, "giu"),
  uk: whole(PREDICATES.uk),
};

/** No condition, whatever begins it: a day, history, "as long as it takes". */
export const NO_CONDITION =
  /^\P{L}*(?:(?:\p{L}+[ ']){1,3}?(?:\d|the (?:meeting|talks|summit|visit|war began)|it takes|that date|years?|months?|nécessaire|besoin|possible|потрібно)|(?:as|so) long as (?:it takes|necessary)|(?:after|following|upon) (?:\p{L}+ing|which)|after the (?:summer|winter|spring|autumn)|après (?:avoir|quoi|l'été)|selon (?:les|la|le|l')|після (?:цього|зустрічі|чого|літа)|коли (?:росія|ворог))(?![\p{L}])/iu;

export const APPROVES = whole(
  [
    "approv\\p{L}+|parliament\\p{L}*|vote|consent(?! of (?:Ukraine|Russia))|bundestag|congress|senate|seimas|sejm|riksdag|riigikogu|storting|folketing\\p{L}*|diet|dáil|oireachtas|house of (?:commons|representatives)|this house|cabinet|council|constitutional|ratif\\p{L}+|budget|cortes|saeima|triple lock|general staff|legislature|law allows",
    "parlement|chambre|sénat|assemblée|conseil(?! européen de)|cortes|vote|approbation|budget|autoris\\p{L}+|mandat révisé|congrès|accord préalable|constitution\\p{L}*|commission de la défense|ratification",
    "парламент\\p{L}*|сейм\\p{L}*|бундестаг\\p{L}*|уряд\\p{L}*|схвал\\p{L}+|ухвал\\p{L}+|ратиф\\p{L}+|бюджет\\p{L}*|кортес\\p{L}*|рийгікогу|рігікогу|рада(?! безпеки)|раді(?! безпеки)|ради(?! безпеки)|конгрес\\p{L}*|сенат\\p{L}*|генштаб\\p{L}*|згод[аиоу]\\p{L}*|стортинг\\p{L}*|риксдаг\\p{L}*|фолькетинг\\p{L}*|палат\\p{L}*",
  ].join("|"),
);

export const BY_OTHERS = whole(
  [
    "allies|partners|others?|americans?|europeans?|backstop|backfill\\p{L}*|other (?:countries|allies|partners|nations|donors)|host nation",
    "alliés|partenaires|autres|américaine?s?|européens?|filet de sécurité|d'autres pays|garantie",
    "союзник\\p{L}*|партнер\\p{L}*|інш\\p{L}+|американськ\\p{L}+|європейц\\p{L}+",
  ].join("|"),
);

export const OF_THE_WORLD = whole(
  [
    "cease-?fires?|truce|armistice|peace|hostilities|fighting|guns|attacks?|aggression|mandate|united nations|the UN|UN (?:mandate|security|resolution)|security council|montreux|(?:request(?:ed)?(?: from| by| of)? (?:ukraine|kyiv))|ukraine (?:asks|requests|so requests)|kyiv (?:asks|requests)|invitation|combats?",
    "cessez-le-feu|armes|trêve|Conseil de sécurité|armistice|paix|hostilités|combats|attaque|agression|mandat|nations unies|ONU|kiev le demande|l'ukraine le demande|demande de l'ukraine|OSCE",
    "припинення вогню|рад\\p{L} безпеки|таких обставин|перемир'?\\p{L}*|мир\\p{L}{0,3}|мирн\\p{L}+|бойов\\p{L}+ ді\\p{L}+|бо(?:ї|їв)|гармати|напад\\p{L}*|агресі\\p{L}+|мандат\\p{L}*|ООН|запрошенн\\p{L}+ від києва|(?:запит\\p{L}*|прохання)(?: (?:України|Києва))?",
  ].join("|"),
);

/** These begin a condition only where they wait for something of the world, or for a body. */
export const TIMED =
  /^\P{L}*(?:from|within|the (?:day|moment|minute|week)|given|à compter d|dès l'|dès le|(?:à partir|dès le lendemain) d|suivant|qui sui|à la suite|протягом|з |від |наступного|скоро|where|failing|barring|in exchange|in return|en échange|з огляду|в обмін|en l'absence|за відсутності|faute)/iu;

const BODY =
  "parliament|house|storting|bundestag|riksdag|folketing|seimas|sejm|congress|senate|chambers?|assembl(?:y|ée)|parlements?|chambre|sénat|конгрес\\p{L}*|парламент\\p{L}*|сейм\\p{L}*|бундестаг\\p{L}*|рад[иуі]";
/** A promise that is put to a body first: "proposes to the Storting". */
export const PUT_TO = whole(
  [
    `(?:(?:will|would) )?(?:propos(?:e|es|ed|ing)|submit(?:s|ted)?|present(?:s|ed)?) (?:(?:it|this|them) )?to (?:the |this |our )?(?:\\p{L}+ )?(?:${BODY})`,
    `(?:asks?|asked|seeks?|sought|will (?:ask|seek)) (?:the )?(?:approval|consent|authori[sz]ation|mandate) (?:of|from) (?:the |this |our )?(?:${BODY})`,
    `(?:will be |(?:is|are) to be )?(?:put|laid|brought|submitted) (?:to|before) (?:the |this |our )?(?:${BODY})`,
    `(?:sera|seront|est|sont) (?:soumise?s?|présentée?s?) (?:à |au |aux )(?:la |l'|votre |notre )?(?:${BODY})`,
    `(?:soumettra|soumettront|soumet|demandera|demanderont) (?:l'accord |l'aval |l'approbation )?(?:à |au |aux |du |de )(?:la |l'|votre |notre )?(?:${BODY})`,
    `(?:винес\\p{L}+|под(?:асть|ано|ає)|внес\\p{L}+) (?:на розгляд |на схвалення )?(?:до |у )?(?:${BODY})`,
  ].join("|"),
);

/** The items of the list that it opens are conditions. */
export const CONDITIONS_FOLLOW =
  /(?<!(?:without|sans|без|no|any|autre|aucune?|жодних|інших) (?:autre |further |other )?)(?:(?:condition|prerequisite|requirement|préalable|proviso|caveat)s?|умов\p{L}{0,4}|вимог\p{L}{0,3})(?: (?:are|is|sont|est|such|suivantes?|following|met|such|такі))* ?:$|(?:if|provided that|once|only when|si|lorsque|dès que|à condition que|якщо|за умови, що|щойно|коли) ?:$/iu;
