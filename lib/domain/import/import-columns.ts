// Guesses the field of each column from its heading, then from its cells.
import { wordKey } from "./cells/cell";
import { contributionKindIn, domainIn, evidenceKindIn, stageIn } from "./cells/coded";
import { dayInCell } from "./cells/day";
import { priorityIn } from "./cells/priority";
import { referenceIn } from "./row-cells";

export const IMPORT_FIELDS = [
  "participant",
  "priority",
  "title",
  "summary",
  "stage",
  "reason",
  "statedOn",
  "quantity",
  "unit",
  "amount",
  "currency",
  "domain",
  "kind",
  "location",
  "conditions",
  "publisher",
  "url",
  "sourceTitle",
  "publishedOn",
  "evidenceKind",
  "language",
  "ownership",
  "reliability",
  "credibility",
  "quote",
  "authorisedBy",
  "furtherApproval",
  "windowStart",
  "windowEnd",
  "dueOn",
  "noticeToMoveDays",
  "owner",
  "nextAction",
  "nextActionDueOn",
  "handling",
  "jointWith",
  "onBehalfOf",
  "sameAs",
  "reference",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Without these a row isn't a pledge. */
export const NEEDED_FIELDS = [
  "participant",
  "priority",
  "title",
  "stage",
] as const satisfies readonly ImportField[];

/** Each field's column, from 0. */
export type ImportColumns = Partial<Record<ImportField, number | undefined>>;

/** One column per field and one field per column; a field without a match stays open. */
export function guessColumns(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  isParticipant: (cell: string) => boolean,
): ImportColumns {
  const columns: ImportColumns = {};
  const assigned = new Set<number>();
  const assign = (field: ImportField, column: number): void => {
    if (column < 0 || assigned.has(column) || columns[field] !== undefined) return;
    columns[field] = column;
    assigned.add(column);
  };
  const keys = header.map(wordKey);
  const assignByHeading = (isNamed: (field: ImportField, column: number) => boolean): void => {
    for (const field of IMPORT_FIELDS)
      assign(
        field,
        keys.findIndex(
          (_, column) =>
            !assigned.has(column) &&
            isNamed(field, column) &&
            !(field === "reference" && isOwnNumber(rows, column)),
        ),
      );
  };
  assignByHeading((field, column) => isHeading(field, keys[column] ?? ""));
  assignByHeading((field, column) => partsOf(header[column] ?? "").some((key) => isHeading(field, key)));
  const looks: [ImportField, (cell: string) => boolean][] = [
    ["participant", isParticipant],
    ["stage", (cell) => stageIn(cell).ok],
    ["priority", (cell) => priorityIn(cell).ok],
    ["evidenceKind", (cell) => evidenceKindIn(cell).ok],
    ["url", (cell) => /^https?:\/\//.test(cell)],
    ["kind", (cell) => contributionKindIn(cell).ok],
    ["domain", (cell) => domainIn(cell).ok],
    ["statedOn", (cell) => dayInCell(cell).ok],
  ];
  for (const [field, isOne] of looks) {
    if (columns[field] !== undefined) continue;
    assign(
      field,
      header.findIndex((_, column) => !assigned.has(column) && speaksFor(rows, column, isOne)),
    );
  }
  return columns;
}

/** Spreadsheet letters: A, B, …, AA. */
export function columnLetter(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnLetter(Math.floor(column / 26) - 1)}${letter}`;
}

/** How many of these cells are headings. */
export const fieldsHeaded = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.length <= LONGEST_HEADED && isHeaded(cell)).length;

const LONGEST_HEADED = 100;
const isHeaded = (cell: string): boolean =>
  [wordKey(cell), ...partsOf(cell)].some(
    (key) => key !== "" && IMPORT_FIELDS.some((field) => isHeading(field, key)),
  );

/** "Pays / Country", "Menge (Anzahl)": each part may be the heading. */
const partsOf = (heading: string): string[] =>
  heading
    .split(/[/\n|()[\]–—*]+|\s-\s/)
    .map(wordKey)
    .filter((key) => key !== "");

/** By its words, or by the names in our own exports. */
const isHeading = (field: ImportField, key: string): boolean =>
  HEADINGS[field].has(key) || key.replaceAll(" ", "") === field.toLowerCase();

/** A column of references of which none is ours: a ministry's own numbers. */
function isOwnNumber(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && !cells.some((cell) => referenceIn(cell).ok);
}

/** Almost all its cells can be read as the field. */
function speaksFor(
  rows: readonly (readonly string[])[],
  column: number,
  isOne: (cell: string) => boolean,
): boolean {
  const cells = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
  return cells.length >= 2 && cells.filter(isOne).length >= cells.length * 0.8;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split("|").map(wordKey));

const HEADINGS: Readonly<Record<ImportField, ReadonlySet<string>>> = {
  participant: words(
    "participant|country|nation|state|member|code|pays|état|land|staat|teilnehmer|країна|держава|учасник",
  ),
  priority: words("priority|priority no|prio|priorité|priorität|пріоритет"),
  title: words(
    "title|pledge|name|subject|headline|description short|titre|intitulé|titel|bezeichnung|назва|заголовок|зобов'язання",
  ),
  summary: words(
    "summary|description|details|detail|note|notes|remarks|comment|comments|résumé|description|zusammenfassung|beschreibung|опис|примітки|зміст|стислий зміст",
  ),
  stage: words("stage|status|state of pledge|étape|statut|stand|stufe|стадія|статус|стан|stade"),
  reason: words("reason|stage reason|reason for stage|why|motif|raison|grund|begründung|причина"),
  statedOn: words(
    "stated on|date|stated|date stated|announced|announced on|said on|date de déclaration|datum|erklärt am|дата|дата заяви|déclaré le|день заяви",
  ),
  quantity: words(
    "quantity|number|how much|how many|amount number|quantité|nombre|menge|anzahl|кількість|quantity or a sum|quantité ou montant|кількість або сума",
  ),
  unit: words("unit|units|unité|einheit|одиниця|одиниці"),
  amount: words(
    "amount|money|sum|value|budget|cost|montant|somme|betrag|summe|сума|гроші|sum of money|сума коштів",
  ),
  currency: words("currency|devise|währung|валюта"),
  domain: words("domain|domaine|bereich|dimension|домен|сфера|milieu"),
  kind: words(
    "kind|type|category|contribution|kind of contribution|contribution kind|genre|catégorie|art|kategorie|вид|тип|категорія|type de contribution|вид внеску",
  ),
  location: words("location|where|place|lieu|ort|standort|місце|розташування"),
  conditions: words(
    "conditions|condition|depends on|waits for|conditional on|bedingungen|bedingung|умови|умова",
  ),
  publisher: words(
    "source publisher|publisher|source|published by|éditeur|quelle|herausgeber|джерело|видавець|publisher of the source|éditeur de la source|видавець джерела",
  ),
  url: words(
    "source url|url|link|address|web address|source link|lien|adresse|посилання|адреса|address of the source|adresse de la source|адреса джерела",
  ),
  sourceTitle: words(
    "source title|title of source|article|document|titre de la source|titel der quelle|назва джерела|title of the source",
  ),
  publishedOn: words(
    "source date|published|published on|publication date|date of source|date de publication|veröffentlicht am|дата публікації|дата джерела|date of the source|date de la source",
  ),
  evidenceKind: words(
    "evidence kind|evidence|kind of evidence|evidence type|proof|source type|type de preuve|preuve|art des belegs|beleg|nachweis|вид доказу|доказ",
  ),
  language: words(
    "language|source language|langue|sprache|мова|language of the source|langue de la source|мова джерела",
  ),
  ownership: words(
    "ownership|source ownership|source kind|propriété|власність|ownership of the publisher|contrôle de l'éditeur|належність видавця",
  ),
  reliability: words("reliability|grade|fiabilité|zuverlässigkeit|надійність"),
  credibility: words("credibility|crédibilité|glaubwürdigkeit|достовірність"),
  quote: words("quote|quotation|citation|zitat|цитата"),
  authorisedBy: words(
    "authorised by|authorized by|authority|autorisé par|genehmigt durch|уповноважив|ким уповноважено|хто уповноважив",
  ),
  furtherApproval: words(
    "further approval|approval|approval needed|needs approval|autre approbation|weitere zustimmung|подальше погодження|further approval needed|autre approbation nécessaire|чи потрібне подальше схвалення",
  ),
  windowStart: words("window start|start|from|begin|début|beginn|початок|window from|période du|період від"),
  windowEnd: words("window end|end|until|to|fin|ende|кінець|window until|période au|період до"),
  dueOn: words("due on|due|deadline|due date|échéance|frist|термін|строк"),
  noticeToMoveDays: words(
    "notice to move days|notice to move|notice|préavis|vorlaufzeit|préavis en jours|строк готовності днів",
  ),
  owner: words(
    "owner|responsible|focal point|desk officer|responsable|verantwortlich|відповідальний|власник|référent",
  ),
  nextAction: words(
    "next action|next step|action|prochaine action|nächster schritt|наступна дія|наступний крок",
  ),
  nextActionDueOn: words(
    "next action due|next action due on|action due|action due on|next step due|échéance de la prochaine action|строк наступної дії",
  ),
  handling: words("handling|marking|classification|diffusion|einstufung|гриф|поширення"),
  jointWith: words(
    "jointly with|joint with|together with|jointly|conjointement avec|avec|en commun avec|спільно з|разом з|разом із",
  ),
  onBehalfOf: words("on behalf of|on behalf|au nom de|pour le compte de|від імені|за дорученням"),
  sameAs: words(
    "same unit as|the same unit as|same sum as|the same sum as|the same as|the same unit or sum as|même unité que|même somme que|la même que|gleiche einheit wie|gleiche summe wie|той самий підрозділ що|та сама сума що|те саме що|même unité ou somme que|той самий підрозділ або сума що",
  ),
  reference: words(
    "reference|ref|register reference|pledge reference|référence|referenz|aktenzeichen|посилання в реєстрі|номер|reference in the register|référence dans le registre",
  ),
};
