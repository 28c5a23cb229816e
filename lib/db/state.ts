// Sign-in state without events: sessions, second steps, passwords, links, failures. For auth and http alone; always in
// true time, even in a demonstration.
import "server-only";
import { askPool, REQUEST_TIMEOUT } from "./client";

export { appendAccess } from "./log/access/note";
export { sealAccess } from "./jobs/seal-access";
export * from "./accounts/credentials";
export * from "./accounts/second-step";
export * from "./accounts/sessions";
export * from "./accounts/throttle";
export { findCoalitionOnly } from "./queries/pledges/coalition-only";
export {
  findChallenge,
  findCredential,
  type Challenge,
  type Credential,
  type SeenSession,
} from "./queries/workspace/sign-in";
export type { Lifetime, OpenSession } from "./statements/sign-in";
export { idempotently } from "./log/idempotency";

/** Throws while the database is unreachable. */
export async function ping(): Promise<void> {
  await askPool("SELECT FROM register", [], REQUEST_TIMEOUT);
}
