import type { QueryResultRow } from "pg";
import { askPool } from "../client";
import type { Prepared, Queryable } from "../connection";
import { askInTurn } from "./together";
import type { Sql } from "./sql";

/** Runs one query outside any transaction. */
export const ask = <Row extends QueryResultRow>({ text, values }: Sql): Promise<Row[]> =>
  askInTurn<Row>(text, values);

class Outside implements Queryable {
  async query<Row>(question: string | Prepared, values: unknown[] = []): Promise<{ rows: Row[] }> {
    type Answered = Row & QueryResultRow;
    if (typeof question === "string") return { rows: await askInTurn<Answered>(question, values) };
    return { rows: await askPool<Answered>(question.text, values, { name: question.name }) };
  }
}

/** For queries that changes run on their own connection. */
export const outside: Queryable = new Outside();
