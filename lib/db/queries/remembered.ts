// Figures over the whole register, remembered as long as they are true: until the log's head moves or the day
// turns. Every change of a record ends in the log, so an equal head means an equal register.
import { cache } from "react";
import { ask } from "../sql/ask";
import { readWithSession } from "./log/read-with-session";
import { sql } from "../sql/sql";

interface Answer {
  /** The state for which it is true. */
  of: string;
  answer: Promise<unknown>;
}

const answers = new Map<string, Answer>();
const MOST = 500;

/**
 * The head is read before the figures: an answer may be newer than its cached head, never older. Concurrent callers
 * share the work.
 */
export const rememberedUntilChange = async <T>(question: string, work: () => Promise<T>): Promise<T> =>
  remembered(question, await findHead(), work);

export function remembered<T>(question: string, of: string, work: () => Promise<T>): Promise<T> {
  const known = answers.get(question);
  if (known?.of === of) return known.answer as Promise<T>;

  const answer = work();
  answers.delete(question);
  answers.set(question, { of, answer });
  answer.catch(() => answers.delete(question));
  for (const oldest of answers.keys()) if (answers.size > MOST) answers.delete(oldest);
  return answer;
}

/** One page asks once: all its figures are of one head. */
const findHead = cache(async (): Promise<string> => {
  const read = readWithSession().head ?? null;
  if (read !== null) return read;
  const [head] = await ask<{ leaf_hash: string }>(sql`SELECT leaf_hash FROM audit.head`);
  return head?.leaf_hash ?? "";
});
