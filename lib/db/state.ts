// Sign-in state without events: sessions, second steps, passwords, links, failures. Only for auth and http;
// always in true time, even in a demonstration.
import "server-only";
import { askPool, REQUEST_TIMEOUT } from "./client";
import { THIS_BUILD } from "./generated/this-build";

export { poolFigures, type PoolFigures } from "./client";
export { THIS_BUILD };
export { findVitals, type Vitals } from "./queries/log/vitals";
export { appendAccess } from "./log/access/note";
export { sealAccess } from "./jobs/seal-access";
export { isWorkerAlive } from "./statements/worker";
export * from "./accounts/credentials";
export * from "./accounts/passkeys";
export * from "./accounts/identities";
export * from "./accounts/provider-sessions";
export * from "./accounts/second-step";
export * from "./accounts/sessions";
export * from "./accounts/throttle";
export * from "./accounts/tokens";
export { findCoalitionOnlyOf, findPageState } from "./queries/log/page-state";
export { findSettings } from "./queries/log/settings";
export { findChallenge, findCredential, type Challenge, type Credential } from "./queries/workspace/sign-in";
export type { SeenSession } from "./queries/workspace/valid-session";
export type { Lifetime, OpenSession, ThrottleBucket } from "./statements/sign-in";
export { idempotently } from "./log/idempotency";
export { asOneRequest } from "./sql/once-a-request";

/** Whether the database accepts changes, and has the schema of this build. Throws while it is unreachable. */
export async function findSchema(
  build: { migration: string; version: string } = THIS_BUILD,
): Promise<{ isReadOnly: boolean; schema: "ok" | "behind" | "newer" }> {
  const [row] = await askPool<{ isReadOnly: boolean; hasOurs: boolean; oldest: string[] }>(
    `SELECT pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean AS "isReadOnly",
            EXISTS (SELECT FROM _prisma_migrations
                     WHERE migration_name = $1 AND finished_at IS NOT NULL AND rolled_back_at IS NULL) AS "hasOurs",
            ARRAY(SELECT build FROM audit.oldest_build) AS oldest`,
    [build.migration],
    REQUEST_TIMEOUT,
  ).catch(notThere);
  if (!row?.hasOurs) return { isReadOnly: row?.isReadOnly ?? false, schema: "behind" };
  const isNewer = row.oldest.some((one) => isLater(one, build.version));
  return { isReadOnly: row.isReadOnly, schema: isNewer ? "newer" : "ok" };
}

/** 0.10.0 is later than 0.9.0. `scripts/database/oldest-build.mjs` compares in the same way. */
const isLater = (one: string, other: string): boolean =>
  one.localeCompare(other, "en", { numeric: true }) > 0;

/** A table or a schema that isn't there: a database without migrations. */
function notThere(error: unknown): [] {
  if (["42P01", "3F000"].includes(String((error as { code?: unknown }).code))) return [];
  throw error;
}
