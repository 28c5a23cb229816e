import type { Unit } from "../quantity";
import { keyOf, wordTable } from "./cell";

/** What is counted, by any of its words; null where it is none that the register counts. */
export const unitNamed = (text: string): Unit | null => UNITS_BY_WORD.get(keyOf(text)) ?? null;

const UNITS_BY_WORD = wordTable<Unit>({
  PERSON:
    "person|persons|people|personnel|pers|pax|troop|troops|soldier|soldiers|men and women|service members|staff|officers|observers|instructors|trainers|monitors|personnes|soldats|militaires|personen|soldaten|soldatinnen und soldaten|осіб|особи|особа|військових|військовослужбовців|солдатів|солдати|żołnierzy|kariai|karių|sõdurit|soldati|militari|soldados|militares",
  COMPANY: "companies|compagnie|compagnies|kompanie|kompanien|рота|роти|рот|kompania|kompanii|kuopa|kompanii",
  BATTALION:
    "battalions|bataillon|bataillons|bataillone|батальйон|батальйони|батальйонів|battle group|battlegroup|batalion|bataliony",
  BRIGADE: "brigades|brigaden|бригада|бригади|бригад|brygada|brygady",
  AIRCRAFT:
    "plane|planes|jet|jets|fighter|fighters|fighter jets|airplane|airplanes|aeroplanes|helicopter|helicopters|avion|avions|aéronefs|flugzeug|flugzeuge|літак|літаки|літаків|вертоліт|вертольоти|вертольотів",
  SHIP: "ships|vessel|vessels|boat|boats|patrol boats|minehunters|minesweepers|frigates|navire|navires|bateaux|schiff|schiffe|boote|корабель|кораблі|кораблів|судно|суден|катерів",
  SYSTEM:
    "systems|vehicle|vehicles|armoured vehicles|tank|tanks|launcher|launchers|battery|batteries|drone|drones|radar|radars|piece|pieces|pcs|item|items|système|systèmes|véhicules|pièces|stück|systeme|fahrzeuge|drohnen|система|системи|систем|одиниць|машин|дронів|танків",
  ROUND:
    "rounds|shell|shells|munition|munitions|missile|missiles|obus|cartouches|schuss|geschosse|granaten|снаряд|снаряди|снарядів|набоїв|ракет",
  PLACE_PER_YEAR:
    "place per year|places per year|places a year|places year|places p a|trainees per year|trainees a year|places par an|plätze pro jahr|plätze im jahr|місць на рік",
});
