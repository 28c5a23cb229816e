// The register's codes by their common words.
import type { ContributionKind, Domain, Location } from "../../pledge/contribution";
import type { EvidenceKind } from "../../pledge/evidence";
import type { FurtherApproval, Handling } from "../../pledge/pledge-fields";
import type { Ownership } from "../../pledge/source";
import type { Stage } from "../../pledge/stages";
import { wordKey, quotedCell, read, unread, wordTable, type CellRead } from "./cell";
import { UNDECIDED_WORDS, UNSTATED_WORDS } from "./unstated";

const UNSAID = `?|${UNSTATED_WORDS}|${UNDECIDED_WORDS}`;

const reader = <T extends string>(code: string, words: Readonly<Record<T, string>>) => {
  const table = wordTable(words);
  return (cell: string): CellRead<T> => {
    const found = table.get(wordKey(cell));
    if (found === undefined) return unread(code, { text: quotedCell(cell) });
    const isDoubted = wordKey(cell) !== "" && DOUBT.test(cell);
    return read(
      found,
      isDoubted ? { code: "read-without-sign", params: { text: quotedCell(cell) } } : undefined,
    );
  };
};

/** "Done?" isn't "done": it is read as such, with a note. */
const DOUBT = /[?¿~*!…]/u;

export const stageIn = reader<Stage>("unknown-stage", {
  SIGNALLED:
    "signaled|signal|openness|open to|signalé|signalisé|signalisiert|angedeutet|сигналізовано|сигнал|готовність",
  PLEDGED:
    "pledge|promised|announced|promis|annoncé|engagement politique|zugesagt|versprochen|angekündigt|обіцяно|заявлено|оголошено",
  COMMITTED:
    "commitment|firm|signed|engagé|ferme|verbindlich|verpflichtet|зобов'язання|зобов’язано|підтверджено",
  ALLOCATED: "allocation|set aside|earmarked|alloué|affecté|zugeteilt|bereitgestellt|eingeplant|виділено",
  DELIVERING:
    "in delivery|being delivered|deploying|under way|en cours de livraison|in lieferung|wird geliefert|постачається|виконується",
  FULFILLED: "delivered|completed|done|livré|réalisé|rempli|geliefert|erfüllt|виконано|доставлено",
  DECLINED: "refused|rejected|refusé|décliné|abgelehnt|відмовлено|відхилено|відмова",
  SUSPENDED: "paused|on hold|suspendu|ausgesetzt|призупинено",
  WITHDRAWN: "revoked|retiré|zurückgezogen|відкликано",
  LAPSED: "expired|caduc|verfallen|abgelaufen|втратило чинність",
  SUPERSEDED: "replaced|remplacé|ersetzt|замінено",
});

export const contributionKindIn = reader<ContributionKind>("unknown-kind", {
  TROOPS:
    "troop|soldiers|forces|land forces|ground troops|troupes|soldats|truppen|soldaten|війська|військові|солдати",
  STAFF_OFFICERS: "staff|officers|officiers d'état-major|stabsoffiziere|штабні офіцери",
  AIR: "aircraft|air force|air policing|air surveillance|avions|aviation|flugzeuge|luftwaffe|авіація|літаки",
  MARITIME: "naval|navy|ships|sea|marine|maritim|морські|флот|кораблі",
  GROUND_AIR_DEFENCE:
    "air defence|air defense|ground-based air defence|défense aérienne|luftverteidigung|flugabwehr|ппо|протиповітряна оборона",
  MINE_CLEARANCE: "mine clearing|mine countermeasures|demining|mines|déminage|minenräumung|розмінування",
  MONITORING_SENSORS:
    "monitoring|sensors|surveillance|capteurs|sensoren|überwachung|моніторинг|сенсори|спостереження",
  OBSERVERS: "observer|monitors|observateurs|beobachter|спостерігачі",
  TRAINING: "train|trainers|instructors|formation|entraînement|ausbildung|навчання|підготовка",
  EQUIPMENT:
    "materiel|matériel|weapons|vehicles|drones|équipement|ausrüstung|material|техніка|обладнання|озброєння",
  AMMUNITION: "ammo|munitions|rounds|shells|munition|боєприпаси|набої",
  FUNDING: "money|finance|financial|funds|financement|fonds|finanzierung|geld|фінансування|кошти|гроші",
  INTELLIGENCE: "intel|renseignement|aufklärung|nachrichtendienst|розвідка",
  LOGISTICS_TRANSIT: "logistics|transit|logistique|logistik|логістика|транзит",
  BASING_HOST_NATION:
    "basing|bases|base|hosting|host nation|host nation support|hubs|basierung|stützpunkte|бази|базування",
  INDUSTRY_CO_PRODUCTION:
    "industry|co-production|coproduction|joint production|industrie|koproduktion|промисловість|спільне виробництво",
  SANCTIONS: "sanction|sanktionen|санкції",
  DIPLOMACY: "diplomatic|political|diplomatie|politique|дипломатія",
  COMMAND_HQ:
    "command|headquarters|hq|command and control|commandement|quartier général|hauptquartier|führung|штаб|командування",
  RECONSTRUCTION_SECURITY: "reconstruction|security of reconstruction|wiederaufbau|відбудова",
  TECHNOLOGY:
    "technologies|tech|software|technologie|logiciels|technologien|технологія|технології|програмне забезпечення",
  OTHER: `misc|miscellaneous|various|other or not stated|autre|divers|autre ou non précisé|sonstiges|andere|інше|інше або не зазначено|${UNSAID}`,
});

export const domainIn = reader<Domain>("unknown-domain", {
  LAND: "ground|army|terre|terrestre|суша|сухопутний|суходіл",
  SEA: "naval|maritime|mer|see|море|морський",
  AIR: "aerial|luft|повітря|повітряний",
  CYBER: "cyberspace|кібер",
  SPACE: "espace|weltraum|космос",
  JOINT: "all|multi-domain|interarmées|teilstreitkraftübergreifend|спільний|об'єднаний",
  NON_MILITARY: "civilian|civil|political|non militaire|zivil|nicht militärisch|цивільний|невійськовий",
  UNSTATED: UNSAID,
});

export const locationIn = reader<Location>("unknown-location", {
  IN_UKRAINE: "ukraine|inside ukraine|en ukraine|in der ukraine|в україні|україна",
  NEIGHBOURING_ALLY:
    "neighbouring nato state|neighboring ally|neighbouring allies|neighbouring country|next door|pays voisin|nachbarland|сусідній союзник|сусідня країна",
  BLACK_SEA: "mer noire|schwarzes meer|чорне море",
  AIRSPACE: "air space|ukrainian airspace|espace aérien|luftraum|повітряний простір",
  HOME_NATION: "home|at home|own country|national territory|heimatland|вдома",
  REMOTE: "from afar|à distance|aus der ferne|віддалено",
  UNSTATED: UNSAID,
});

export const evidenceKindIn = reader<EvidenceKind>("unknown-evidence-kind", {
  INTERNAL_NOTE: "note|memo|note interne|interner vermerk|внутрішня записка",
  MEDIA_REPORT:
    "media|press|press report|news|article|newspaper|presse|article de presse|medienbericht|медіа|повідомлення змі|новини",
  INTERVIEW: "інтерв'ю|інтерв’ю|entretien",
  OFFICIAL_STATEMENT:
    "statement|official|press release|speech|déclaration officielle|communiqué|communiqué de presse|amtliche erklärung|offizielle erklärung|офіційна заява|заява",
  JOINT_DECLARATION:
    "declaration|joint statement|joint communiqué|déclaration commune|déclaration conjointe|gemeinsame erklärung|спільна декларація|спільна заява|декларація",
  PARLIAMENT_RECORD:
    "parliament|hansard|parliamentary record|compte rendu parlementaire|parlamentsprotokoll|plenarprotokoll|протокол парламенту|стенограма",
  NOTE_VERBALE: "diplomatic note|verbalnote|вербальна нота|нота",
  SIGNED_DOCUMENT:
    "signed|agreement|memorandum|mou|treaty|contract|document signé|accord|accord signé|unterzeichnetes dokument|abkommen|vertrag|підписаний документ|угода|меморандум",
  GOVERNMENT_DECISION:
    "decision|cabinet decision|décision du gouvernement|regierungsbeschluss|kabinettsbeschluss|рішення уряду|постанова",
  BUDGET_DOCUMENT: "budget|budget law|loi de finances|haushalt|haushaltsgesetz|бюджет|бюджетний документ",
  HQ_CONFIRMATION:
    "headquarters confirmation|confirmation by headquarters|confirmation du quartier général|bestätigung des hauptquartiers|підтвердження штабу",
  TRANSFER_DOCUMENT:
    "transfer|handover document|act of transfer|document de transfert|übergabeprotokoll|акт передачі",
});

export const ownershipIn = reader<Ownership>("unknown-ownership", {
  OFFICIAL: "government|state body|officiel|amtlich|офіційне",
  INDEPENDENT: "private|free|indépendant|unabhängig|незалежне",
  STATE_CONTROLLED: "state|state media|state-owned|contrôlé par l'état|staatlich|державне",
  AGGREGATOR: "aggregation|agrégateur|aggregator|агрегатор",
});

export const furtherApprovalIn = reader<FurtherApproval>("unknown-approval", {
  YES: "y|true|needed|required|oui|ja|так|потрібно",
  NO: "n|false|not needed|not required|none|non|nein|ні|не потрібно",
  UNKNOWN: "?|not known|open|inconnu|unbekannt|невідомо",
});

export const handlingIn = reader<Handling>("unknown-handling", {
  PUBLIC: "open|public|öffentlich|публічно|відкрито",
  COALITION: "coalition only|coalition|koalition|коаліція",
});
