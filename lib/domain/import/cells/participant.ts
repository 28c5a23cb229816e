// A pledge's participant by code, or by name in English, French, Ukrainian or the participants' languages, or by a
// common short name.
import type { Participant } from "../../people/participant";
import { everyName } from "../../people/renaming";
import { wordKey, quotedCell, read, unread, type CellRead } from "./cell";
import { alphaTwo } from "./country-codes";

type Named = Pick<Participant, "code" | "names"> & Partial<Pick<Participant, "formerNames">>;

/** Returns a reader for these participants. */
export function participantReader(participants: readonly Named[]): (cell: string) => CellRead<string> {
  const names = namesOf(participants);
  return (cell) => {
    const key = nameKey(cell);
    const code = names.get(key);
    if (code === undefined) return unread("unknown-participant", { text: quotedCell(cell) });
    return code === null ? unread("several-participants", { text: quotedCell(cell) }) : read(code);
  };
}

/** By word key; null: two share the name. */
function namesOf(participants: readonly Named[]): ReadonlyMap<string, string | null> {
  const names = new Map<string, string | null>();
  const add = (key: string, code: string): void => {
    if (key === "") return;
    const known = names.get(key);
    names.set(key, known === undefined || known === code ? code : null);
  };
  for (const participant of participants) {
    const { code } = participant;
    for (const name of everyName(participant)) add(nameKey(name), code);
    for (const key of keysElsewhere(code)) add(key, code);
  }
  // A code takes precedence over any name.
  for (const { code } of participants) names.set(wordKey(code), code);
  for (const [three, two] of alphaTwo()) {
    const code = participants.find((one) => one.code === two)?.code;
    if (code !== undefined) names.set(wordKey(three), code);
  }
  return names;
}

const nameKey = (name: string): string => wordKey(name).replace(ARTICLE, "");

/** Common names, and the platform's in the languages of Europe and its partners. */
function keysElsewhere(code: string): readonly string[] {
  const known = elsewhere.get(code);
  if (known) return known;
  languages ??= LANGUAGES.map(
    (language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
  );
  const names = code.length === 2 ? languages.flatMap((inLanguage) => inLanguage.of(code) ?? []) : [];
  const keys = [...new Set([...(OTHER_NAMES[code]?.split("|") ?? []), ...names].map(nameKey))];
  elsewhere.set(code, keys);
  return keys;
}

/** The platform is slow to give names, and every text asks for them. */
const elsewhere = new Map<string, readonly string[]>();

let languages: Intl.DisplayNames[] | null = null;

const LANGUAGES =
  "en fr uk de es it pt nl sv nb da fi is pl cs sk sl hr sr-Latn bg ro hu lt lv et el tr sq mk mt ga lb ja ko ka".split(
    " ",
  );

const ARTICLE = /^(?:the|la|le|les|l|die|der|das|het|los|las|el) /u;

/** Common names that the platform lacks. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  AU: "Commonwealth of Australia",
  BA: "Bosnia|BiH",
  CZ: "Czech Republic|République tchèque|Tschechische Republik|Чеська Республіка|Česká republika",
  EU: "European Union|Union européenne|UE|Europäische Union|ЄС|Європейський Союз",
  GB: "UK|U.K.|Great Britain|Britain|United Kingdom of Great Britain and Northern Ireland|Grande-Bretagne|Großbritannien|Британія|Сполучене Королівство",
  GR: "EL|Hellas|Hellenic Republic",
  IE: "Republic of Ireland",
  JP: "Nippon",
  KR: "South Korea|Republic of Korea",
  LV: "Republic of Latvia",
  MK: "Macedonia|North Macedonia",
  NATO: "OTAN|НАТО|North Atlantic Treaty Organization|North Atlantic Treaty Organisation",
  NL: "Holland|Pays-Bas|Nederland|Нідерланди|Голландія",
  NZ: "Aotearoa",
  SK: "Slovak Republic",
  TR: "Turkey|Türkiye|Turkiye|Turquie|Туреччина",
  UA: "Ukraina",
  US: "USA|U.S.|U.S.A.|United States of America|America|США|Сполучені Штати|Сполучені Штати Америки|États-Unis d’Amérique|EE. UU.",
};
