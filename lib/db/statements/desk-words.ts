// The meanings that a desk has given to words of its files.
import "server-only";
import { isWordField, type FileAnswers } from "@/lib/domain/import/file-answers";
import { askPrisma } from "../prisma";

type Words = FileAnswers["words"];

export async function findDeskWords(desk: string): Promise<Words> {
  const rows = await askPrisma((db) => db.deskWord.findMany({ where: { desk }, take: MOST }));
  const words: Record<string, Record<string, string>> = {};
  for (const { field, word, means } of rows)
    if (isWordField(field)) words[field] = { ...words[field], [word]: means };
  return words;
}

export async function keepDeskWords(desk: string, words: Words): Promise<void> {
  const said = Object.entries(words).flatMap(([field, of]) =>
    Object.entries(of ?? {}).map(([word, means]) => ({ field, word, means })),
  );
  if (said.length === 0) return;
  await askPrisma(
    (db) => db.$executeRaw`
      INSERT INTO desk_word (desk, field, word, means)
      SELECT ${desk}, field, word, means FROM json_to_recordset(${JSON.stringify(said)}::json) AS s (field text, word text, means text)
          ON CONFLICT (desk, field, word) DO UPDATE SET means = excluded.means`,
  );
}

const MOST = 2_000;
