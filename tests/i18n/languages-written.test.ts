// How French and Ukrainian are written, and that each has one word for one thing everywhere (docs/decisions/0045).
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { STAGES } from "@/lib/domain/pledge/stages";
import { withLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";

const ROOT = path.resolve(import.meta.dirname, "../..");
const FOLDER = path.join(ROOT, "lib/i18n/messages");

type Other = "fr" | "uk";

/** "file key" → message. */
const textsOf = (language: "en" | Other): Map<string, string> =>
  new Map(
    readdirSync(path.join(FOLDER, language)).flatMap((file) =>
      flat(JSON.parse(readFileSync(path.join(FOLDER, language, file), "utf8")), file.replace(".json", "")),
    ),
  );

function flat(node: unknown, at: string): [string, string][] {
  return typeof node === "string"
    ? [[at, node]]
    : Object.entries(node as object).flatMap(([key, one]) => flat(one, `${at} ${key}`));
}

const ENGLISH = textsOf("en");
const OWN = { fr: textsOf("fr"), uk: textsOf("uk") };

/** Quotes text as programs write it. */
const AS_CODE = new Set(["fields bad-version"]);

const WRONG: Record<Other, [what: string, found: RegExp][]> = {
  fr: [
    [
      "no no-break space before a sign of two parts",
      /[^\s+][;?!»]|[^\s\d\p{L}]:|[\p{L}\d}]:(\s|$)| [:;?!»]/u,
    ],
    ["no no-break space within guillemets", /«[^\u00a0\u202f]|[^\u00a0\u202f]»/u],
    ["another's quotation marks", /["“”„]/u],
    ["a space before an ellipsis, or three full stops", / …|\.\.\./u],
  ],
  uk: [
    ["a space before a sign", / [:;?!,…»]|« /u],
    ["another's quotation marks", /"|”|“(?!»|[^«]*»)|„(?![^»]*“)/u],
    ["a dash that is too short", / [–-] /u],
    ["three full stops", /\.\.\./u],
    ["letters of two alphabets in a word", /[А-ЯҐЄІЇа-яґєії’][A-Za-z]|[A-Za-z][А-ЯҐЄІЇа-яґєії]/u],
    ["a letter that Ukrainian does not have", /[ыэёъ]/iu],
  ],
};

const wrongIn = (language: Other, message: string): string[] => {
  // The syntax between the forms of a message is not text.
  const said = message
    .replace(/\{\w+, (plural|select),|\b(=\d+|\w+) (?=\{)/g, "")
    .replace(/<(\w+)><\/\1>/g, "x")
    .replace(/<\/?\w+>/g, "")
    .replace(/\b\w+:(?=\/\/|[\w-]+\b(?!\s))/g, "");
  return WRONG[language].filter(([, found]) => found.test(said)).map(([what]) => what);
};

describe.each(["fr", "uk"] as const)("%s", (language) => {
  test("follows its rules of typography", () => {
    const found = [...OWN[language]]
      // The readme of packages is laid out by hand.
      .filter(([key]) => !AS_CODE.has(key) && key !== "exports readme")
      .flatMap(([key, message]) => wrongIn(language, message).map((what) => `${key}: ${what}: ${message}`));
    expect(found).toEqual([]);
  });

  test("has one word for one thing", () => {
    const strayed = TERMS.flatMap(([english, own]) =>
      [...ENGLISH]
        .filter(
          ([key, message]) =>
            new RegExp(`\\b(${english})\\b`, "i").test(bare(message)) && !SAID_OTHERWISE.has(key),
        )
        .map(([key]) => [key, OWN[language].get(key) ?? ""] as const)
        .filter(([, message]) => !own[language].test(message))
        .map(([key, message]) => `${english}: ${key}: ${message}`),
    );
    expect(strayed).toEqual([]);
  });

  test("names the stages as decision 0045 does", () => {
    const domain = translator("domain");
    const table = readFileSync(path.join(ROOT, "docs/decisions/0045-three-languages.md"), "utf8");
    const cells = table
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.split(" | ")[language === "fr" ? 1 : 2] ?? "");
    const named = cells.slice(3, 5).flatMap((cell) => cell.replace(/ \|$/, "").split(", "));
    expect(STAGES.map((stage) => withLanguage(language, () => domain(`stage.${stage}`)))).toEqual(named);
  });
});

test.each([
  ["fr", "Voulez-vous ?"],
  ["fr", "Motif: {reason}"],
  ["fr", "« Acté »"],
  ["fr", "“Acté”"],
  ["fr", "Enregistrement …"],
  ["uk", "Причина : так"],
  ["uk", "Так - ні"],
  ["uk", 'Лише "так"'],
  ["uk", "Cтан"],
  ["uk", "Объект"],
] as const)("an error of typography in %s is found: %s", (language, message) => {
  expect(wrongIn(language, message)).not.toEqual([]);
});

test.each([
  ["fr", "Voulez-vous\u00a0? «\u00a0Acté\u00a0»\u00a0: https://exemple.fr, «\u00a0+?\u00a0»…"],
  ["fr", "{count, plural, one {# point} other {# points}}{of, select, none {} other {\u00a0: {of}}}"],
  ["uk", "«Два парламенти кажуть „ні“» — так: 0–7 дн., FR-3-001; pledge:FR-3-001…"],
] as const)("correct text in %s is accepted: %s", (language, message) => {
  expect(wrongIn(language, message)).toEqual([]);
});

const bare = (message: string): string =>
  message.replace(/<\/?\w+>|\{\w+(, (plural|select|number),?)?|\b\w+:(?=[\w-])|\b[A-Z_]{3,}\b/g, " ");

/** Messages in which English has one word where its translation has two, or the other way round. */
const SAID_OTHERWISE = new Set([
  "domain contributionKind MINE_CLEARANCE",
  "domain stageMeaning ALLOCATED",
  "fields not-a-record",
  "pledge-form setAsideHint",
  "coverage order unresolved",
  "sample rule key",
  "shell searchPlaceholder",
  "tables of events seq",
]);

/** An English word, and its translation everywhere. */
const TERMS: [english: string, own: Record<Other, RegExp>][] = [
  ["pledges?", { fr: /engagement/i, uk: /зобов’яз/i }],
  ["participants?", { fr: /participant/i, uk: /учасник/i }],
  ["unresolved", { fr: /non résolu/i, uk: /невирішен/i }],
  ["stages?", { fr: /stade/i, uk: /стаді/i }],
  ["priorit(y|ies)", { fr: /priorité/i, uk: /пріоритет/i }],
  ["gaps?", { fr: /lacune/i, uk: /прогалин/i }],
  ["dormant", { fr: /en sommeil/i, uk: /очікуван/i }],
  ["evidence", { fr: /preuve|pièce/i, uk: /доказ/i }],
  ["sources?", { fr: /source/i, uk: /джерел/i }],
  ["conditions?", { fr: /condition/i, uk: /умов/i }],
  ["triggers?", { fr: /déclencheur/i, uk: /тригер/i }],
  ["keystones?", { fr: /clés? de voûte/i, uk: /ключов/i }],
  ["deadlocks?", { fr: /blocages? mutuels?/i, uk: /взаємн\p{L}+ блокуван/iu }],
  ["approvals?", { fr: /approbation/i, uk: /схвален/i }],
  ["caveats?", { fr: /réserve/i, uk: /застереж/i }],
  ["window", { fr: /période/i, uk: /період/i }],
  ["requirements?", { fr: /besoin/i, uk: /потреб/i }],
  ["shortfall", { fr: /manque/i, uk: /нестач/i }],
  ["recipients?", { fr: /destinataire/i, uk: /отримувач/i }],
  ["deliver(y|ies)", { fr: /livraison/i, uk: /достав/i }],
  ["proposals?", { fr: /proposition/i, uk: /пропозиці/i }],
  ["rulings?", { fr: /arbitrage/i, uk: /рішенн/i }],
  ["baselines?", { fr: /points? de référence/i, uk: /точ(к|ок)/i }],
  ["scenarios?", { fr: /scénario/i, uk: /сценарі/i }],
  ["briefings?", { fr: /note de synthèse/i, uk: /довідк/i }],
  ["samples?", { fr: /échantillon/i, uk: /вибір/i }],
  ["checkpoints?", { fr: /points? de contrôle/i, uk: /контрольн/i }],
  ["packages?", { fr: /paquet/i, uk: /пакет/i }],
  ["witness(es)?", { fr: /témoin/i, uk: /свід/i }],
  ["sealed", { fr: /scell/i, uk: /закрит|засвідч/i }],
  ["clearance", { fr: /habilitation/i, uk: /допуск/i }],
  ["handling", { fr: /diffusion/i, uk: /поширен/i }],
  ["marking", { fr: /mention/i, uk: /позначен/i }],
  ["managers?", { fr: /responsable/i, uk: /керівник/i }],
  ["auditors?", { fr: /auditeur/i, uk: /аудитор/i }],
  ["desk officers?", { fr: /rédacteur/i, uk: /референт/i }],
  ["coverage", { fr: /couverture/i, uk: /охоплен|покритт/i }],
  ["focal points?", { fr: /points? foca/i, uk: /координатор/i }],
  ["second factor", { fr: /second facteur/i, uk: /друг\p{L}+ фактор/iu }],
];
