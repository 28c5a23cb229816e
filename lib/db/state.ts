// What signing in needs to remember and no event tells: sessions, second steps, passwords, links, failures. For auth and
// http alone; always on the true clock, also in a demonstration.
import "server-only";
import { askPool, AT_ONCE } from "./client";

export { appendAccess } from "./access/note";
export { sealAccess } from "./access/seal";
export * from "./accounts/credentials";
export * from "./accounts/second-step";
export * from "./accounts/sessions";
export * from "./accounts/throttle";
export { findCoalitionOnly } from "./read/coalition-only";
export { findChallenge, findCredential, type Challenge, type Credential } from "./read/sign-in";
export { idempotently } from "./idempotency";

/** Throws while the database is away. */
export async function ping(): Promise<void> {
  await askPool("SELECT FROM register", [], AT_ONCE);
}
