import { pool } from "@/lib/db/client";
import { statementsOf } from "../statements";

/** How a query is answered: which tables are read, how, and how many rows of each. */
export interface Plan {
  text: string;
  scans: Scan[];
}

export interface Scan {
  table: string;
  /** A sequential scan. */
  whole: boolean;
  /** Rows read, including those filtered out. */
  read: number;
}

/** An answer, and the plans of all its queries, run again with their rows counted. */
export async function plansOf<T>(work: () => Promise<T>): Promise<{ plans: Plan[]; answer: T }> {
  const { statements: asked, answer } = await statementsOf(work);
  const plans: Plan[] = [];
  for (const { text, values } of asked) plans.push(await planOf(text, values));
  return { plans, answer };
}

/** Runs the query and counts. */
export async function planOf(text: string, values: readonly unknown[]): Promise<Plan> {
  const { rows } = await pool().query<{ "QUERY PLAN": [{ Plan: Node }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    [...values],
  );
  const [found] = rows;
  if (!found) throw new Error("a question without a plan");
  return { text, scans: scansIn(found["QUERY PLAN"][0].Plan) };
}

interface Node {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Node[];
}

function scansIn(node: Node): Scan[] {
  const below = (node.Plans ?? []).flatMap(scansIn);
  const table = node["Relation Name"];
  if (table === undefined) return below;
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  const read = Math.round((node["Actual Rows"] + removed) * node["Actual Loops"]);
  return [...below, { table, whole: node["Node Type"] === "Seq Scan", read }];
}
