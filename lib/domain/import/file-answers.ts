// One answer for a whole file whose cells can be read in several ways. Whatever is read by an answer gets a
// note, and a cell that is clear without one is never read otherwise.
import { quotedCell, read, tidy, wordKey, type CellRead } from "./cells/cell";
import { dayInCell } from "./cells/day";
import type { ReadAmount } from "./amounts/money";
import type { ImportField } from "./import-columns";
import type { Day } from "../base/day";
import type { Credibility, EvidenceKind, Reliability } from "../pledge/evidence";
import type { Ownership } from "../pledge/source";

/** What a whole file has in common, where no column says it row by row. */
export interface FileValues {
  language: string;
  ownership: Ownership;
  reliability: Reliability;
  credibility: Credibility;
  /** Left out: the rows name it. */
  publisher?: string | undefined;
  evidenceKind?: EvidenceKind | undefined;
  /** Left out: none was given. */
  answers?: FileAnswers | undefined;
}

export interface FileAnswers {
  /** Of a date like 06/01/2026; null: not answered. */
  dayFirst: boolean | null;
  /** A year of two digits is 20xx. */
  years2000: boolean;
  /** Of a number like 1,234: whether the comma begins a fraction; null: not answered. */
  decimalComma: boolean | null;
  /** By field and the word's key: what to read instead; empty: nothing is stated. */
  words: Partial<Record<WordField, Readonly<Record<string, string>> | undefined>>;
}

export const NO_ANSWERS: FileAnswers = { dayFirst: null, years2000: false, decimalComma: null, words: {} };

/** Fields with coded words, for which a file may have its own. */
export const WORD_FIELDS = [
  "participant",
  "priority",
  "stage",
  "kind",
  "domain",
  "location",
  "evidenceKind",
  "furtherApproval",
] as const satisfies readonly ImportField[];
export type WordField = (typeof WORD_FIELDS)[number];

/** Fields that a row needs: no answer can say that nothing is stated. */
export const ALWAYS_SAID: ReadonlySet<ImportField> = new Set<ImportField>([
  "participant",
  "priority",
  "stage",
  "evidenceKind",
]);

export const isWordField = (field: string): field is WordField =>
  (WORD_FIELDS as readonly string[]).includes(field);

/** The same for cells that are alike. */
export const answerKey = (cell: string): string => wordKey(quotedCell(tidy(cell)));

/** Reads a field's cell as it is, otherwise by the answer for its word. Null: it states nothing. */
export const byWords =
  <T>(field: ImportField, reader: (cell: string) => CellRead<T>, { words }: FileAnswers) =>
  (cell: string): CellRead<T | null> => {
    const alone = reader(cell);
    const meanings = isWordField(field) ? words[field] : undefined;
    const key = answerKey(cell);
    if (alone.ok || !meanings || !Object.hasOwn(meanings, key)) return alone;
    const means = meanings[key] ?? "";
    const params = { text: quotedCell(cell), means: quotedCell(means) };
    if (means === "") return ALWAYS_SAID.has(field) ? alone : read(null, { code: "left-open", params });
    const found = reader(means);
    return found.ok ? read(found.value, { code: "read-as-told", params }) : alone;
  };

/** A date as it is, otherwise with the order and the century that hold for the file. */
export function dayByAnswers(cell: string, { dayFirst, years2000 }: FileAnswers): CellRead<Day> {
  const alone = dayInCell(cell);
  if (alone.ok) return alone;
  const { code, params = {} } = alone.message;
  if (code === "ambiguous-date" && dayFirst !== null)
    return read(String(dayFirst ? params["one"] : params["two"]), {
      code: dayFirst ? "read-day-first" : "read-month-first",
      params: { text: quotedCell(cell) },
    });
  const whole = code === "two-digit-year" && years2000 ? withCentury(cell) : null;
  if (whole === null) return alone;
  const found = dayByAnswers(whole, { ...NO_ANSWERS, dayFirst });
  // A question that remains is about the cell as it is written.
  if (!found.ok) return found;
  return read(found.value, { code: "year-20xx", params: { text: quotedCell(cell) } });
}

const withCentury = (cell: string): string | null => {
  const match = /^(.*?\D)['’]?(\d{2})\.?$/su.exec(cell.trim());
  return match ? `${match[1] ?? ""}20${match[2] ?? ""}` : null;
};

/** An amount as it is, otherwise with the decimal mark that holds for the file. */
export function amountByAnswers(
  cell: string,
  reader: (cell: string) => CellRead<ReadAmount>,
  { decimalComma }: FileAnswers,
): CellRead<ReadAmount> {
  const alone = reader(cell);
  if (alone.ok || alone.message.code !== "ambiguous-number" || decimalComma === null) return alone;
  const [group, fraction] = decimalComma ? [".", ","] : [",", "."];
  const line = cell.replace(/\s+/g, " ");
  const plain = line.replace(/\d[\d.,]*\d/g, (number) => number.replaceAll(group, "").replace(fraction, "."));
  const tried = withoutLongFraction(plain);
  const parsed = reader(tried);
  if (!parsed.ok) return alone;
  const code = decimalComma ? "comma-is-fraction" : "dot-is-fraction";
  // The words as the file has them, with the currency that the reader may have added.
  const inFile = (words: string) => words.replace(tried, () => line);
  return read(withWords(parsed.value, inFile), { code, params: { text: quotedCell(cell) } });
}

/** Our reader may take "1.234" for thousands; "1.2340" is clearly a fraction. */
const withoutLongFraction = (text: string): string => text.replace(/\.(\d{3})(?!\d)/g, ".$10");

const withWords = ({ quantity, money }: ReadAmount, inFile: (words: string) => string): ReadAmount => ({
  quantity: quantity.asStated === null ? quantity : { ...quantity, asStated: inFile(quantity.asStated) },
  money:
    money && "asStated" in money && money.asStated ? { ...money, asStated: inFile(money.asStated) } : money,
});
