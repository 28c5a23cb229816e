// A page shows a dozen small things, each with its own question. Those that don't wait for one another are sent as one
// statement, which answers the rows of each as JSON.
import { AsyncLocalStorage } from "node:async_hooks";
import type { QueryResultRow } from "pg";
import { askPool } from "../client";

interface Asked {
  text: string;
  values: readonly unknown[];
  answer: (rows: never[]) => void;
  fail: (error: unknown) => void;
}

const turns = new AsyncLocalStorage<Turns>();

/** What `work` asks in one turn of the event loop is one statement; it fails as one, and runs on one connection. */
export const askTogether = <T>(work: () => Promise<T>): Promise<T> =>
  turns.getStore() ? work() : turns.run(new Turns(), work);

/** Alone, or with what else is asked in this turn. */
export const askInTurn = <Row extends QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<Row[]> => turns.getStore()?.add<Row>(text, values) ?? askPool<Row>(text, values);

class Turns {
  private asked: Asked[] = [];

  add<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return new Promise((answer, fail) => {
      if (this.asked.push({ text, values, answer, fail }) === 1) setImmediate(() => void this.send());
    });
  }

  private async send(): Promise<void> {
    const asked = this.asked;
    this.asked = [];
    try {
      const answers = await answersTo(asked);
      for (const [place, { answer }] of asked.entries()) answer((answers[place] ?? []) as never[]);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }
}

async function answersTo(asked: readonly Asked[]): Promise<unknown[][]> {
  const [first, ...others] = asked;
  if (first && others.length === 0) return [await askPool(first.text, first.values)];
  const values: unknown[] = [];
  const columns = asked.map(({ text, values: own }) => {
    const numbered = text.replace(PARAMETER, (_, number: string) => `$${values.length + Number(number)}`);
    values.push(...own);
    return `(SELECT coalesce(json_agg(row), '[]') FROM (${numbered}) row)`;
  });
  const [row] = await askPool<{ answers: unknown[][] }>(
    `SELECT json_build_array(${columns.join(", ")}) AS answers`,
    values,
  );
  return row?.answers ?? [];
}

const PARAMETER = /\$(\d+)\b/g;
