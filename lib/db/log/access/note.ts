import "server-only";
import type { AccessNote } from "@/lib/domain/log/access";
import { pool } from "../../client";
import { steadyInstant } from "../steady-clock";

/** Appends notes up to a limit per minute and per day; beyond them they are only counted. Returns whether a seal is due. */
export async function appendAccess(notes: readonly AccessNote[]): Promise<boolean> {
  const { rows } = await pool().query<{ due: boolean }>("SELECT audit.note_access($1, $2) AS due", [
    JSON.stringify(notes),
    steadyInstant(),
  ]);
  return rows[0]?.due === true;
}
