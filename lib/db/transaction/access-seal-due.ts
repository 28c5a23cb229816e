import type { AccessSeal } from "@/lib/domain/log/access";
import type { Transaction } from "../connection";
import { selectAccessSeal } from "../records/access";

/** Never waits: a second process leaves sealing to the first, and entries still being written to the next seal. */
export async function sealDueIn(
  q: Transaction,
): Promise<{ before: AccessSeal | null; after: AccessSeal } | null> {
  const says = async (question: string): Promise<boolean> =>
    (await q.query<{ yes: boolean }>(`SELECT ${question} AS yes`)).rows[0]?.yes === true;
  if (!(await says("pg_try_advisory_xact_lock(hashtextextended('audit.access seal', 0))"))) return null;
  if (!(await says("audit.access_is_due()"))) return null;
  const before = await selectAccessSeal(q.db);
  const { rows } = await q.query<{ seq: number; hash: string }>(
    "SELECT seq::float8 AS seq, hash FROM audit.access_head",
  );
  const [head] = rows;
  if (!head) throw new Error("the head of the access log is missing");
  const count = head.seq - (before?.through ?? 0);
  return { before, after: { through: head.seq, count, sha256: head.hash, version: before?.version ?? 0 } };
}
