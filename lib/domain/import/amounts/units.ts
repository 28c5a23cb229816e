import { wordKey, wordTable } from "../cells/cell";
import type { Unit } from "../../pledge/quantity";
import { keysOf, type TextToken } from "./tokens";

/** Null: not a unit of the register. */
export const unitNamed = (text: string): Unit | null => UNITS_BY_WORD.get(wordKey(text)) ?? null;

const UNITS_BY_WORD = wordTable<Unit>({
  PERSON: [
    "person|persons|people|personnel|military personnel|pers|pax|troop|troops|soldier|soldiers|men|women|men and women|service members|servicemen|servicewomen|service personnel|staff|officers|staff officers|police officers|liaison officers|observers|instructors|trainers|monitors|peacekeepers|advisers|advisors|experts|specialists|engineers|combat engineers|sappers|medics|doctors|pilots|marines|paratroopers|gendarmes|sailors|technicians|trainees|recruits|volunteers|reservists|officer|observer|instructor|trainer|adviser|civilians|deminers|cadets|commandos|rangers|servicepeople",
    "personnes|personne|soldats|militaires|hommes|femmes|personnels|officiers|observateurs|instructeurs|formateurs|conseillers|experts|spécialistes|démineurs|sapeurs|médecins|pilotes|gendarmes|policiers|marins|parachutistes|casques bleus|volontaires|réservistes|stagiaires|techniciens|moniteurs|membres du personnel|agents|cadets|combattants|blessés|légionnaires|fantassins|artilleurs|recrues",
    "осіб|особи|особа|особу|людей|людини|військових|військові|військовий|військовослужбовців|військовослужбовці|військовослужбовець|військовослужбовця|військовослужбовцями|солдатів|солдати|солдат|солдата|солдатами|бійців|бійці|офіцерів|офіцери|спостерігачів|спостерігачі|інструкторів|інструктори|інструкторами|миротворців|миротворці|радників|радники|експертів|експерти|фахівців|фахівці|спеціалістів|саперів|сапери|медиків|лікарів|пілотів|пілоти|льотчиків|поліцейських|моряків|десантників|морпіхів|добровольців|резервістів|курсантів|новобранців|техніків|інженерів|танкістів|танкісти|артилеристів|артилеристи|вояків|вояки|рятувальників|рятувальники|десантники|розвідників|поранених|поранені",
    "personen|soldaten|soldatinnen und soldaten|żołnierzy|kariai|karių|sõdurit|soldati|militari|soldados|militares",
  ].join("|"),
  COMPANY: "companies|compagnie|compagnies|kompanie|kompanien|рота|роти|роту|рот|kompania|kompanii|kuopa",
  BATTALION:
    "battalions|bataillon|bataillons|bataillone|батальйон|батальйону|батальйони|батальйонів|батальйонами|battle group|battle groups|battlegroup|battlegroups|groupement tactique|groupements tactiques|batalion|bataliony",
  BRIGADE: "brigades|brigaden|бригада|бригади|бригаду|бригад|бригадам|бригадами|brygada|brygady",
  AIRCRAFT: [
    "plane|planes|jet|jets|fighter|fighters|fighter jets|jet fighters|combat aircraft|fighter aircraft|airplane|airplanes|aeroplanes|helicopter|helicopters|warplanes|gripen|gripens|rafale|rafales|mirage|mirages|mirage 2000|f 16|f 16 s|f 35|f 35 s|eurofighter|eurofighters|typhoon|typhoons|mig 29|mig 29 s",
    "avion|avions|aéronef|aéronefs|hélicoptère|hélicoptères|chasseurs|avions de chasse",
    "літак|літака|літаки|літаків|літаками|вертоліт|вертольота|вертольоти|вертольотів|гелікоптер|гелікоптери|гелікоптерів|винищувач|винищувача|винищувачі|винищувачів|гвинтокрилів|штурмовиків|штурмовики|транспортників",
    "flugzeug|flugzeuge",
  ].join("|"),
  SHIP: [
    "ships|warships|vessel|vessels|boat|boats|patrol boats|minehunters|minesweepers|frigate|frigates|corvettes|destroyers|submarines|submarine|corvette|destroyer|ferries|aircraft carriers|aircraft carrier",
    "navire|navires|bateau|bateaux|vedettes|frégate|frégates|corvettes|sous marins|chasseurs de mines|dragueurs de mines|patrouilleurs|porte avions",
    "корабель|корабля|кораблі|кораблів|кораблями|судно|судна|суден|катер|катери|катерів|фрегат|фрегати|фрегатів|тральщик|тральщики|тральщиків|корвети|корветів|есмінців|підводних човнів|човнів|човни",
    "schiff|schiffe|boote",
  ].join("|"),
  SYSTEM: [
    "systems|vehicle|vehicles|armoured vehicles|tank|tanks|launcher|launchers|battery|batteries|drone|drones|uavs|radar|radars|howitzer|howitzers|guns|mortars|trucks|lorries|carriers|troop carriers|personnel carriers|interceptors|generators|piece|pieces|pcs|item|items|artillery pieces|leopard|leopards|leopard 2|abrams|challenger 2|caesar|caesars|marder|marders|bradley|bradleys|gepard|gepards|himars|patriot|ambulances|armoured ambulances|robots|sensors|machines|excavators|bulldozers|simulators|cameras|terminals",
    "système|systèmes|véhicule|véhicules|blindés|chars|char|drones|radars|batterie|batteries|lanceurs|obusiers|canons|mortiers|camions|pièces|pièces d artillerie|groupes électrogènes|ambulances|robots|robots démineurs|capteurs|engins|simulateurs|pelleteuses|terminaux|lance missiles",
    "система|системи|систему|систем|комплекс|комплекси|комплексів|одиниць|одиниці|машин|машини|дрон|дрони|дронів|безпілотників|безпілотники|танк|танки|танків|радар|радари|радарів|батарей|батареї|батарею|гаубиця|гаубиці|гаубиць|гармат|установок|установки|мінометів|бронемашин|бтр|бмп|вантажівок|позашляховиків|автомобілів|бронетранспортерів|генераторів|генератори|сенсорів|сенсори|датчиків|датчики|роботів|роботи|броньовиків|броньовики|пускових установок|пускові установки|пікапів|симуляторів|терміналів|пристроїв",
    "stück|systeme|fahrzeuge|drohnen",
  ].join("|"),
  ROUND: [
    "rounds|shell|shells|artillery shells|artillery rounds|munition|munitions|missile|missiles|rockets|mines|cartridges|bombs",
    "obus|cartouche|cartouches|missile|missiles|roquettes|bombes",
    "снаряд|снаряда|снаряди|снарядів|набоїв|набої|ракета|ракети|ракет|боєприпасів|мін|бомб|пострілів",
    "schuss|geschosse|granaten",
  ].join("|"),
  PLACE_PER_YEAR:
    "place per year|places per year|places a year|places each year|places every year|places annually|training places per year|training places a year|places year|places p a|trainees per year|trainees a year|places par an|places de formation par an|places par année|places annuelles|plätze pro jahr|plätze im jahr|місць на рік|місця на рік|місць щороку|місць щорічно|навчальних місць на рік|навчальних місць щороку",
});

const LONGEST = 5;
const BEGINNINGS = new Set([...UNITS_BY_WORD.keys()].map((words) => words.split(" ")[0] ?? ""));

export interface Counted {
  unit: Unit;
  length: number;
}

/** The unit with the longest name that begins here. */
export function unitAt(tokens: readonly TextToken[], at: number): Counted | null {
  const token = tokens[at];
  if (token?.is !== "word" || !BEGINNINGS.has(wordKey(token.key).split(" ")[0] ?? "")) return null;
  for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length -= 1) {
    const words = tokens.slice(at, at + length);
    if (words.some(isBreak) || words.at(-1)?.is === "mark") continue;
    const unit = UNITS_BY_WORD.get(wordKey(keysOf(tokens, at, at + length)));
    if (unit !== undefined) return { unit, length };
  }
  return null;
}

const isBreak = ({ is, text, first }: TextToken, place: number): boolean =>
  (is === "mark" && !/^[-‑.]$/.test(text)) || (first && place > 0);

/** In running text these have too many other meanings. */
export const ONLY_IN_CELLS: ReadonlySet<string> = new Set(
  "piece|pieces|pcs|item|items|pièces|stück|pers|pax|fighters|chasseurs|agents|mines|мін|carriers|interceptors|place year|places year"
    .split("|")
    .map(wordKey),
);

/** Words that may also modify the next word: "fighter pilots", "personnel carriers", "військових літаків". */
export const MAY_BE_MODIFIER: ReadonlySet<string> = new Set(
  "person|personnel|military personnel|troop|soldier|staff|officer|observer|instructor|trainer|adviser|company|battalion|battle group|battlegroup|brigade|plane|jet|fighter|combat aircraft|fighter aircraft|aircraft|airplane|helicopter|ship|vessel|boat|frigate|system|vehicle|tank|launcher|battery|drone|radar|howitzer|missile|shell|round|munition|gripen|rafale|mirage|mirage 2000|f 16|f 35|eurofighter|typhoon|mig 29|leopard|leopard 2|abrams|challenger 2|caesar|marder|bradley|gepard|himars|patriot|військових|військові|військовий|поліцейських"
    .split("|")
    .map(wordKey),
);

/** A plural would have another form: "46 бригада" names one of many. */
export const SINGULAR: ReadonlySet<string> = new Set(
  "person|soldier|officer|observer|instructor|trainer|adviser|company|battalion|brigade|plane|jet|fighter|airplane|helicopter|ship|vessel|boat|frigate|corvette|destroyer|submarine|system|vehicle|tank|launcher|battery|drone|radar|howitzer|missile|shell|round|compagnie|bataillon|avion|hélicoptère|navire|frégate|véhicule|système|char|рота|роту|батальйон|бригада|бригаду|літак|вертоліт|гелікоптер|винищувач|корабель|катер|фрегат|система|систему|танк|дрон|радар|гаубиця|ракета|снаряд|військовий|військовослужбовець"
    .split("|")
    .map(wordKey),
);
