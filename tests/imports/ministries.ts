// Six workbooks as ministries keep them, each with what a person reads in it. Made for the tests: titles, merged cells,
// sections, totals, notes, two languages, dates and numbers in each ministry's style, three encodings.
import type { FileAnswers } from "@/lib/domain/import/file-answers";
import type { LayoutInput } from "@/lib/imports/schema";
import { sheetOf, workbookOf } from "../support/files/workbook";

/** As a person reads it: row, participant, priority, stage, day, and how much ("-" if it isn't stated). */
type Truth = readonly [row: number, who: string, priority: number, stage: string, day: string, much: string];

export interface MinistryFile {
  name: string;
  bytes: Uint8Array;
  good: readonly Truth[];
  /** Rows that no person could import as they are, with the code they must be refused with. */
  refused: readonly (readonly [row: number, code: string])[];
  /** Lines that aren't rows. */
  left: Readonly<Record<string, number>>;
  layout?: Partial<LayoutInput>;
  answers: Partial<FileAnswers>;
  /** How many answers these are. */
  answered: number;
}

const text = (lines: readonly string[]): string => lines.join("\r\n");

/** Bytes of Windows-1251, for the letters that occur here. */
function cyrillic(words: string): Uint8Array {
  const others: Record<string, number> = {
    і: 0xb3,
    І: 0xb2,
    ї: 0xbf,
    Ї: 0xaf,
    є: 0xba,
    Є: 0xaa,
    "№": 0xb9,
    "’": 0x92,
    "–": 0x96,
  };
  return Buffer.from(
    [...words].map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return others[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
    }),
  );
}

const GERMAN: MinistryFile = {
  name: "Zusagen_Ukraine_Februar.xlsx",
  bytes: workbookOf([
    {
      name: "Kontakte",
      xml: sheetOf([
        ["Name", "Telefon"],
        ["Referat 2", "1234"],
      ]),
    },
    {
      name: "Zusagen 2026",
      xml: sheetOf(
        [
          ["Übersicht der Zusagen, Stand Februar 2026"],
          ["nur für den Dienstgebrauch – Entwurf"],
          [],
          ["Land", "Prio", "Titel", "Stand", "Datum", "Menge", "Einheit", "Art", "Quelle", "Beleg"],
          [
            "Deutschland",
            1,
            "Beteiligung an der Überwachung",
            "angekündigt",
            "06.01.26",
            "offen",
            null,
            "Überwachung",
            "LIGA.net",
            "Presse",
          ],
          [
            null,
            3,
            "Kräfte auf benachbartem NATO-Gebiet",
            "geprüft",
            "06.01.26",
            null,
            null,
            "Truppen",
            null,
            "Amtliche Erklärung",
          ],
          [
            null,
            2,
            "Unterstützung geht weiter",
            "angekündigt",
            "06.01.26",
            null,
            null,
            null,
            null,
            "Amtliche Erklärung",
          ],
          [
            "Belgien",
            3,
            "Luft- und Seestreitkräfte",
            "geprüft",
            "06.01.26",
            null,
            null,
            "Luftwaffe",
            "Premierminister von Belgien",
            "Amtliche Erklärung",
          ],
          [
            null,
            2,
            "Ausbildung",
            "angekündigt",
            "07.01.26",
            "ca. 120",
            "Soldaten",
            "Ausbildung",
            null,
            "Amtliche Erklärung",
          ],
          ["Summe Belgien", null, null, null, null, 120],
          [
            "Spanien",
            2,
            { formula: 'A11&" hilft"', value: "Militärhilfe 2025" },
            "zugesagt",
            "24.02.25",
            "1 Mrd €",
            null,
            "Finanzierung",
            "The Diplomat in Spain",
            "Amtliche Erklärung",
          ],
          [
            "Ruritanien",
            3,
            "Zehn Patrouillenboote",
            "geprüft",
            "06.01.26",
            "10",
            "Schiffe",
            "Marine",
            "Ruritanischer Bote",
            "Presse",
          ],
          ["Portugal", 6, "Marinepatrouille", "geprüft", "06.01.26", null, null, "Marine", "Lusa", "Presse"],
          ["Italien", 1, "Beobachter", "geprüft", "30.02.26", null, null, "Beobachter", "ANSA", "Presse"],
          [
            "Niederlande",
            2,
            { formula: "VLOOKUP(1)" },
            "geprüft",
            "06.01.26",
            null,
            null,
            null,
            "NOS",
            "Presse",
          ],
          [
            "Griechenland",
            3,
            "Hafen für die Truppe",
            "abgelehnt",
            "08.01.26",
            null,
            null,
            "Basierung",
            "Kathimerini",
            "Amtliche Erklärung",
          ],
          ["Insgesamt", null, null, null, null, 130],
          ["* vorläufig, ohne Gewähr"],
        ],
        ["A5:A7", "I5:I7", "A8:A9", "I8:I9", "A1:J1"],
      ),
    },
    { name: "Intern", xml: sheetOf([["x"]]), isHidden: true },
  ]),
  good: [
    [5, "DE", 1, "PLEDGED", "2026-01-06", "words"],
    [6, "DE", 3, "SIGNALLED", "2026-01-06", "-"],
    [7, "DE", 2, "PLEDGED", "2026-01-06", "-"],
    [8, "BE", 3, "SIGNALLED", "2026-01-06", "-"],
    [9, "BE", 2, "PLEDGED", "2026-01-07", "APPROXIMATE 120 PERSON"],
    [11, "ES", 2, "PLEDGED", "2025-02-24", "EUR 1000000000"],
    [16, "GR", 3, "DECLINED", "2026-01-08", "-"],
  ],
  refused: [
    [5, "evidence-missing"],
    [12, "unknown-participant"],
    [13, "unknown-priority"],
    [14, "bad-date"],
    [15, "formula-cell"],
  ],
  left: { above: 2, heading: 1, total: 2, note: 1 },
  answers: { years2000: true, words: { stage: { gepruft: "SIGNALLED" } } },
  answered: 2,
};

const FRENCH: MinistryFile = {
  name: "Engagements.csv",
  bytes: Buffer.from(
    text([
      "Tableau des engagements;;;;;;;;",
      "État au 25 février 2026, diffusion restreinte;;;;;;;;",
      "Pays / Country;Priorité / Priority;Intitulé / Title;Statut;Date;Montant;Type;Source;Preuve",
      "France;3;Hôpital de campagne;annoncé;06/01/2026;;base;Élysée;Déclaration officielle",
      "France;2;Obus d'artillerie;annoncé;02/02/2026;€1,234 milliard;munitions;Élysée;Déclaration officielle",
      "Royaume-Uni;3;Préparation de la force;annoncé;09/01/2026;£200m;financement;Downing Street;Déclaration officielle",
      "Belgique;2;Formation;à l'étude;25/02/2026;;formation;Belga;presse",
      "Pologne;3;Logistique;annoncé;03/02/2026;;logistique;PAP;Communiqué",
      "Grèce;3;Déploiement naval;à l'étude;07/01/2026;;drôle;ERT;presse",
      "Suède;3;Surveillance aérienne;annoncé;06/01/2026;;avions;Gouvernement;Déclaration officielle",
      "Danemark;2;Fonds de soutien;annoncé;12/02/2026;200 kr;fonds;Ritzau;Déclaration officielle",
      "Norvège;2;;annoncé;12/02/2026;;fonds;NTB;Déclaration officielle",
      "Total;;;;;€1,434 milliard;;;",
      "Sources : communiqués officiels et presse;;;;;;;;",
    ]).replaceAll("€", "\u0080"),
    "latin1",
  ),
  good: [
    [4, "FR", 3, "PLEDGED", "2026-01-06", "-"],
    [5, "FR", 2, "PLEDGED", "2026-02-02", "EUR 1234000000"],
    [6, "GB", 3, "PLEDGED", "2026-01-09", "GBP 200000000"],
    [7, "BE", 2, "SIGNALLED", "2026-02-25", "-"],
    [8, "PL", 3, "PLEDGED", "2026-02-03", "-"],
    [9, "GR", 3, "SIGNALLED", "2026-01-07", "-"],
    [10, "SE", 3, "PLEDGED", "2026-01-06", "-"],
  ],
  refused: [
    [11, "which-currency"],
    [12, "required"],
  ],
  left: { above: 2, heading: 1, total: 1, note: 1 },
  answers: {
    dayFirst: true,
    decimalComma: true,
    words: { stage: { "a l etude": "SIGNALLED" }, kind: { drole: "" } },
  },
  answered: 4,
};

const UKRAINIAN: MinistryFile = {
  name: "Zoboviazannia.csv",
  bytes: cyrillic(
    text([
      "Перелік зобов’язань партнерів;;;;;;",
      "Пріоритет;Назва;Стан;Дата;Кількість;Джерело;Доказ",
      "Франція;;;;;;",
      "3;Контингент на суходолі;заявлено;06.01.2026;кілька тисяч;Офіс Президента;офіційна заява",
      "2;Навчання бригади;оголошено;07.01.2026;4 500 військових;Офіс Президента;офіційна заява",
      "Разом;;;;4500;;",
      "Велика Британія;;;;;;",
      "2;Дрони-перехоплювачі;заявлено;09.01.2026;2 000 дронів;Офіс Президента;офіційна заява",
      "3;Підготовка сил;вивчається;10.01.2026;;BBC;повідомлення ЗМІ",
      "Литва;;;;;;",
      "3;Кілька сотень військових;вивчається;07.01.2026;кілька сотень;LRT;офіційна заява",
      "5;Спільне виробництво;заявлено;8 січ. 2026;;LRT;офіційна заява",
      "7;Без пріоритету;заявлено;08.01.2026;;LRT;офіційна заява",
      "Станом на 25 лютого 2026 року;;;;;;",
    ]),
  ),
  good: [
    [4, "FR", 3, "PLEDGED", "2026-01-06", "words"],
    [5, "FR", 2, "PLEDGED", "2026-01-07", "EXACT 4500 PERSON"],
    [8, "GB", 2, "PLEDGED", "2026-01-09", "EXACT 2000 SYSTEM"],
    [9, "GB", 3, "SIGNALLED", "2026-01-10", "-"],
    [11, "LT", 3, "SIGNALLED", "2026-01-07", "words"],
    [12, "LT", 5, "PLEDGED", "2026-01-08", "-"],
  ],
  refused: [[13, "unknown-priority"]],
  left: { above: 1, heading: 1, section: 3, total: 1, note: 1 },
  answers: { words: { stage: { вивчається: "SIGNALLED" } } },
  answered: 1,
};

const BRITISH: MinistryFile = {
  name: "Pledge tracker v7 FINAL.xlsx",
  bytes: workbookOf([
    {
      name: "READ ME",
      xml: sheetOf([["Pledge tracker"], ["Owner: Security Policy"], ["Please don't sort"]]),
    },
    {
      name: "Tracker",
      xml: sheetOf([
        ["Pledge tracker", null, null, null, null, null, "Updated:", { date: 46078 }],
        [
          "Ref",
          "Country",
          "P",
          "Pledge",
          "Status",
          "Date stated",
          "Number",
          "Unit",
          "Type",
          "Source",
          "Evidence type",
        ],
        ["Nordic states"],
        [
          "N1",
          "Sweden",
          "P3",
          "Gripen for air surveillance",
          "Announced",
          { date: 46028 },
          { formula: "3*2", value: "6" },
          "aircraft",
          "Air",
          "Swedish Government",
          "Official statement",
        ],
        [
          "N2",
          "Denmark",
          "P2",
          "Training places",
          "Announced",
          { date: 46029 },
          150,
          "persons",
          "Training",
          "Ritzau",
          "Official statement",
        ],
        [
          "N3",
          "Norway",
          "P2",
          "Ammunition fund",
          "Under discussion",
          { date: 46030 },
          "NOK 10 billion",
          null,
          "Funding",
          "NTB",
          "Press",
        ],
        [
          "N4",
          "Finland",
          "P1",
          "Monitoring sensors",
          "Under discussion",
          { date: 46031 },
          "tbc",
          "systems",
          "Monitoring",
          "YLE",
          "Press",
        ],
        ["Sub-total", null, null, null, null, null, { formula: "SUM(G4:G7)", value: "156" }],
        ["Others"],
        [
          "W1",
          "Canada",
          "P2",
          "Armoured vehicles",
          "Announced",
          "24 Feb 2026",
          ">= 400",
          "vehicles",
          "Equipment",
          "Prime Minister of Canada",
          "Official statement",
        ],
        [
          "W2",
          "Japan",
          "P5",
          "Demining technology",
          "Announced",
          "6 Jan 2026",
          null,
          null,
          "Mine clearing",
          "Kyodo",
          "Official statement",
        ],
        [
          "W3",
          "Türkiye",
          "P3",
          "Lead at sea",
          "Under discussion",
          "Jan 2026",
          null,
          null,
          "Naval",
          "Anadolu",
          "Official statement",
        ],
        [
          "W4",
          "Australia",
          "P3",
          "Aircraft in Poland",
          "Announced",
          "12/25/2025",
          1,
          "aircraft",
          "Air",
          "ABC",
          "Press",
        ],
        [
          "Note: figures are indicative and don't commit any government; see the covering letter of 3 February.",
        ],
      ]),
    },
  ]),
  good: [
    [4, "SE", 3, "PLEDGED", "2026-01-06", "EXACT 6 AIRCRAFT"],
    [5, "DK", 2, "PLEDGED", "2026-01-07", "EXACT 150 PERSON"],
    [6, "NO", 2, "SIGNALLED", "2026-01-08", "NOK 10000000000"],
    [7, "FI", 1, "SIGNALLED", "2026-01-09", "-"],
    [10, "CA", 2, "PLEDGED", "2026-02-24", "AT_LEAST 400 SYSTEM"],
    [11, "JP", 5, "PLEDGED", "2026-01-06", "-"],
  ],
  refused: [
    [12, "date-not-whole"],
    [13, "evidence-missing"],
  ],
  left: { above: 1, heading: 1, section: 2, total: 1, note: 1 },
  answers: { words: { stage: { "under discussion": "SIGNALLED" } } },
  answered: 1,
};

const TWO_LANGUAGES: MinistryFile = {
  name: "Beitraege_Contributions.txt",
  bytes: Buffer.from(
    `\ufeff${text([
      "Beiträge der Partner – Contributions of partners",
      "",
      "Land\tPriorität\tTitel\tStatus\tDatum\tAnzahl\tEinheit\tQuelle\tBeleg",
      "Country\tPriority\tTitle\tStage\tDate\tQuantity\tUnit\tSource\tEvidence",
      "Estland\t3\tKompanie\tangekündigt\t30.04.2025\t1\tKompanie\tUkrainska Pravda\tAmtliche Erklärung",
      "\t2\tInstruktoren\tangekündigt\t30.04.2025\t120–140\tPersonen\tUkrainska Pravda\tAmtliche Erklärung",
      "\t1\tSensoren\tin Prüfung\t01.05.2025\t\t\tERR\tMedienbericht",
      "Lettland\t3\tBeitrag nach Beschluss\tin Prüfung\t06.01.2026\t\t\tbb.lv\tAmtliche Erklärung",
      "\t2\tAusbildung\tangekündigt\t07.01.2026\t3.000\tPersonen\tbb.lv\tAmtliche Erklärung",
      "Litauen\t3\tEtwa 200 Soldaten\tin Prüfung\t20.08.2025\tabout 200\tSoldaten\tTVN24\tInterview",
      "\t5\tGemeinsame Fertigung\tzugesagt\t20.08.2025\t\t\tTVN24\tAmtliche Erklärung",
      "Land\tPriorität\tTitel\tStatus\tDatum\tAnzahl\tEinheit\tQuelle\tBeleg",
      "Polen\t3\tLogistik\tangekündigt\t06.01.2026\t-5\tPersonen\tPAP\tAmtliche Erklärung",
      "Tschechien\t2\tMunitionsinitiative\tangekündigt\t06.01.2026\t1,5 Mio.\tSchuss\tČTK\tAmtliche Erklärung",
    ])}`,
    "utf16le",
  ),
  good: [
    [5, "EE", 3, "PLEDGED", "2025-04-30", "EXACT 1 COMPANY"],
    [6, "EE", 2, "PLEDGED", "2025-04-30", "RANGE 120-140 PERSON"],
    [7, "EE", 1, "SIGNALLED", "2025-05-01", "-"],
    [8, "LV", 3, "SIGNALLED", "2026-01-06", "-"],
    [9, "LV", 2, "PLEDGED", "2026-01-07", "EXACT 3000 PERSON"],
    [10, "LT", 3, "SIGNALLED", "2025-08-20", "APPROXIMATE 200 PERSON"],
    [11, "LT", 5, "PLEDGED", "2025-08-20", "-"],
    [14, "CZ", 2, "PLEDGED", "2026-01-06", "EXACT 1500000 ROUND"],
  ],
  refused: [[13, "negative-quantity"]],
  left: { above: 1, heading: 3 },
  layout: { fillDown: [0] },
  answers: { words: { stage: { "in prufung": "SIGNALLED" } } },
  answered: 2,
};

const AMERICAN: MinistryFile = {
  name: "partner_commitments_2026.csv",
  bytes: Buffer.from(
    text([
      '"Partner commitments, as of 02/25/2026",,,,,,,',
      "Partner,Priority,Title,Status,Announced on,Amount,Source,Evidence",
      "United Kingdom,2,Octopus interceptors,Announced,01/09/2026,,A News,Official statement",
      'Canada,2,Military assistance,Announced,02/24/2026,"CAD 2,000,000,000",CNW,Official statement',
      "Norway,2,Brigade lead,Announced,10/15/2025,NOK 10 billion,Interfax,Official statement",
      "Germany,4,Guarantee,Exploring,02/03/2026,,LIGA.net,Press",
      "Holland,3,Minehunters,Exploring,02/04/2026,,NOS,Press",
      "Britian,5,Project Lyra,Announced,09/10/2025,,Breaking Defense,Official statement",
      "Spain,2,Aid,Announced,02/24/2025,$1 billion,The Diplomat,Official statement",
      "France,1,Satellites,Done?,01/06/2026,,Le Monde,Press",
      "Ireland,2,Non-lethal aid,Announced,13/13/2026,,RTE,Official statement",
    ]),
  ),
  good: [
    [3, "GB", 2, "PLEDGED", "2026-01-09", "-"],
    [4, "CA", 2, "PLEDGED", "2026-02-24", "CAD 2000000000"],
    [5, "NO", 2, "PLEDGED", "2025-10-15", "NOK 10000000000"],
    [6, "DE", 4, "SIGNALLED", "2026-02-03", "-"],
    [7, "NL", 3, "SIGNALLED", "2026-02-04", "-"],
    [8, "GB", 5, "PLEDGED", "2025-09-10", "-"],
  ],
  refused: [
    [9, "which-currency"],
    [10, "evidence-missing"],
    [11, "bad-date"],
  ],
  left: { above: 1, heading: 1 },
  answers: { dayFirst: false, words: { stage: { exploring: "SIGNALLED" }, participant: { britian: "GB" } } },
  answered: 3,
};

export const MINISTRIES = [GERMAN, FRENCH, UKRAINIAN, BRITISH, TWO_LANGUAGES, AMERICAN];
