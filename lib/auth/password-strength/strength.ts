// Whether a password may be set: the one place that says so. A thread of its own judges it, started when it is needed
// and ended when it has been idle for a while.
import "server-only";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { lengthFault, type PasswordFault } from "@/lib/domain/people/password";
import { findRegistersNames } from "@/lib/db/state";

export interface PasswordOwner {
  email: string;
  name: string;
}

/** Null: it is good enough for this person. Throws where the judge gives no answer in time. */
export async function whyNotPassword(password: string, owner: PasswordOwner): Promise<PasswordFault | null> {
  // In the form in which it is hashed.
  const text = password.normalize("NFKC");
  return (
    lengthFault(password) ?? lengthFault(text) ?? judged(text, wordsOf(owner, await findRegistersNames()))
  );
}

/** The person's own first: words are the sooner guessed the further ahead they are. */
function wordsOf({ email, name }: PasswordOwner, names: readonly string[]): string[] {
  const whole = [email, email.split("@")[0] ?? "", name, ...names];
  const parts = [email, name, ...names].flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts])].filter((word) => word.length >= SHORTEST_WORD);
}

const SHORTEST_WORD = 3;
const PATIENCE_MS = 10_000;
const IDLE_MS = 60_000;

interface Judge {
  worker: Worker;
  asked: Map<number, { answer: (fault: PasswordFault | null) => void; fail: (error: Error) => void }>;
  idle: NodeJS.Timeout | null;
}

let judge: Judge | null = null;
let last = 0;

function judged(password: string, words: string[]): Promise<PasswordFault | null> {
  const mine = (judge ??= start());
  if (mine.idle) clearTimeout(mine.idle);
  const id = (last += 1);
  return new Promise((answer, fail) => {
    const late = setTimeout(() => end(mine, new Error("a password took too long to judge")), PATIENCE_MS);
    const settled = (settle: () => void) => {
      clearTimeout(late);
      mine.asked.delete(id);
      settle();
    };
    mine.asked.set(id, {
      answer: (fault) => settled(() => answer(fault)),
      fail: (error) => settled(() => fail(error)),
    });
    mine.worker.postMessage({ id, password, words });
  });
}

function start(): Judge {
  const program = path.join(process.cwd(), "lib", "auth", "password-strength", "judge.mjs");
  const worker = new Worker(program, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 256 } });
  const mine: Judge = { worker, asked: new Map(), idle: null };
  worker.unref();
  worker.on("message", ({ id, fault }: { id: number; fault: PasswordFault | null }) => {
    mine.asked.get(id)?.answer(fault);
    if (mine.asked.size === 0) mine.idle = setTimeout(() => end(mine, null), IDLE_MS).unref();
  });
  worker.on("error", (error) => end(mine, error instanceof Error ? error : new Error("the judge failed")));
  return mine;
}

/** The next password starts a new one. */
function end(mine: Judge, error: Error | null): void {
  if (judge === mine) judge = null;
  for (const { fail } of mine.asked.values()) fail(error ?? new Error("the judge has ended"));
  void mine.worker.terminate();
}
