// What names a kind of contribution: the more exact words, which win over those of `wider-kinds.ts`.
import type { ContributionKind } from "../../../pledge/contribution";

type Words = readonly [english: string, french: string, ukrainian: string];

export type KindTable = readonly (readonly [ContributionKind, Words])[];

export const EXACT_KINDS: KindTable = [
  [
    "RECONSTRUCTION_SECURITY",
    [
      "(?:school|bomb|underground|air[- ]raid|civil|public) shelters?|underground (?:schools?|classrooms?|hospitals?)|(?:bridges?|schools?|hospitals?|clinics?|kindergartens?|nurser(?:y|ies)|homes|houses|housing|flats|apartments|roads?|railways?|railway lines?|tunnels?|cathedrals?|theatres?|museums?|librar(?:y|ies)|orphanages?|maternity wards?|dams?|water ?works|district heating)(?<=(?:build|rebuild|repair|restor|reconstruct|renovat|refurbish)[a-zà-ÿœ]* (?:[a-zà-ÿœ\\d'-]+ ){0,6}[a-zà-ÿœ]+)",
      "écoles? souterraines?|abris? (?:scolaires?|anti-?aériens?|souterrains?|pour)|(?:ponts?|écoles?|hôpital|hôpitaux|cliniques?|crèches?|maternités?|logements?|maisons?|immeubles?|routes?|voies? ferrées?|tunnels?|cathédrale|théâtres?|musées?|bibliothèques?|orphelinats?|internats?|barrages?|chauffage urbain)(?<=(?:constru|reconstru|bâti|rebâti|répar|restaur|rénov|réhabilit|remise? en état|remettr[a-zà-ÿœ]* en état)[a-zà-ÿœ]* (?:[a-zà-ÿœ\\d'-]+[ ']){0,5}[a-zà-ÿœ]+)",
      "(?!)",
    ],
  ],
  [
    "EQUIPMENT",
    [
      "(?:armou?red )?recovery vehicles?|(?:grenade|rocket|missile|flame) ?(?:launchers?|throwers?)|(?:school )?(?:buses|bus(?! stop)|minibuses|coaches)|railway (?:wagons?|carriages?|cars)|water[- ](?:purification|treatment|filtration) (?:plants?|units?|stations?|systems?)|radio (?:sets?|stations?)|interceptor drones?",
      "lance-(?:grenades|roquettes|missiles|flammes|bombes)|auto(?:bus|cars?)|minibus|stations? (?:de )?(?:radio|purification|filtration|traitement|pompage)|postes? (?:de )?radio|sacs de couchage|lits (?:de camp|médicalisés|d'hôpital)|drones? intercepteurs?",
      "(?!)",
    ],
  ],
  [
    "SANCTIONS",
    [
      "(?:punitive |secondary |new )?(?:tariffs|import duties)|(?:clos(?:e|es|ing)|shut(?:ting)?|seal(?:ing)?|bar(?:ring)?|ban(?:ning)?) [^.;]{0,50}(?:russia|belarus)\\p{L}*(?: (?:goods|ships|gas|oil|coal|trade|cargo|trucks|banks))?|(?<!(?:proceeds|profits|revenues?|income|interest) (?:of|from|on) (?:the )?(?:\\p{L}+ )?)russian (?:gas|oil|goods|assets|coal|ships|tankers|banks|imports|crude)",
      "droits de douane|surtaxes?|(?:fermer\\p{L}*|ferme(?:nt)?|interdir\\p{L}*) [^.;]{0,50}(?:russ|bélarus|biéloruss)\\p{L}*|(?<!(?:produits|intérêts|revenus|profits) (?:des |d')(?:\\p{L}+ )?)(?:avoirs|pétrole|gaz|charbon|navires|pétroliers|banques|produits)(?: naturel liquéfié)? russes?",
      "(?:закри|перекри|заборон)\\p{L}+ [^.;]{0,50}(?:росі|білорус)\\p{L}*|російськ\\p{L}+ (?:нафт|газ|актив|товар|вугілл|суд|танкер|банк)\\p{L}*",
    ],
  ],
  [
    "TECHNOLOGY",
    [
      "communications? satellites?|satellite communications?",
      "satellites? de (?:télé)?communications?|communications? par satellite",
      "супутник\\p{L}* зв'язку|супутников\\p{L}+ (?:зв'яз|термінал|інтернет)\\p{L}*|систем\\p{L}* зв'язку|сервер\\p{L}*",
    ],
  ],
  [
    "INDUSTRY_CO_PRODUCTION",
    [
      "co-?produc\\p{L}+|joint(?:ly)? (?:produc\\p{L}+|manufactur\\p{L}+|ventures?)|production lines?|(?:ammunition|drone|fuel|powder|arms) (?:plants?|factor(?:y|ies))|made with Ukraine|(?<!s )made in Ukraine|licen[cs]ed production|licen[cs]es? to (?:build|produce)|assembly lines?|(?:assembly|production) plants?|shared production|build with Ukraine|(?:plants?|factor(?:y|ies))(?<=(?:build|open|set(?:ting)? up|construct|establish|co-?found|complet)\\p{L}* (?:[\\p{L}-]+ ){0,3}\\p{L}+)(?<!(?:power|purification|treatment|nuclear|heating|desalination|energy|water) \\p{L}+)|(?<=^|[.:;] )the (?:plant|factory)(?= (?:which|that) )",
      "coproduction|coproduir\\p{L}*|(?:produi|fabriqu|construi)\\p{L}* (?:ensemble|conjointement|en commun)|production (?:conjointe|commune|sous licence)|ligne de production|chaîne de production|usines?|construirons avec|chaînes? d'assemblage|lignes? de production|poudrerie|coentreprises?|sous licence",
      "спільн\\p{L}+ (?:виробництв|підприємств|завод)\\p{L}*|спільного виробництва|завод\\p{L}*(?! з ремонт)|виготовля\\p{L}+|виробля\\p{L}+|експорт\\p{L}* (?:дрон|збро)\\p{L}+|лінію, на якій|виробнич\\p{L}+ (?:ліні|потужност)\\p{L}+|виробництв\\p{L}+|ліцензі\\p{L}+|складальн\\p{L}+ ліні\\p{L}+",
    ],
  ],
  [
    "MINE_CLEARANCE",
    [
      "mine[- ]?(?:clear|hunt|sweep|detect)\\p{L}*(?: (?:systems|vessels|ships|drones|vehicles|machines|robots|kits))?|mine countermeasures|de-?min(?:ing|ers?)|clear(?:ing)? (?:sea )?mines|(?:clear(?:ing|ance)|removal|disposal) of (?:\\p{L}+ )?mines|sappers?|(?:naval|clearance|navy|military) divers|(?<=[\\p{L}\\d] )divers(?= (?:to|will|who|from|in|for|and)|[.,;])|(?:explosive )?ordnance disposal|bomb[- ]disposal|EOD|unexploded|mine rollers?",
      "déminage|démin\\p{L}+|chasseurs? de mines|dragueurs? de mines|chasse aux mines|guerre des mines|sapeurs|plongeurs|dépollution|neutralisation d'explosifs|contre-mines|antimines?",
      "розмін\\p{L}+|(?:очи|розчи)[щс]\\p{L}+ [^.;]{0,40} від мін|(?:метало|міно)шукач\\p{L}*|піротехн\\p{L}+|тральщик\\p{L}*|тральник\\p{L}*|протимінн\\p{L}+|сапер\\p{L}*|водолаз\\p{L}*|знешкодж\\p{L}+|вибухотехн\\p{L}+|вибухонебезпечн\\p{L}+",
    ],
  ],
  [
    "STAFF_OFFICERS",
    [
      "(?:staff|liaison|planning) officers?|officers? (?:to|for|at|in) (?:the |its |our )?(?:headquarters|HQ|staff)|(?:liaison|planning) (?:team|staff)|planners",
      "officiers? (?:d'état-major|de liaison|à l'état-major)|d'officiers à l'état-major|planificateurs|équipe de liaison|officiers de planification",
      "штабн\\p{L}+ офіцер\\p{L}*|офіцер\\p{L}* (?:зв'язку|до штабу|у штаб\\p{L}*)|планувальник\\p{L}*|офіцер\\p{L}*-зв'язків\\p{L}+|офіцер\\p{L}* штабу",
    ],
  ],
  [
    "TRAINING",
    [
      "(?:drones?|pilot|officers?|infantry|engineers?|demining|sergeants?'?|artillery|tank|snipers?|NCO|cyber|flying) schools?|schools? for (?:[\\p{L}-]+ )?(?:ukrainian|soldiers|sergeants|officers|pilots|operators|recruits|deminers|medics|snipers)|(?:artillery|shooting|firing|tank|training|test|bombing) ranges?|train(?:ing|ers?|ees?|ed)|(?<!(?:night|the|a|by|sleeper|my|our|this) )train|(?<!the )trains|instructors?|instruction|recruits|cadets|apprentices|mentors|teach(?:ing)?|tuition|(?:flight|military) school|courses?(?! of| for action)|exercise|expertise|experience|lessons|coach\\p{L}*|Operation (?:Interflex|Unifier|Kudu)|simulators?",
      "formations?|formée?s|recrues|formateurs?|instructeurs?|entraînement|entraîner\\p{L}*|former(?:a|ont|ons|ait|aient|ions)?|stagiaires|simulateurs?|entraîn\\p{L}+|instruction|encadrement|(?<=(?:un|des|les|leurs|ses|nos|deux|trois|quatre) )cours(?= (?:de |d'|pour |à |destiné))|savoir-faire|expérience|apprentissage|centre d'instruction|écoles?(?: de (?:pilotage|guerre))?|moniteurs",
      "навча\\p{L}+|навч\\p{L}+|підготу\\p{L}+|підготовк\\p{L}+|вишк\\p{L}+|інструктор\\p{L}*|тренув\\p{L}+|готуватим\\p{L}+|курсант\\p{L}*|досвід\\p{L}*|вчити\\p{L}*|вчитим\\p{L}*|стажуван\\p{L}+|стажер\\p{L}*|новобран\\p{L}+|готувати(?= (?:[\\p{L}'-]+ ){0,5}(?:українськ|військов|механік|пілот|сапер|операторів|медик|фахівц))|(?<!(?:буд|ремонт|віднов)\\p{L}+ (?:\\p{L}+ ){0,2})школ\\p{L}+|викладач\\p{L}*|[Оо]пераці\\p{L}+ [«„“]?(?:Куд[оюу]|Інтерфлекс|Юніфаєр|Орбітал|Interflex|Unifier|Kudu|Orbital)[»”“]?|тренер(?:и|ів|ами)|тренажер\\p{L}*|симулятор\\p{L}*|курс(?:и|ів|ах)|(?<=на )курс|курс(?= (?:\\p{L}+ ){0,1}(?:для|підготовк|навчан|з ))|навчальн\\p{L}+",
    ],
  ],
  [
    "OBSERVERS",
    [
      "observers?|(?:ceasefire |truce )?monitors|observation mission|monitoring mission|peacekeepers|blue helmets|verify (?:a|the) ceasefire|(?:monitoring|observation|verification) teams?",
      "observateurs?|missions? (?:\\p{L}+ )?d(?:'observation|e (?:surveillance|vérification|contrôle))|vérificateurs|casques bleus|contrôleurs|équipes d'observation",
      "спостерігач\\p{L}*|монітор(?:и|ів|ами)|місі\\p{L}+ (?:зі? |із )?спостере\\p{L}+|спостережн\\p{L}+|миротворц\\p{L}+",
    ],
  ],
  [
    "MONITORING_SENSORS",
    [
      "watch\\p{L}* (?:over )?the (?:[\\p{L}-]+ ){0,2}(?:line|truce)(?! of)|from space|monitoring|radar watch|border surveillance|(?:ground|coastal|sea) surveillance|sensors?|surveillance (?:balloons?|systems?|drones?)|(?:satellite )?imagery|satellite (?:images|data|pictures|reconnaissance)|radars?|verification|buoys|ceasefire mechanism|satellites?(?! (?:communications?|terminals?|phones?|links?|internet|dishes))|observation posts?|drone detection|detection|acoustic|thermal (?:cameras|imagers)|balloons?|early warning",
      "surveillance du cessez-le-feu|(?:moyens|capacités|systèmes|drones) de surveillance|mécanisme de surveillance|capteurs?|radars?|imagerie|bouées|détection|satellites?(?! (?:communications?|terminals?|phones?|links?|internet|dishes))|alerte (?:avancée|précoce)|images? satellit\\p{L}+|images de satellites?|caméras|ballons|postes d'observation|vérification",
      "моніторинг\\p{L}*|механізм\\p{L}* (?:контролю|перевірки)|радіолокац\\p{L}+|нагляд\\p{L}*|стеженн\\p{L}+|сенсор\\p{L}*|датчик\\p{L}*|радар\\p{L}*|РЛС|метеостанці\\p{L}+|супутников\\p{L}+ (?:знімк|зображ)\\p{L}+|виявленн\\p{L}+ дрон\\p{L}+|знімк\\p{L}+|супутник\\p{L}*|буї|буйки|камер\\p{L}*|раннього попередженн\\p{L}+|верифікаці\\p{L}+|аеростат\\p{L}*",
    ],
  ],
  [
    "GROUND_AIR_DEFENCE",
    [
      "defen[cs]es? against (?:[\\p{L}-]+ )?(?:missiles|drones)|(?:missile|drone|air) (?:shield|wall)|(?:ground-based )?air[- ]defen[cs]e(?: systems?| batter\\p{L}+)?|Patriots?|IRIS-T|SAMP/T|NASAMS|Gepards?|Hawk|Skynex|interceptors?|anti-aircraft|RBS[- ]?70|S-300s?|missile defen[cs]e|anti-missile|Avengers?|Skyguard|Skyranger|MANPADS?|Stingers?|Mistrals?|Starstreak|counter-drone|anti-drone|(?:Crotale|Aspide|THAAD|Iron Dome)|Rapid (?:Sentry|Ranger)|Ravens?(?= (?:air|system|launcher))|Gravehawks?|Terrahawk|Martlets?|Pioruns?|Merops|VAMPIRE|VSHORAD|SHORAD|C-RAM|Oerlikons?|Cheetahs?|Buks?|Tor(?= (?:system|launcher|air))|Pantsir|Spyder|David's Sling|Arrow 3|MIM-23|Zumlacs?|Tridons?|Bofors L-?70s?",
      "(?:défense|protection|lutte) (?:contre les|anti-?)(?: ?)(?:missiles?|drones?)(?: balistiques)?|(?:bouclier|parapluie) (?:antimissile|antiaérien|anti-?drones?|aérien)|défense (?:aérienne|sol-air|antiaérienne|anti-aérienne)|anti-?drones?|Patriots?|IRIS-T|SAMP/T|NASAMS|intercepteurs|Crotale|VL Mica|Skynex|antimissiles?|sol-air|DCA|Gepard|Mistral|Stinger",
      "ППО|протиповітрян\\p{L}+ оборон\\p{L}+|Patriot|IRIS-T|SAMP/T|NASAMS|Gepard|зенітн\\p{L}+|перехоплювач\\p{L}*|С-300|RBS-70|протиракетн\\p{L}+|протидрон\\p{L}+|ПЗРК|Кротал\\p{L}*|Гепард\\p{L}*|Петріот\\p{L}*|Patriot|Skynex|Avenger",
    ],
  ],
  [
    "AIR",
    [
      "(?:surveillance|protection|defen[cs]e|patrols?|policing|security) (?:of|over|in) (?:[\\p{L}']+ ){0,3}(?:airspace|skies|sky)|(?:protect|patrol|polic|secur|defend|guard)(?:e|ing)? (?:[\\p{L}']+ ){0,3}(?:airspace|skies|sky)|fighter(?: jets?| aircraft)?s?|aircraft|jets|air (?:policing|patrols?|surveillance|cover|support|power|assets)|F-16s?|Gripens?|Rafales?|Eurofighters?|Typhoons?|Mirages?|Tornados?|Wedgetail|helicopters?|squadrons?|tankers?|aerial refuelling|air component|warplanes?|planes?|F-35s?|MiG-29s?|Su-2[57]|Mi-(?:8|17|24)s?|L-159|Poseidons?|AWACS|E-7A?|E-3A?|P-8A?|C-130|A400M|drone squadron|no-fly zone|air force|pilots|Orions?|P-3C?s?|KC-\\d+|MRTTs?|A330|C-17s?|C-390s?|Chinooks?|NH-?90s?|Caracals?|Cougars?|Black Hawks?|CF-18s?|F/?A?-18s?|Hornets?|Global Hawks?|GlobalEyes?|Saab 340s?|ASC 890|Wedgetails?|Hercules|Apaches?|CP-140s?|Sea Kings?|M-346|PC-9s?|Q-?9s?|tiltrotors?",
      "(?:surveillance|protection|défense|sécurité|patrouilles?) (?:de l'espace aérien|du ciel|dans le ciel|de son ciel)|(?:protéger|surveiller|défendre|patrouiller)\\p{L}* (?:dans )?(?:le ciel|l'espace aérien)|avions?(?! de transport)|(?:appui|soutien|couverture) aérien(?:ne)?|Rafales?|Mirages?|Gripens?|F-16|police du ciel|surveillance (?:aérienne|de l'espace aérien)|chasseurs?|moyens aériens|hélicoptères?|escadr(?:on|ille)s?|aéronefs?|appareils(?! électr)|ravitailleurs?|patrouilles? aériennes?|composante aérienne|F-35|MiG-29|Alpha Jets?|pilotes",
      "літак\\p{L}*|винищувач\\p{L}*|вертольот\\p{L}*|гелікоптер\\p{L}*|патрулюванн\\p{L}+ (?:повітряного|неба|з повітря|в повітрі)|повітряного простору|авіаці\\p{L}+|ескадрил\\p{L}+|штурмовик\\p{L}*|F-16|Gripen|Mirage|Rafale|L-159|F-35|повітрян\\p{L}+ (?:компонент|прикритт|патрул|спостереж)\\p{L}+|(?:захи|охорон|прикри|патрулю)\\p{L}* (?:\\p{L}+ ){0,2}неб[оа]|МіГи?-\\d+|МіГ(?:и|ів|ами)|дозаправ\\p{L}+|пілот\\p{L}*|льотчик\\p{L}*|Гріпен\\p{L}*|Міраж\\p{L}*|Рафал\\p{L}*|Тайфун\\p{L}*",
    ],
  ],
  [
    "MARITIME",
    [
      "(?:icebreaking )?tugs?(?! of war)|tugboats?|icebreakers?|barges|frigates?|landing (?:ships?|craft)|gunboats?|motorboats?|speedboats?|amphibious|corvettes?|destroyers?|warships?|patrol (?:boats?|vessels?)|naval|maritime|ships?|submarines?|vessels|undersea|cables|sea lanes|boats?|coast ?guard|ferr(?:y|ies)|(?:Black|Baltic) Sea (?:patrol|task)|escort vessels|shipping lanes|naval drones",
      "remorqueurs?|brise-glaces?|péniches|frégates?|corvettes?|navires?|patrouilleurs?|moyens navals|maritimes?|navale?s?|vedettes|bâtiments? (?:de (?:débarquement|soutien|transport|projection|patrouille)|amphibies?|ravitailleurs?|hydrographiques?)|sous-marins?|bâtiments? (?:de guerre|de la marine)|bateaux|destroyers?|garde-côtes|porte-avions|cargos|(?<=(?:nos|ses|leurs|deux|trois|quatre|cinq|six|\\d) )bâtiments(?! (?:publics|scolaires|d'habitation|résidentiels|civils|endommagés|détruits))|câbles sous-marins",
      "фрегат\\p{L}*|десантн\\p{L}+ (?:кораб|суд)\\p{L}+|корвет\\p{L}*|корабл\\p{L}+|катер\\p{L}*|морськ\\p{L}+|суден|судна|судно|підводн\\p{L}+|есмін\\p{L}+|човн\\p{L}+|берегов\\p{L}+ охорон\\p{L}+|військово-морськ\\p{L}+|флотилі\\p{L}+|пором\\p{L}*",
    ],
  ],
];
