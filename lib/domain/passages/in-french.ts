import { whole, type LanguageRules } from "./language-rules";

const MEANS = "(?:troupes|soldats|forces|militaires|armes|missiles|avions|navires)";
const FRONT = "(?:de la ligne de (?:front|contact)|du front)";

export const FRENCH: LanguageRules = {
  peoples: {
    AL: "albanaise?s?",
    AT: "autrichien(?:ne)?s?",
    AU: "australien(?:ne)?s?",
    BE: "belges?",
    BG: "bulgares?",
    CA: "canadien(?:ne)?s?",
    CH: "suisses?",
    CY: "chypriotes?",
    CZ: "tchèques?",
    DE: "allemande?s?",
    DK: "danoise?s?",
    EE: "estonien(?:ne)?s?",
    ES: "espagnole?s?",
    FI: "finlandaise?s?",
    FR: "française?s?",
    GB: "britanniques?",
    GR: "grec(?:que)?s?",
    HR: "croates?",
    HU: "hongroise?s?",
    IE: "irlandaise?s?",
    IS: "islandaise?s?",
    IT: "italien(?:ne)?s?",
    JP: "japonaise?s?",
    LT: "lituanien(?:ne)?s?",
    LU: "luxembourgeoise?s?",
    LV: "letton(?:ne)?s?",
    ME: "monténégrine?s?",
    NL: "néerlandaise?s?",
    NO: "norvégien(?:ne)?s?",
    NZ: "néo-zélandaise?s?",
    PL: "polonaise?s?",
    PT: "portugaise?s?",
    RO: "roumaine?s?",
    SE: "suédoise?s?",
    SI: "slov[eè]nes?",
    SK: "slovaques?",
    TR: "turcs?|turques?",
    UA: "ukrainien(?:ne)?s?",
    US: "américaine?s?",
  },
  seats: {
    Kiev: "UA",
    Kyiv: "UA",
    Washington: "US",
    "Maison Blanche": "US",
    Londres: "GB",
    Paris: "FR",
    Berlin: "DE",
    Varsovie: "PL",
    Rome: "IT",
    Ankara: "TR",
    Ottawa: "CA",
    Stockholm: "SE",
    Madrid: "ES",
  },
  acts: "(?:n['’]|s['’]|ne |se |a |est |va |veut|voudrait|dit|propose|demande|attend|refuse|accepte|annonce|promet|pourrait|doit|souhaite|exige)",
  sealed: whole(
    "n['’](?:a|ont) pas (?:donné|communiqué|précisé|indiqué|révélé) (?:de |le |les |son |leur |l['’])(?:chiffres?|nombre|effectifs?|taille)" +
      "|ne (?:donne|communique|précise|révèle|dévoile)(?:nt)? pas (?:de |le |les |son |leur |l['’])(?:chiffres?|nombre|effectifs?|taille)",
  ),
  model:
    /(?<![\p{L}])(avions?|hélicoptères?|navires?|frégates?|systèmes?|missiles?|chars?|véhicules?|drones?) \p{Lu}[\p{L}\d-]{1,40}(?: \p{Lu}?[\d-]{1,10}\w{0,10})?/gu,
  thisYear: whole("cette année|l['’]année en cours"),
  endOfYear: whole(
    "(?:d['’]ici|avant|jusqu['’]à) (?:à )?(?:la )?fin (?:de )?(?:(?:l['’]|cette )année|(\\d{4}))",
  ),
  begins:
    "uniquement si|seulement si|si|lorsque|une fois|après|dès que|dès|jusqu['’]à ce que|à moins que|pourvu que|à condition que|à condition d['’]|à condition de|sous réserve de|sous réserve d['’]|sous réserve que|en cas de|avec(?= (?:un |le )?mandat)",
  usual: [
    ["RENEWED_ATTACK", whole("(?:nouvelle|autre) (?:attaque|agression)|reprise de l['’]agression")],
    ["US_MONITORING_ACTIVE", whole("surveillance (?:américaine|par les États-Unis)")],
    [
      "CEASEFIRE_IN_FORCE",
      whole("cessez-le-feu|trêve|armistice|combats (?:auront |ont )?cess\\p{L}+|fin des combats"),
    ],
    ["PEACE_AGREEMENT_SIGNED", whole("paix")],
    ["INTERNATIONAL_MANDATE", whole("mandat (?:international|de l['’]ONU|des Nations unies)")],
    ["UKRAINE_REQUEST", whole("demande (?:de l['’]Ukraine|de Kiev|de Kyiv|ukrainienne)")],
  ],
  backing: /(?<![\p{L}])(?:garanties?|soutien)(?: de sécurité)? (?:de la |de l['’]|des |du |de |d['’])$/iu,
  priorities: [
    [
      5,
      whole(
        "coopération (?:de|en matière de) défense(?: à long terme)?|coproduction|production (?:conjointe|commune)",
      ),
    ],
    [1, whole("surveillance (?:du|d['’]un) cessez-le-feu|missions? d['’]observation|observateurs")],
    [
      4,
      whole(
        "garanties? de sécurité|(?:riposte|réponse) (?:à|en cas de) (?:une |toute )?(?:nouvelle )?(?:agression|attaque)|nouvelle agression",
      ),
    ],
    [3, /(?<![\p{L}])déminage(?: (?:en|dans la) mer \p{Lu}\p{L}+)?/gu],
    [
      3,
      whole(
        "(?:surveillance|défense|police|couverture) aérienne|patrouilles? aériennes?|force (?:multinationale|de dissuasion|de réassurance|de stabilisation)|(?:capacités?|forces?|moyens) (?:aérien(?:ne)?s?|navale?s?|terrestres?)|déployer|déploiements?|déploiera|déploieront",
      ),
    ],
    [
      2,
      whole(
        "(?:aide|assistance|soutien) militaire|munitions|formation|former|formera|formeront|livraisons? d['’]armes",
      ),
    ],
  ],
  caveats: [
    [
      "NOT_ON_CONTACT_LINE",
      whole(`loin ${FRONT}|pas (?:près ${FRONT}|sur la ligne de (?:front|contact))|à l['’]arrière ${FRONT}`),
    ],
    ["NO_GROUND_COMBAT", whole("(?:sans|pas de) (?:mission|rôle|troupes) de combat")],
    [
      "GEOGRAPHIC",
      whole(
        "sur le (?:territoire|sol) (?:de l['’]OTAN|allié|voisin|d['’]États voisins)|(?:uniquement |seulement )?dans l['’]ouest de l['’]Ukraine|hors d['’]Ukraine",
      ),
    ],
    ["SUPPORT_ROLE_ONLY", whole("(?:dans|en) un rôle de soutien|en soutien (?:uniquement|seulement)")],
    [
      "DURATION",
      whole(
        "pour (?:au plus|au maximum) [\\p{L}\\d-]+ (?:semaines|mois|ans)|pour [\\p{L}\\d-]+ (?:semaines|mois|ans) (?:tout )?au (?:plus|maximum)",
      ),
    ],
  ],
  refusals: [
    whole(
      `n(?:e |['’])(?:enverra|déploiera|fournira|engagera|participera|enverront|déploieront|fourniront|engageront|participeront) pas(?: de ${MEANS})?(?: en Ukraine)?` +
        `|(?:exclu(?:t|ent|ra)|refuse(?:nt)?) (?:d['’]envoyer|de déployer|l['’]envoi|tout envoi|le déploiement|tout déploiement)(?: (?:de |des )?${MEANS})?(?: en Ukraine)?`,
    ),
  ],
  bodies: [
    { words: "[Pp]arlement", kind: "PARLIAMENT_VOTE", body: "Parlement" },
    { words: "Chambre des communes", kind: "PARLIAMENT_VOTE", body: "House of Commons" },
    { words: "Chambre des (?:députés|représentants)", kind: "PARLIAMENT_VOTE" },
    { words: "Congrès", kind: "RATIFICATION", body: "Congress of the United States" },
    { words: "Conseil de sécurité", kind: "INTERNATIONAL_MANDATE", body: "Security Council" },
  ],
  asks: "(?:l['’]|un |le |son )?(?:accord|approbation|aval|feu vert|vote|ratification|mandat|autorisation|consentement) (?:du |de la |de l['’]|des |d['’])",
  government: whole("(?:son|leur|le) (?:propre )?gouvernement|(?:le )?conseil des ministres"),
  decides: whole(
    "décid\\p{L}*|décision|accord|approuv\\p{L}*|approbation|vote\\p{L}*|autoris\\p{L}*|consent\\p{L}*",
  ),
};
