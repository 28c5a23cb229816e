import "server-only";
import type { AccessNote } from "@/lib/domain/access";
import { pool } from "../../client";
import { steadyInstant } from "../steady-clock";

/** Appends them, as far as the minute's and the day's measure goes; the rest is counted. Answers whether to seal. */
export async function appendAccess(notes: readonly AccessNote[]): Promise<boolean> {
  const { rows } = await pool().query<{ due: boolean }>("SELECT audit.note_access($1, $2) AS due", [
    JSON.stringify(notes),
    steadyInstant(),
  ]);
  return rows[0]?.due === true;
}
