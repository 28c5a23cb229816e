// The only place that decides whether a password may be set. Another thread judges it.
import "server-only";
import path from "node:path";
import { lengthFault, type PasswordFault } from "@/lib/domain/people/password";
import { findRegistersNames } from "@/lib/db/state";
import { threadOf } from "@/lib/platform/thread";

export interface PasswordOwner {
  email: string;
  name: string;
}

/** Null: it is good enough for this person. Throws if the judge gives no answer in time. */
export async function whyNotPassword(password: string, owner: PasswordOwner): Promise<PasswordFault | null> {
  // In the form in which it is hashed.
  const text = password.normalize("NFKC");
  return (
    lengthFault(password) ??
    lengthFault(text) ??
    judged({ password: text, words: wordsOf(owner, await findRegistersNames()) })
  );
}

/** The person's own words come first: earlier words count as guessed sooner. */
function wordsOf({ email, name }: PasswordOwner, names: readonly string[]): string[] {
  const whole = [email, email.split("@")[0] ?? "", name, ...names];
  const parts = [email, name, ...names].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts])].filter((word) => word.length >= SHORTEST_WORD);
}

const SHORTEST_WORD = 3;
const PATIENCE_MS = 10_000;

const judged = threadOf<{ password: string; words: string[] }, PasswordFault | null>(
  path.join(process.cwd(), "lib", "auth", "password-strength", "judge.mjs"),
  PATIENCE_MS,
);
