import "server-only";
import { askPool } from "../../client";

export interface Unsealed {
  /** Entries that no checkpoint covers. */
  entries: number;
  /** Of the last checkpoint; 0 before the first. */
  size: number;
  hasKeys: boolean;
}

export async function findUnsealed(): Promise<Unsealed> {
  const [row] = await askPool<Unsealed>(
    `SELECT (h.seq - coalesce(c.size, 0))::float8 AS entries, coalesce(c.size, 0)::float8 AS size,
            EXISTS (SELECT FROM audit.sealing_key) AS "hasKeys"
       FROM audit.head h
       LEFT JOIN LATERAL (SELECT size FROM audit.checkpoint ORDER BY id DESC LIMIT 1) c ON true`,
  );
  return row ?? { entries: 0, size: 0, hasKeys: true };
}
