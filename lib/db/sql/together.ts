// A page shows a dozen small things, each with its own query. Those that don't depend on one another are sent
// as one statement, which returns the rows of each as JSON.
import { AsyncLocalStorage } from "node:async_hooks";
import type { QueryResultRow } from "pg";
import { askPool } from "../client";
import { planned, type Planned } from "./planned-once";

interface QueuedQuery {
  text: string;
  values: readonly unknown[];
  byKeys: boolean;
  answer: (rows: never[]) => void;
  fail: (error: unknown) => void;
}

const scope = new AsyncLocalStorage<{ turns: Turns; byKeys: boolean }>();

/**
 * All queries of `work` in one turn of the event loop become one statement; it fails as a whole, and runs on
 * one connection.
 */
export const askTogether = <T>(work: () => Promise<T>): Promise<T> =>
  scope.getStore() ? work() : scope.run({ turns: new Turns(), byKeys: false }, work);

/**
 * The same for queries that find their rows by keys: one plan fits any values, and is made once per
 * connection. Not for lists: their best plan depends on the filter.
 */
export const askTogetherByKeys = <T>(work: () => Promise<T>): Promise<T> =>
  scope.run({ turns: scope.getStore()?.turns ?? new Turns(), byKeys: true }, work);

/** Runs alone, or together with the other queries of this turn. */
export const askInTurn = <Row extends QueryResultRow>(
  text: string,
  values: readonly unknown[],
): Promise<Row[]> => {
  const here = scope.getStore();
  return here ? here.turns.add<Row>(text, values, here.byKeys) : askPool<Row>(text, values);
};

class Turns {
  private queued: QueuedQuery[] = [];

  add<Row>(text: string, values: readonly unknown[], byKeys: boolean): Promise<Row[]> {
    return new Promise((answer, fail) => {
      if (this.queued.push({ text, values, byKeys, answer, fail }) === 1)
        setImmediate(() => void this.send());
    });
  }

  private async send(): Promise<void> {
    const queued = this.queued;
    this.queued = [];
    try {
      const answers = await answersTo(queued);
      for (const [place, { answer }] of queued.entries()) answer((answers[place] ?? []) as never[]);
    } catch (error) {
      for (const { fail } of queued) fail(error);
    }
  }
}

async function answersTo(queued: readonly QueuedQuery[]): Promise<unknown[][]> {
  const [first, ...others] = queued;
  const named = (text: string): Planned => (queued.every(({ byKeys }) => byKeys) ? planned(text) : { text });
  if (first && others.length === 0) return [await askAs(named(first.text), first.values)];
  const values: unknown[] = [];
  const columns = queued.map(({ text, values: own }) => {
    const numbered = text.replace(PARAMETER, (_, number: string) => `$${values.length + Number(number)}`);
    values.push(...own);
    return `(SELECT coalesce(json_agg(row), '[]') FROM (${numbered}) row)`;
  });
  const [row] = await askAs<{ answers: unknown[][] }>(
    named(`SELECT json_build_array(${columns.join(", ")}) AS answers`),
    values,
  );
  return row?.answers ?? [];
}

const askAs = <Row extends QueryResultRow>(
  { text, ...name }: Planned,
  values: readonly unknown[],
): Promise<Row[]> => askPool<Row>(text, values, name);

const PARAMETER = /\$(\d+)\b/g;
