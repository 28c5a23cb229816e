// What names a kind of contribution: the wider words.
import type { KindTable } from "./exact-kinds";

export const WIDER_KINDS: KindTable = [
  [
    "AMMUNITION",
    [
      "ammunition|shells?|rounds|missiles?|artillery (?:rounds|shells)|rockets|munitions?|bombs|cartridges|grenades|mortar (?:bombs|rounds)|propellants?|explosives|warheads|Storm Shadows?|SCALPs?|ATACMS",
      "munitions?|obus|missiles?|roquettes|cartouches|bombes|grenades|poudres?|explosifs|gros calibre|SCALP",
      "боєприпас\\p{L}*|снаряд\\p{L}*|ракет\\p{L}*|набо(?:ї|їв)|постріл\\p{L}*|(?:авіа)?бомб(?!осх)\\p{L}*|порох\\p{L}*|гранат(?!омет)\\p{L}*|патрон\\p{L}*|вибухівк\\p{L}+|Storm Shadow|SCALP|боєкомплект\\p{L}*",
    ],
  ],
  [
    "COMMAND_HQ",
    [
      "headquarters|command (?:post|of)|commander(?! (?:la|le|l'|une?|des|les) )|chief of staff|deputy commander|coordination cell|(?:operations|planning|coordination) (?:cell|centre|center)|command staff|command structure|command and control",
      "état-major|quartier général|commandement|cellule de (?:coordination|planification)|postes? de commandement|centre (?:d'opérations|de commandement|de coordination)|QG|structure de commandement|chef d'état-major",
      "штаб\\p{L}*|командуванн\\p{L}+|координаційн\\p{L}+ (?:центр|осеред|комірк)\\p{L}*|командн\\p{L}+ (?:пункт|центр)\\p{L}*|командир\\p{L}*|начальник\\p{L}* штабу",
    ],
  ],
  [
    "INTELLIGENCE",
    [
      "intelligence|reconnaissance|that picture|situational awareness|ISR|surveillance data|early-warning data|targeting data",
      "renseignements?|reconnaissance|données de ciblage|appréciation de la situation",
      "розвідданн?\\p{L}+|розвідувальн\\p{L}+(?: дан\\p{L}+| інформаці\\p{L}+)?|розвідк\\p{L}+|ситуаційн\\p{L}+ обізнан\\p{L}+|доступ\\p{L}* до (?:\\p{L}+ )?даних",
    ],
  ],
  [
    "BASING_HOST_NATION",
    [
      "host nation|overflights?|airspace|bases?\\b(?! metal)|airports?|airfields?|staging|hangars?|depots?|warehouses?|barracks|air ?bases?|garrisons?|training (?:grounds?|areas?)|overflight|ports?|harbou?rs?|territory|storage (?:sites?|facilit\\p{L}+)|fuel storage|accommodation|(?:field|base|tent|military|transit|army|training|container) camps?|camps? (?=for|with)",
      "bases?|aéroports?|aérodromes?|entrepôts?|dépôts?|casernes|hangars?|ports?|plateformes? aériennes?|bases? aériennes?|terrains? (?:militaires?|d'entraînement)|garnisons?|survol|camps?(?: (?:de base|militaires?|de tentes))?|cantonnements?",
      "баз[аиуою]|аеродром\\p{L}*|аеропорт\\p{L}*|склад(?:и|ів|ами|ах)|полігон\\p{L}*|казарм\\p{L}*|авіабаз\\p{L}*|порт(?:и|ів|у|ах)?|ангар\\p{L}*|летовищ\\p{L}+|гарнізон\\p{L}*|сховищ\\p{L}+",
    ],
  ],
  [
    "LOGISTICS_TRANSIT",
    [
      "logistics?|transit|railways?|(?:transit |supply |land )?corridors?|border crossings?|airlift|sealift|air transport|maintenance|repair (?:hub|plant|centre|shop)|hubs?|strategic transport|rail|workshops?|transport(?! aircraft| planes?)|medical evacuation|medevac|resupply|overhaul|spare parts|(?<!(?:will|to|would|could|can|also|and|jointly|help|'ll) )repairs?|supply (?:route|line|chain)s?|fuel(?! plant)|convoys?",
      "logistiques?|hubs?|capacité de transit|transit|corridors?|voies? ferrées?|transport(?: stratégique)?|maintenance|ateliers?|réparations?|remise en état|acheminement|convois?|évacuations? (?:sanitaires?|médicales?)|ravitaillement|pièces (?:de rechange|détachées)|carburants?|postes?-frontières?|postes? frontaliers?|points? de passage|soutien logistique|pont aérien|ferroviaires?",
      "логістик\\p{L}+|логістичн\\p{L}+|хаб\\p{L}{0,3}|вуз(?:ол|л\\p{L}+)|пропускн\\p{L}+ спроможн\\p{L}+|пропуска(?:тим\\p{L}+|ти)|пропуст(?:ить|ять|имо|ити)|коридор\\p{L}*|транзит\\p{L}*|перевез\\p{L}+|ремонт\\p{L}*|транспортуванн\\p{L}+|обслуговуванн\\p{L}+|залізнич\\p{L}+|постачанн\\p{L}+ палив\\p{L}*|запчастин\\p{L}*|запасн\\p{L}+ частин\\p{L}*|медичн\\p{L}+ евакуаці\\p{L}+|пальн\\p{L}+|майстерн\\p{L}+|евакуаці\\p{L}+|доставленн\\p{L}+ вантаж\\p{L}*",
    ],
  ],
  [
    "TROOPS",
    [
      "(?:CBRN|NBC|chemical(?: defen[cs]e| protection)?) (?:teams?|specialists|units?)|(?:ground |land |combat )?(?:troops|forces|soldiers?|units)|(?:ground|land|combat) force|(?:ground|land) (?:contributions?|components?|elements?)|battalions?|brigades?|infantry|marines|boots(?! for)|contingent|company of|armed forces|army|military (?:personnel|presence)|peacekeeping|combat(?! (?:vehicles?|boats?|aircraft|helicopters?|engineer|drones?))|paratroopers|servicemen|service members|servicewomen|gendarmes|regiments?|platoons?|battlegroups?|special forces|border guards?|commandos|engineers|troop contribution",
      "(?:contribution|composante|présence) terrestre|(?:équipes?|unités?|spécialistes) (?:de [\\p{L} ]{0,24})?(?:NRBC|protection chimique)|troupes|soldats?|militaires|hommes|bataillons?|compagnies?|contingent|présence (?:militaire|terrestre|au sol)|combattants|unités? de combat|force (?:terrestre|militaire)|régiments?|brigades?|fantassins|parachutistes|gendarmes|forces (?:spéciales|terrestres)|sections? d'infanterie|groupements? tactiques?|infanterie|garde-frontières?|légionnaires|génie",
      "військ(?!ов\\p{L}+ (?:допомог|підтримк|технік|обладнан|спорядж|продукц|пакет|витрат|бюджет))\\p{L}*|бойов\\p{L}+ (?:частин|груп)\\p{L}*|солдат\\p{L}*|батальйон\\p{L}*|рот[аиуою]|бригад\\p{L}*|контингент\\p{L}*|піхот\\p{L}+|бойових ді\\p{L}+|підрозділ\\p{L}*|армі\\p{L}+|військовослужбовц\\p{L}+|бійц\\p{L}+|вояк\\p{L}*|десант\\p{L}*|полк(?:и|ів|у)?|взвод\\p{L}*|морпіх\\p{L}*|спецназ\\p{L}*|тактичн\\p{L}+ груп\\p{L}+|хімік(?:и|ів|ами)|жандарм\\p{L}*|прикордонник\\p{L}*|сухопутн\\p{L}+ (?:сил|компонент)\\p{L}*",
    ],
  ],
  [
    "SANCTIONS",
    [
      "sanctions?|(?<!(?:proceeds|profits|revenues?|income|interest) (?:of|from|on) (?:the )?(?:\\p{L}+ )?)(?:frozen|immobili[sz]ed) (?:russian )?assets|(?:restrictive|punitive|economic) measures|embargo|(?:oil )?price cap|export (?:bans?|controls?)|asset freezes?|shadow fleet|blacklist\\p{L}*",
      "sanctions?|(?<!(?:produits|intérêts|revenus|profits) (?:des |d')(?:\\p{L}+ )?)avoirs (?:gelés|immobilisés)|embargo|plafonnement|gel des avoirs|flotte fantôme|mesures restrictives",
      "санкці\\p{L}+|мит(?:а|о|ом|ами) (?:на|проти|для)|ембарго|тіньов\\p{L}+ флот\\p{L}*|цінов\\p{L}+ стел\\p{L}+|обмежувальн\\p{L}+ заход\\p{L}+|обмеженн\\p{L}* проти",
    ],
  ],
  [
    "RECONSTRUCTION_SECURITY",
    [
      "restor\\p{L}+ (?:the )?(?:power|electricity|heating)|reconstruction|rebuilding|recovery(?! vehicles?)|power grid|energy (?:grid|infrastructure|facilities)|transformers?|substations?|power (?:plants?|stations?)|shelters?|critical infrastructure|rebuild",
      "(?:rétabli|remettr)\\p{L}* (?:le courant|l'électricité|le chauffage)|reconstruction|réseau (?:électrique|énergétique)|transformateurs?|infrastructures? (?:critiques?|énergétiques?)|centrales?(?= électriques?)|abris|reconstruire",
      "відбудов\\p{L}+|відновленн\\p{L}+ (?:енерг|інфра)\\p{L}+|енергомереж\\p{L}+|трансформатор\\p{L}*|підстанці\\p{L}+|критичн\\p{L}+ інфраструктур\\p{L}+|укритт\\p{L}+|бомбосховищ\\p{L}*|дитяч\\p{L}+ сад\\p{L}+|школ\\p{L}+|котелен\\p{L}*|котельн\\p{L}+|сонячн\\p{L}+ (?:панел|станці)\\p{L}+|водогін|водогон\\p{L}*|водопостачанн\\p{L}+|електромереж\\p{L}*|газопоршнев\\p{L}+|модульн\\p{L}+ (?:будин|житл)\\p{L}+|електростанці\\p{L}+|когенераці\\p{L}+|реконструкці\\p{L}+",
    ],
  ],
  [
    "TECHNOLOGY",
    [
      "technolog(?:y|ies)|cyber\\p{L}*|IT Coalition|satellite communications?|data (?:fusion )?cent(?:re|er)s?|software|lasers?|artificial intelligence|AI(?= (?:systems?|tools?|models?|software|targeting|drones?))|electronic warfare|jammers?|encrypted (?:radios?|services|communications)|satellite (?:capacity|bandwidth|terminals)|Starlink|research",
      "technologies?|cyber\\p{L}*|constellations?|(?:services|communications) chiffrée?s|communication par satellite|centre de données|fusion des données|lasers?|logiciels?|intelligence artificielle|guerre électronique|brouilleurs?|recherche",
      "технологі\\p{L}+|кібер\\p{L}+|центр даних|лазер\\p{L}*|супутников\\p{L}+ зв'яз\\p{L}+|штучн\\p{L}+ інтелект\\p{L}*|програмн\\p{L}+ забезпеченн\\p{L}+|радіоелектронн\\p{L}+|РЕБ|глушник\\p{L}*|Starlink|Старлінк\\p{L}*",
    ],
  ],
  [
    "EQUIPMENT",
    [
      "vehicles?|tanks?|drones?|howitzers?|\\p{L}{1,3}-?\\d{2,3}s|equipment|armou?red|weapons?|generators?|trucks?|ambulances?|package|guns|launchers?|Leopards?|Hawkeis|Bushmasters?|CV90s?|Boxers|Strykers?|Marders?|Bradleys?|Abrams|Challengers?|M113s?|CAESARs?|Archers?|HIMARS|matériel|robots?|machines|Taurus|arms|UAVs?|unmanned|artillery|mortars|armour|body armou?r|helmets|night[- ]vision|radios|boats? engines|excavators|bulldozers|bridg(?:es|ing)|uniforms|winter (?:clothing|kit|gear)|rifles|materiel|hardware|kit|APCs?|Zuzanas?|Krabs?|Rosomaks?|Pumas?|Piranhas?|Patrias?|PzH|RCH|brigade set|minelayers?|batter(?:y|ies)(?! (?:of|\\p{Lu}))",
      "T-\\d\\ds?|RM-70s?|M577s?|M109s?|M777s?|Bohdanas?|BMP-\\d|BVP-1|YPR(?:-765)?s?|Dingos?|Mastiffs?|Husk(?:y|ies)|Wolfhounds?|Vikings?|Spartans?|Stormers?|LAVs?|VAB|VBCI|AMX-10(?: ?RC)?|Griffons?|Lince|Twardys?|Bayraktars?|TB2s?|Reapers?|HX-2|Switchblades?|Warmates?|tents|sleeping bags|stoves|wagons|locomotives|véhicules?|chars?|drones?|obusiers?|équipements?|blindés?|armes|armements?|générateurs?|groupes? électrogènes?|camions?|ambulances?|paquet d'aide|matériels?|robots?|canons?|CAESAR|artillerie|mortiers?|fusils?|casques|gilets pare-balles|radios|ponts?|engins|tenues|vêtements|pick-up|sans pilote|munitions rôdeuses|batteries?(?! (?:de|d'|sol|\\p{Lu}))",
      "машин\\p{L}*|автобус\\p{L}*|танк\\p{L}*|дрон\\p{L}*|гаубиц\\p{L}*|обладнанн\\p{L}+|бронет\\p{L}+|зброї|збро\\p{L}+|генератор\\p{L}*|вантажівок|пакет\\p{L}* допомоги|технік\\p{L}+|броньовик\\p{L}*|гармат\\p{L}*|пікап\\p{L}*|Taurus|спорядженн\\p{L}+|артилері\\p{L}+|безпілотник\\p{L}*|БПЛА|міномет\\p{L}*|гранатомет\\p{L}*|бронетранспортер\\p{L}*|БТР|БМП|шолом\\p{L}*|бронежилет\\p{L}*|радіостанці\\p{L}+|гвинтів\\p{L}+|установ(?:ки|ок)|озброєнн\\p{L}+|позашляховик\\p{L}*|автомобіл\\p{L}*|катери|тягач\\p{L}*|екскаватор\\p{L}*|тепловізор\\p{L}*|автомат(?:и|ів)|кулемет\\p{L}*|прилад\\p{L}* нічного|аптеч(?:ки|ок)|намет(?:и|ів)|мост(?:и|ів)",
    ],
  ],
  [
    "FUNDING",
    [
      "(?:financial|military|budget|macro-financial) (?:support|assistance|aid)|loans?|grants?|funds?|funding|money|loan guarantees?|contribution|payments?|credits?|subsid(?:y|ies)|budget(?= for Ukraine)|cash|facility|(?:military|financial|security) package",
      "aide (?:financière|militaire|budgétaire)|prêts?|dons?(?!')|fonds|financements?|crédits?|subventions?|enveloppe|contribution financière|versements?|garanties? de prêts?",
      "(?:фінансов|військов|бюджетн)\\p{L}+ (?:допомог|підтримк)\\p{L}+|кредит\\p{L}*|позик\\p{L}+|грант\\p{L}*|грош\\p{L}+|кошт\\p{L}+|фінансуванн\\p{L}+|внесок|субсиді\\p{L}+|транш\\p{L}*|гаранті\\p{L}+ за кредит\\p{L}+",
    ],
  ],
  [
    "OTHER",
    [
      "hospitals?|children|evacuees|blankets|medical|wounded|burns? unit|prosthe\\p{L}+|blood|rehabilitation|refugees?|intensive care|surgical|trauma|clinics?|amputees|orphans|convalescence|veterans|decontamination",
      "hôpital|hôpitaux|enfants|blessés|prothèses?|médica\\p{L}+|soins|rééducation|réadaptation|convalescence|amputés|brûlés|cliniques?|décontamination|orphelins|anciens combattants|vétérans|chirurgica\\p{L}+|antennes? chirurgicales?|réfugiés?|sang",
      "госпітал\\p{L}*|шпитал\\p{L}*|лікарн\\p{L}+|лікарень|клінік\\p{L}*|поранен\\p{L}+|медичн\\p{L}+|протез\\p{L}*|реабілітаці\\p{L}+|лікуванн\\p{L}+",
    ],
  ],
];
