// What names a kind of contribution, where a clause is known to promise something: broader than in `capabilities.ts`.
import type { ContributionKind } from "../../../pledge/contribution";
import { whole } from "../../language-rules";

type Words = readonly [english: string, french: string, ukrainian: string];

const TABLE: readonly (readonly [ContributionKind, Words])[] = [
  [
    "INDUSTRY_CO_PRODUCTION",
    [
      "co-?produc\\p{L}+|joint(?:ly)? (?:produc\\p{L}+|manufactur\\p{L}+|ventures?)|production lines?|(?:ammunition|drone|fuel|powder|arms) (?:plants?|factor(?:y|ies))|made (?:with|in) Ukraine|licen[cs]ed production",
      "coproduction|coproduir\\p{L}*|production (?:conjointe|commune|sous licence)|ligne de production|chaîne de production|usines?|construirons avec",
      "спільн\\p{L}+ (?:виробництв|підприємств|завод)\\p{L}*|спільного виробництва|завод\\p{L}*(?! з ремонт)|виготовля\\p{L}+|виробля\\p{L}+|експорт\\p{L}* (?:дрон|збро)\\p{L}+|лінію, на якій",
    ],
  ],
  [
    "MINE_CLEARANCE",
    [
      "mine[- ]?(?:clear|hunt|sweep)\\p{L}*|mine countermeasures|de-?min(?:ing|ers?)|clear(?:ing)? (?:sea )?mines|sappers?",
      "déminage|démin\\p{L}+|chasseurs? de mines|dragueurs? de mines|chasse aux mines|guerre des mines|sapeurs",
      "розмін\\p{L}+|тральщик\\p{L}*|протимінн\\p{L}+|саперів|сапери",
    ],
  ],
  [
    "STAFF_OFFICERS",
    [
      "(?:staff|liaison|planning) officers?|officers? (?:to|for|at) the (?:headquarters|staff)",
      "officiers? (?:d'état-major|de liaison|à l'état-major)|d'officiers à l'état-major",
      "штабн\\p{L}+ офіцер\\p{L}*|офіцер\\p{L}* (?:зв'язку|до штабу)",
    ],
  ],
  [
    "TRAINING",
    [
      "train(?:ing|ers?|ees?|s|ed)?|instructors?|instruction|recruits|cadets|Operation (?:Interflex|Unifier|Kudu)|simulators?",
      "formations?|formateurs?|instructeurs?|entraînement|entraîner\\p{L}*|former|formera|formeront|formerons|stagiaires|simulateurs?",
      "навча\\p{L}+|навч\\p{L}+|підготу\\p{L}+|підготовк\\p{L}+|вишк\\p{L}+|інструктор\\p{L}*|тренув\\p{L}+|готуватим\\p{L}+|курсант\\p{L}*",
    ],
  ],
  [
    "OBSERVERS",
    [
      "observers?|(?:ceasefire |truce )?monitors|observation mission|monitoring mission|peacekeepers|verify a ceasefire",
      "observateurs?|mission d'observation|vérificateurs",
      "спостерігач\\p{L}*|місі\\p{L}+ спостере\\p{L}+",
    ],
  ],
  [
    "MONITORING_SENSORS",
    [
      "monitoring|sensors?|surveillance (?:balloons?|systems?|drones?)|satellite imagery|imagery|radars?|verification|buoys|ceasefire mechanism",
      "surveillance du cessez-le-feu|mécanisme de surveillance|capteurs?|radars?|imagerie|bouées|détection",
      "моніторинг\\p{L}*|сенсор\\p{L}*|датчик\\p{L}*|радар\\p{L}*|супутников\\p{L}+ (?:знімк|зображ)\\p{L}+|виявленн\\p{L}+ дрон\\p{L}+|знімк\\p{L}+",
    ],
  ],
  [
    "GROUND_AIR_DEFENCE",
    [
      "(?:ground-based )?air[- ]defen[cs]e(?: systems?| batter\\p{L}+)?|Patriots?|IRIS-T|SAMP/T|NASAMS|Gepards?|Hawk|Skynex|interceptors?|anti-aircraft|RBS[- ]?70|S-300",
      "défense (?:aérienne|sol-air|antiaérienne|anti-aérienne)|anti-?drones?|Patriots?|IRIS-T|SAMP/T|NASAMS|intercepteurs|Crotale|VL Mica|Skynex",
      "ППО|протиповітрян\\p{L}+ оборон\\p{L}+|Patriot|IRIS-T|SAMP/T|NASAMS|Gepard|зенітн\\p{L}+|перехоплювач\\p{L}*|С-300|RBS-70",
    ],
  ],
  [
    "AIR",
    [
      "fighter(?: jets?| aircraft)?s?|aircraft|jets|air (?:policing|patrols?|surveillance|cover|support|power|assets)|F-16s?|Gripens?|Rafales?|Eurofighters?|Typhoons?|Mirages?|Tornados?|Wedgetail|helicopters?|squadron|tankers?|aerial refuelling|air component",
      "avions?(?! de transport)|Rafales?|Mirages?|Gripens?|F-16|police du ciel|surveillance (?:aérienne|de l'espace aérien)|chasseurs?|moyens aériens|hélicoptères?|escadr(?:on|ille)s?",
      "літак\\p{L}*|винищувач\\p{L}*|вертольот\\p{L}*|гелікоптер\\p{L}*|патрулюванн\\p{L}+ (?:повітряного|неба)|повітряного простору|авіаці\\p{L}+|ескадрил\\p{L}+|штурмовик\\p{L}*|F-16|Gripen",
    ],
  ],
  [
    "MARITIME",
    [
      "frigates?|corvettes?|destroyers?|warships?|patrol (?:boats?|vessels?)|naval|maritime|ships?|submarines?|vessels|undersea|cables|sea lanes",
      "frégates?|corvettes?|navires?|patrouilleurs?|moyens navals|maritimes?|navale?s?|vedettes|sous-marins?",
      "фрегат\\p{L}*|корвет\\p{L}*|корабл\\p{L}+|катер\\p{L}*|морськ\\p{L}+|суден|судна|підводн\\p{L}+",
    ],
  ],
  [
    "AMMUNITION",
    [
      "ammunition|shells?|rounds|missiles?|artillery (?:rounds|shells)|rockets|munitions?|bombs|cartridges",
      "munitions?|obus|missiles?|roquettes|cartouches|bombes",
      "боєприпас\\p{L}*|снаряд\\p{L}*|ракет\\p{L}*|набо(?:ї|їв)|постріл\\p{L}*|мін\\b|бомб\\p{L}*|порох\\p{L}*",
    ],
  ],
  [
    "COMMAND_HQ",
    [
      "headquarters|command (?:post|of)|commander|deputy commander|coordination cell",
      "état-major|quartier général|commandement|cellule de coordination|poste de commandement",
      "штаб\\p{L}*|командуванн\\p{L}+|координаційн\\p{L}+ (?:центр|осередок)",
    ],
  ],
  [
    "INTELLIGENCE",
    [
      "intelligence|reconnaissance|that picture",
      "renseignements?|reconnaissance",
      "розвідданн?\\p{L}+|розвідувальн\\p{L}+|розвідк\\p{L}+",
    ],
  ],
  [
    "BASING_HOST_NATION",
    [
      "host nation|bases?\\b(?! metal)|airports?|airfields?|staging|hangars?|depots?|warehouses?|barracks",
      "bases?|aéroports?|aérodromes?|entrepôts?|dépôts?|casernes",
      "баз[аиуою]|аеродром\\p{L}*|аеропорт\\p{L}*|склад(?:и|ів|ами|ах)|полігон\\p{L}*|казарм\\p{L}*",
    ],
  ],
  [
    "LOGISTICS_TRANSIT",
    [
      "logistics?|transit|airlift|sealift|air transport|maintenance|repair (?:hub|plant|centre|shop)|hub|strategic transport|rail|workshops?",
      "logistiques?|transit|transport(?: stratégique)?|maintenance|ateliers?|réparation|remise en état",
      "логістик\\p{L}+|транзит\\p{L}*|перевез\\p{L}+|ремонт\\p{L}*|транспортуванн\\p{L}+|обслуговуванн\\p{L}+ (?:технік|літак)\\p{L}*",
    ],
  ],
  [
    "TROOPS",
    [
      "(?:ground |land |combat )?(?:troops|forces|soldiers|units)|battalions?|brigades?|infantry|marines|boots on the ground|contingent|company of|armed forces|army|military (?:personnel|presence)|peacekeeping|combat",
      "troupes|soldats|militaires|hommes|bataillons?|compagnies?|contingent|présence militaire|combattants|unités? de combat|force (?:terrestre|militaire)",
      "військ\\p{L}*|солдат\\p{L}*|батальйон\\p{L}*|рот[аиуою]|бригад\\p{L}*|контингент\\p{L}*|піхот\\p{L}+|бойових ді\\p{L}+|підрозділ\\p{L}*|армі\\p{L}+",
    ],
  ],
  ["SANCTIONS", ["sanctions?|embargo", "sanctions?|embargo", "санкці\\p{L}+"]],
  [
    "RECONSTRUCTION_SECURITY",
    [
      "reconstruction|rebuilding|recovery|power grid|energy (?:grid|infrastructure)",
      "reconstruction|réseau (?:électrique|énergétique)",
      "відбудов\\p{L}+|відновленн\\p{L}+ (?:енерг|інфра)\\p{L}+|енергомереж\\p{L}+",
    ],
  ],
  [
    "TECHNOLOGY",
    [
      "technolog(?:y|ies)|cyber\\p{L}*|IT Coalition|satellite communications?|data cent(?:re|er)s?|software|lasers?",
      "technologies?|cyber\\p{L}*|communication par satellite|centre de données|lasers?|logiciels?",
      "технологі\\p{L}+|кібер\\p{L}+|центр даних|лазер\\p{L}*|супутников\\p{L}+ зв'яз\\p{L}+",
    ],
  ],
  [
    "EQUIPMENT",
    [
      "vehicles?|tanks?|drones?|howitzers?|equipment|armou?red|weapons?|generators?|trucks?|ambulances?|package|guns|launchers?|Leopards?|Hawkeis|Bushmasters?|CV90s?|Boxers|Strykers?|Marders?|Bradleys?|Abrams|Challengers?|M113s?|CAESARs?|Archers?|HIMARS|matériel|robots?|machines|Taurus|arms",
      "véhicules?|chars?|drones?|obusiers?|équipements?|blindés?|armes|armements?|générateurs?|camions?|ambulances?|paquet d'aide|matériels?|robots?|canons?|CAESAR",
      "машин\\p{L}*|танк\\p{L}*|дрон\\p{L}*|гаубиц\\p{L}*|обладнанн\\p{L}+|бронет\\p{L}+|зброї|збро\\p{L}+|генератор\\p{L}*|вантажівок|пакет\\p{L}* допомоги|технік\\p{L}+|броньовик\\p{L}*|гармат\\p{L}*|пікап\\p{L}*|Taurus|спорядженн\\p{L}+",
    ],
  ],
  [
    "FUNDING",
    [
      "(?:financial|military|budget|macro-financial) (?:support|assistance|aid)|loans?|grants?|funds?|funding|money|loan guarantees?|contribution",
      "aide (?:financière|militaire|budgétaire)|prêts?|dons?|fonds|financement|crédits?",
      "(?:фінансов|військов|бюджетн)\\p{L}+ (?:допомог|підтримк)\\p{L}+|кредит\\p{L}*|позик\\p{L}+|грант\\p{L}*|грош\\p{L}+|кошт\\p{L}+",
    ],
  ],
  [
    "OTHER",
    ["hospitals?|medical", "hôpital|hôpitaux|blessés", "госпітал\\p{L}*|лікарн\\p{L}+|поранен\\p{L}+"],
  ],
];

export const KIND_WORDS: readonly (readonly [ContributionKind, RegExp])[] = TABLE.map(([kind, words]) => [
  kind,
  whole(words.join("|")),
]);

/** A verb that makes those counted trainees. */
export const TRAINS = whole(
  "train(?:ing)?|be trained|form(?:er|era|eront|erons|ons|ent)|entraîn\\p{L}+|навч\\p{L}+|підготу\\p{L}+|готуватим\\p{L}+|вишкол\\p{L}+|тренув\\p{L}+",
);
