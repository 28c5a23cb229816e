import type { CueWords } from "./cue-words";

/** Those whose future is the infinitive with an ending; the -e of -re falls away. */
const REGULAR =
  "élargir|tester|rétablir|prolonger|lancer|imposer|vendre|acquérir|fabriquer|développer|gérer|dispenser|assumer|conduire|mener|animer|abriter|soigner|recevoir|étendre|compléter|mettre (?:en œuvre|en place)|fournir|livrer|consacrer|verser|allouer|débloquer|affecter|engager|donner|céder|transférer|former|entraîner|accueillir|héberger|financer|participer|contribuer|offrir|apporter|doter|équiper|stationner|diriger|commander|assurer|produire|mobiliser|ouvrir|partager|coordonner|renforcer|prêter|accorder|dépêcher|installer|réserver|rejoindre|augmenter|ajouter|porter|construire|réparer|investir|dégager|attribuer|patrouiller|escorter|surveiller|déminer|acheminer|expédier|attribuer|ajouter|aider|protéger|mettre|remettre|prendre|soutenir|maintenir|déployer|envoyer|acheter|acquérir|octroyer|doubler|détacher|placer|poster|coproduire|organiser|encadrer|instruire|créer|coopérer|convoyer|transporter|rapatrier|évacuer|traiter|héberger|loger|louer|reconvertir|moderniser|rénover|remettre en état|entretenir|rembourser|garantir|cofinancer|parrainer|subventionner|subvenir|couvrir|supporter|prendre en charge|mettre sur pied|monter|bâtir|ériger|rattacher|intégrer|affréter|commander|céder|vendre|tripler|accroître|étoffer|compléter|reconduire|poursuivre|abonder|injecter|appuyer|épauler|enseigner|apprendre|éduquer|conseiller|sécuriser|garder|défendre|veiller|relever|fabriquer|assembler|concevoir|participer|déminer|dépolluer|décaisser|payer|régler|acquitter|ravitailler|approvisionner|desservir|soigner|opérer|armer";
const FUTURE =
  "élargir|testr|tester|mettr|rétablir|prolonger|lancer|présenter|imposer|viser|travailler|servir|cèder|vendr|codiriger|fabriquer|développer|entretiendr|gérer|gèrer|dispenser|entretiendr|assumer|tiendr|conduir|mener|animer|abriter|soigner|recevr|convertir|lèver|lever|étendr|complèter|compléter|fourbir|accueiller|livrer|fournir|consacrer|verser|allouer|débloquer|affecter|engager|donner|céder|cèder|transférer|transfèrer|former|entraîner|héberger|financer|participer|contribuer|offrir|apporter|doter|équiper|stationner|diriger|commander|assurer|produir|mobiliser|ouvrir|partager|coordonner|renforcer|prêter|accorder|dépêcher|installer|réserver|rejoindr|augmenter|ajouter|porter|construir|réparer|investir|dégager|attribuer|patrouiller|escorter|surveiller|déminer|acheminer|expédier|aider|protéger|protègeer|mettr|remettr|prendr|soutiendr|maintiendr|déploier|enverr|achèter|acquerr|octroier|doubler|détacher|placer|coproduir|organiser|encadrer|instruir|créer|coopérer|joindr|convoier|transporter|rapatrier|évacuer|traiter|loger|louer|moderniser|rénover|rembourser|garantir|cofinancer|parrainer|subventionner|couvrir|supporter|prendr|monter|bâtir|rattacher|intégrer|affréter|tripler|accroîtr|étoffer|compléter|reconduir|poursuivr|abonder|injecter|appuier|épauler|enseigner|apprendr|conseiller|sécuriser|garder|défendr|veiller|relever|relèver|assembler|dépolluer|décaisser|paier|payer|régler|règler|ravitailler|approvisionner|opérer|armer|remplacer|lèguer|tirer|viendr";
const PARTICIPLES =
  "prolongé|ouvert|créé|construit|présenté|rétabli|lancé|placé|équipé|doté|produit|acheté|acquis|vendu|utilisé|dépensé|fourni|livré|envoyé|déployé|versé|formé|consacré|alloué|débloqué|mis (?:à (?:la )?disposition|de côté)|affecté|engagé|transféré|donné|cédé|remis|financé|octroyé|accordé|entraîné|accueilli|mobilisé|stationné|apporté|dépêché|réservé|prélevé|ajouté|dégagé|investi|inscrit|budgété|provisionné|mis en (?:œuvre|place)|instruit|encadré|soigné|évacué|acheminé|expédié|transporté|réparé|remis en état|modernisé|rénové|reconduit|étendu|porté à|doublé|triplé|augmenté|détaché|rattaché|intégré|partagé|garanti|couvert|pris en charge|organisé|installé|hébergé|échangé|commandé|attribué|prêté|loué";
const PRESENT =
  "consacre|verse|alloue|débloque|engage|octroie|accorde|envoie|déploie|livre|donne|cède|dépêche|finance|accueille|offre|propose|annonce|affecte|dégage|contribue|participe|apporte|mobilise|prête|détache|assure|organise|double|ajoute|réserve|attribue|garantit|investit|produit|achète";
const SAID = "annoncé|promis|offert|proposé|engagé";
const NOUNS =
  "engagements?|promesses?|offres?|contributions?|annonces?|disponibilité|volonté|intention|décision";
const NE = "(?:n'|ne )(?:y |en |leur |lui |les |la |le |l'|se |s'|nous )?";
const OUR = "(?:son|sa|ses|leurs?|notre|nos|l'|les?|la)";

export const FRENCH_CUES: CueWords = {
  will: [
    "(?:est|sont|sommes|se tien(?:t|nent)|se (?:dit|disent|déclare|déclarent)|nous tenons|serait|seraient|reste(?:nt)?) (?:également |aussi )?(?:prête?s?|disposée?s?) (?:à |de |d')?|propose(?:nt)? (?:de |d')|proposons (?:de |d')|(?:a|ont) proposé (?:de |d')|(?:sa|leur|notre) disponibilité à|(?:va|vont|allons|vais)|(?:s'engage(?:nt|ra|ront)?|(?:nous )?nous engageons|m'engage|se sont engagée?s|s'est engagée?) (?:également |aussi )?à|(?:a|ont|avons) (?:également |aussi |donc )?(?:décidé|choisi|convenu|promis|résolu|annoncé|accepté|résolu|arrêté) (?:de |d'|vouloir )|(?:s'apprête(?:nt)?|nous apprêtons|se prépare(?:nt)?|nous préparons|est appelée?|sont appelée?s|est en passe|sont en passe|a vocation|ont vocation) (?:à |de |d')|(?:veillera|veilleront|veillerons) à|se (?:propose(?:nt)?|charger(?:a|ont)) (?:de |d')|(?:est|sont) (?:en train|sur le point) (?:de |d')",
    "(?:décide(?:nt)?|décidons|promet(?:tent|tons)?|prévoi(?:t|ent)|prévoyons|compte(?:nt)?|comptons|entend(?:ent|ons)?|projett?e(?:nt)?|accepte(?:nt)?) (?:de |d')?|(?:est|sont|sommes) (?:décidée?s?|résolue?s?|déterminée?s?) à|(?:sa|leur|notre|son) (?:intention|décision|engagement|volonté) (?:de |d'|à )",
  ].join("|"),
  may: "(?:pourra|pourrai)(?:t|ent|ient|ons|ions)?|pourront|(?:peut|peuvent|pouvons)|(?:est|sont|sommes) (?:également |aussi )?(?:en mesure|ouverte?s?) (?:à |de |d')?|(?:envisage|étudie|examine)(?:nt)? (?:aussi |également )?(?:(?:la possibilité|l'idée|l'option) )?(?:de |d')|(?:envisageons|étudions|examinons) (?:aussi |également )?(?:(?:la possibilité) )?(?:de |d')|souhaite(?:nt|rait|raient)?|souhaitons|espère(?:nt)?|espérons|voudrai(?:t|ent)|(?:songe(?:nt)?|songeons|réfléchi(?:t|ssent|ssons)|pense(?:nt)?|pensons|cherche(?:nt)?) à|(?:serai(?:t|ent)) (?:en mesure|ouverte?s?) (?:de |d'|à )|(?:n'écarte(?:nt)? pas|n'écartons pas|n'a pas exclu|n'ont pas exclu) (?:(?:la possibilité|l'idée|l'hypothèse) )?(?:de |d')|espérer|(?:est|sont) (?:susceptible|en droit|tentée?)s? (?:de |d')|n'exclu(?:t|ent|ons) pas (?:de |d')",
  willNot: [
    `${NE}(?:va|vont|allons|veut|veulent|peut|peuvent|pouvons|pourra|pourront|pourrait|entend|entendent|compte|comptent|prévoit|prévoient|souhaite|souhaitent|envisage|envisagent|cherche|cherchent|chercher(?:a|ont)|saurai(?:t|ent)|peux|veux|voulons|entendons|comptons|prévoyons|envisageons|souhaitons|pourrons) (?:pas|plus|aucunement|jamais|nullement|point)(?: de| d')?`,
    `${NE}(?:a|ont|avons) (?:pas l'intention|aucune intention|nullement l'intention) (?:de |d')|${NE}(?:est|sont|sommes|sera|seront) (?:pas|plus) (?:prête?s?|disposée?s?|en mesure) (?:à |de |d')`,
    "(?:refus|renonc|exclu)(?:e|ent|ons|ons|t|ra|ront) (?:de |d'|à )?|(?:a|ont|avons) (?:refusé|exclu|renoncé) (?:de |d'|à )|(?:a|ont|avons) (?:décidé|choisi|convenu) de ne (?:pas|plus|jamais)|(?:n'est|ne sont|n'est|ne serai(?:t|ent)) (?:nullement|en aucun cas) (?:prête?s?|disposée?s?) à|s'abstien(?:t|nent|dra|dront) de",
  ].join("|"),
  verbs: `(?:être )?(?:${PARTICIPLES})e?s?|(?:continuer (?:à |de |d'))?(?:y |en |lui |leur )?(?:${REGULAR}|prendre part|se joindre)`,
  between:
    "également|aussi|par ailleurs|en parallèle|de surcroît|d'autre part|de (?:son|leur|notre) côté|pour (?:leur|notre|ma) part|à terme|dans un premier temps|de nouveau|à nouveau|au besoin|bien|même|toujours|chacune?|ensemble|conjointement|tou(?:te)?s(?: (?:deux|les deux|trois))?|ainsi|donc|ensuite|encore|désormais|bientôt|immédiatement|notamment|être|de|d'|à|en outre|de plus|pour sa part|\\p{L}+ment|continuer|commencer à|respectivement|dès \\p{L}+",
  wills: [
    "fer(?:a|ont|ons) don|(?:prévoi(?:t|ent)|prévoyons|réserv(?:e|ent|ons)|affect(?:e|ent))(?= (?:\\d|un|de (?!l)|des|quelque|près|environ|jusqu))|(?:a|ont|avons) (?:également |aussi |donc )?(?:inscrit|budgété|provisionné|prévu|arrêté|validé)(?: au budget| dans (?:le|son|leur) budget)?|(?:jouer|prendr)(?:a|ont|ons) (?:sa|leur|notre) part|(?:aura|auront) la charge|f(?:ait|ont) don|continuer(?:a|ont|ons) (?:de |d'|à )",
    `(?:y |en |leur |lui )?(?:${FUTURE})(?:ait|aient|ions)(?: part| à (?:la )?disposition)?`,
    `iront|ira à|(?:y |en |leur |lui |se |s')?(?:${FUTURE})(?:a|ont|ons|ai)(?: part| (?:à (?:la )?disposition|en place|à bord))?`,
    `(?:sera|seront) (?:\\p{L}+ment |également |aussi )?(?:${PARTICIPLES})e?s?|(?:est|sont) (?:mise?s? (?:à (?:la )?disposition|de côté)|prévue?s?|réservée?s?|affectée?s?)`,
    `(?:${PRESENT})(?:nt)?|(?:fourni(?:t|ssent|ssons)|promet(?:tent|tons)?|mett?(?:ent|ons)? à (?:la )?disposition|prend(?:ent|nent)? part)|(?:consacr|vers|allou|débloqu|octroy|accord|envoy|déploy|livr|donn|céd|financ|accueill|offr|propos|annonç|dégag|contribu|particip|apport|mobilis|form|engag)e?ons`,
    `(?:a|ont|avons|ai) (?:également |aussi |donc )?(?:${SAID}|alloué|débloqué|réservé|approuvé|octroyé|accordé|consacré|affecté|mis de côté|dégagé)`,
  ].join("|"),
  mays: `(?:est|sont|serait) (?:également |aussi )?(?:prête?s?|disposée?s?) à (?:envisager|examiner|étudier|discuter)|n'exclu(?:t|ent|ons) pas|(?:est|sont|serait) (?:ouverte?s? à|à l'étude|à l'examen|envisagée?s?)|pourrai(?:t|ent) être \\p{L}+|(?:envisag|étudi|examin)e(?:nt|ons)?|étudions|examinons|réfléchi(?:t|ssent) à|(?:est|sont) (?:prête?s?|disposée?s?) pour`,
  refuses: [
    "il n'y aura (?:pas|aucun)|(?:n'est|ne sont) pas (?:envisagée?s?|prévue?s?|à l'ordre du jour|question)|n'avai(?:t|ent) (?:pas|aucune) (?:l')?intention|(?:aucune?|nul(?:le)?) [^,.;:]{1,50} (?:ne |n')(?:y )?\\p{L}+(?:a|ont)(?= |$)|(?:n'est|ne sont) (?:aucunement |nullement )?(?:à l'étude|sur la table)|(?:est|sont|reste(?:nt)?|demeure(?:nt)?) (?:exclue?s?|hors de question)|il est (?:exclu|hors de question)|en aucun cas",
    `${NE}(?:${FUTURE})(?:a|ont|ons|ai|ait|aient|ions) (?:pas|plus|aucune?|ni|jamais|point)`,
    `${NE}(?:sera|seront) (?:pas|plus) (?:${PARTICIPLES})e?s?|aucune? (?=[^,.;]{1,40} ne ser)|${NE}(?:${PRESENT}|fournit|met)(?:nt)? (?:pas|plus|aucune?|ni)`,
    "exclu(?:t|ent|ons|ra)|refuse(?:nt)?|(?:a|ont) (?:exclu|refusé)|s'oppose(?:nt)? à|renonce(?:nt)? à|(?:il n'est|il ne saurait être) pas question",
  ].join("|"),
  done: `(?:a|ont|avons) (?:déjà |également |aussi )?(?:livré|envoyé|fourni|formé|versé|donné|reçu|transféré|remis|déployé|cédé|entraîné|accueilli|financé|dépensé|expédié|apporté|équipé|acheté|acheminé|évacué|soigné|construit|ouvert|perdu|tiré|achevé)|(?:a|ont) été (?:déjà )?(?:${PARTICIPLES})e?s?|(?:est|sont) (?:déjà )?arrivée?s?|livra|envoya|versa|fournit en`,
  asks: "(?:forme(?:nt)?|exprime(?:nt)?|ont formé) le vœu|vœu que|(?:appel|demand|exhort|invit|attend|press|remerci|salu|félicit)(?:e|ent|ons|é|ait|le|lent|lons|a)? (?:à |de |d')?|doi(?:t|vent)|doivent|devons|devrai(?:t|ent)|devra|devront|il faut|faudrait|il convient|souhaite(?:nt)? que|espère(?:nt)? que|attend(?:ent|ons)?(?: de| que)?|exige(?:nt)?|réclame(?:nt)?",
  others:
    "est|sont|était|étaient|a|ont|avait|avaient|fut|furent|reste(?:nt)?|dit|indique(?:nt)?|précise(?:nt)?|souligne(?:nt)?|déclare(?:nt)?|ajoute|compte|explique(?:nt)?|répond(?:ent)?|raconte|estime(?:nt)?|avertit|plaisante|(?:a|ont) (?:dit|déclaré|précisé|souligné|ajouté|expliqué|répondu|estimé|averti|raconté|noté|relevé)",
  repeats:
    `(?:confirm(?:e|ent|ons|ait|a|ant)|(?:a|ont|avons) confirmé) (?:également |aussi )?(?:${OUR}) ?(?:${NOUNS})|` +
    "(?:(?:a|ont|avait|avaient) )?de nouveau (?:indiqué|annoncé|promis|assuré|déclaré|dit)|(?:(?:a|ont|avons) )?(?:à|de) nouveau (?:indiqué|annoncé|promis|assuré|déclaré|dit)|(?:indiqu|annonc|promet|assur|déclar)(?:e|ent|tent)? (?:à|de) nouveau|(?:(?:a|ont|est|sont|avait|avaient) )?déjà (?:été )?(?:alloué|débloqué|réservé|inscrit|budgété|provisionné)e?s?|avai(?:t|ent) (?:déjà )?(?:promis|annoncé)|(?:rappel|réaffirm|réitèr|répèt|renouvel|reconfirm)(?:le|lent|e|ent|lait|ait|ant|lant)|(?:rappel|réaffirm|réitér|répét|renouvel|reconfirm)(?:ons|ant|a|é)|(?:a|ont|avons) (?:rappelé|réaffirmé|réitéré|répété|renouvelé)|s'en tien(?:t|nent) à|(?:maintien|tien|honor|respect)(?:t|nent|dra|e|ent|era|eront) (?:son|sa|ses|leurs?|notre|nos) (?:engagement|promesse|offre|parole|décision|annonce|contribution)s?|reste(?:nt)? (?:attachée?s?|fidèles?) à|demeure(?:nt)? engagée?s?",
  confirms: "confirm(?:e|ent|ons|ait|a|ant)|(?:a|ont|avons) confirmé",
  asBefore: `comme [^,.;]{1,40} (?:s'y (?:est|sont|était|étaient) engagée?s?|l'a(?:vait|vaient)? (?:déjà )?(?:annoncé|promis|dit|indiqué))|(?:ainsi|tel|telle) qu'(?:elle|il|ils|elles|on) (?:l'(?:a|ont|avait|avaient) |s'y (?:est|était|sont) )(?:déjà )?(?:${SAID}|indiqué|déclaré|dit)e?s?|rendue?s? publique?s? (?:en|le|au|lors|dès)|(?:n'est|ne sont) pas (?:nouveau|nouvelle|nouveaux|nouvelles|un engagement nouveau)|rien de nouveau|(?:comme|ainsi que|tel que|telle que) (?:(?:elle|il|nous|cela|ce fut) )?(?:l')?(?:a |ont |avons |avait |était |été |déjà |précédemment )*(?:${SAID}|indiqué|déclaré|convenu|prévu|dit|décidé)e?s?|(?:décidé|annoncé|promis|convenu)e?s? (?:en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|20\\d\\d)|l'an dernier|l'année dernière|au printemps|à l'automne|cet? (?:été|hiver))|(?:déjà|précédemment|antérieurement) (?:${SAID})e?s?|${OUR} (?:précédents? |récents? )?(?:${NOUNS}) (?:antérieure?s?|précédente?s?|existante?s?|de (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre))|conformément à (?:son|sa|ses|leurs?|notre|nos)`,
  announced: `(?:${SAID}|prévu)e?s? (?:en|le|au|à|lors|l'an|l'année|la semaine|dès|avant)`,
  and: ",? et (?:à |de |d'|également |aussi |ensuite )?|, (?:à |de |d'|également |puis )?|; |,? puis |,? ou (?:à |de |d')?|,? ainsi que ",
  joins:
    ";|:|,? (?:et|mais|tandis que|alors que|cependant que|quoique|bien que|puis) |, (?:qui |dont |où |que )?| (?:que|qui|qu')(?: )?| - | – | — ",
  we: "nous|notre (?:pays|gouvernement|armée|marine|nation)|nos (?:forces|armées)|je|j'|mon (?:pays|gouvernement)",
  weForm: "(?:ons|ions)(?= |$)|^(?:nous|m'|notre)",
  same: "il|elle|ils|elles|(?:le|son|leur) (?:gouvernement|ministre|ministère|président|premier ministre|chancelier)|les (?:deux|trois|quatre)(?: (?:pays|gouvernements|États))?|tous (?:deux|trois|les deux)|toutes (?:deux|les deux)|le pays|ce dernier|cette dernière|chacune?|l'une? et l'autre",
  denies: "ni|aucun (?:pays|État)|aucune? des",
  bothOf:
    "(?:les|nos|ces|chacun des|chacune des) (?:deux|trois|quatre|cinq|six|sept|huit) (?:pays|États|gouvernements|parties|nations)|nos (?:pays|gouvernements)|tous (?:deux|les deux|trois)|les deux",
  perhaps: "peut-être|éventuellement|le cas échéant",
  strangers:
    "certains(?: d'entre vous)?|la Russie|Moscou|le Kremlin|le Bélarus|la Chine|l'Iran|l'ennemi|l'agresseur|(?:les|ses|nos|leurs|des|d'autres|les autres) (?:partenaires|alliés|pays|États|industriels|entreprises)|d'autres|personne|nul",
  offices:
    "gouvernement|président|ministre|ministère|armée|marine|défense|parlement|chancelier|parties?|autorités|État|forces|présidente|présidence|Première?|premier|budget|contribution|contingent|délégation",
  prepositions:
    "en|à|au|aux|pour|de|des|du|d'|contre|avec|entre|près|chez|par|vers|sur|dans|sous|sans|depuis|hors|via|envers|comme|selon|remercie|salue",
  nameJoins:
    ",? (?:et|ainsi que|de même que|avec|aux côtés de|conjointement avec|de concert avec|comme)(?: (?:la|le|les|l'))? ?|, (?:(?:la|le|les) |l')?| / |/",
  together:
    "ensemble|conjointement|en commun|de concert|collectivement|à (?:deux|trois|quatre)|conjointe?s?(?! (?:déclaration))|à parts égales|pour moitié chacune?|moitié-moitié|en commun|côte à côte|à eux (?:deux|trois)",
  each: "chacune?|l'une? et l'autre|chaque pays|tous deux|toutes deux|par pays",
  behalf:
    "au nom (?:de |des |du |d')(?:la |l'|les )?|pour le compte (?:de |des |du |d')(?:la |l'|les )?|représentant ",
  respectively: "respectivement|dans cet ordre",
  history:
    "depuis (?:le|la|20|l'|trois|deux|quatre)[^,.;]{0,20}|à ce jour|jusqu'(?:ici|à présent)|l'an dernier",
};
