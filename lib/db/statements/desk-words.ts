// The meanings that a desk has given to words of its files.
import "server-only";
import { isWordField, WORD_FIELDS, type FileAnswers, type WordField } from "@/lib/domain/import/file-answers";
import { askPrisma } from "../prisma";

type Words = FileAnswers["words"];

export async function findDeskWords(desk: string): Promise<Words> {
  const rows = await askPrisma((db) => db.deskWord.findMany({ where: { desk }, take: MOST }));
  const words: Record<string, Record<string, string>> = {};
  for (const { field, word, means } of rows)
    if (isWordField(field)) words[field] = { ...words[field], [word]: means };
  return words;
}

/** `before`: what the same file said; of that, what it no longer says is forgotten, unless the desk has changed it since. */
export async function keepDeskWords(desk: string, words: Words, before: Words): Promise<void> {
  const said = listed(words);
  const gone = listed(before).filter(({ field, word }) => words[field]?.[word] === undefined);
  if (said.length + gone.length === 0) return;
  await askPrisma(
    (db) => db.$executeRaw`
      WITH forgotten AS (
        DELETE FROM desk_word d USING json_to_recordset(${JSON.stringify(gone)}::json) AS g (field text, word text, means text)
         WHERE d.desk = ${desk} AND d.field = g.field AND d.word = g.word AND d.means = g.means)
      INSERT INTO desk_word (desk, field, word, means)
      SELECT ${desk}, field, word, means FROM json_to_recordset(${JSON.stringify(said)}::json) AS s (field text, word text, means text)
          ON CONFLICT (desk, field, word) DO UPDATE SET means = excluded.means`,
  );
}

const listed = (words: Words): { field: WordField; word: string; means: string }[] =>
  WORD_FIELDS.flatMap((field) =>
    Object.entries(words[field] ?? {}).map(([word, means]) => ({ field, word, means })),
  );

const MOST = 2_000;
