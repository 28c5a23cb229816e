import type { QueryResultRow } from "pg";
import { pool } from "../client";
import type { Sql } from "./sql";

/** Rows of one question, asked outside any transaction. */
export async function ask<Row extends QueryResultRow>(question: Sql): Promise<Row[]> {
  const { rows } = await pool().query<Row>({ text: question.text, values: [...question.values] });
  return rows;
}
