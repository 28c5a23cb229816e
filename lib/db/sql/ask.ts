import type { QueryResultRow } from "pg";
import { askPool } from "../client";
import type { Sql } from "./sql";

/** Runs one query outside any transaction. */
export const ask = <Row extends QueryResultRow>(question: Sql): Promise<Row[]> =>
  askPool<Row>(question.text, question.values);
