"use client";
// Saving, as every form does it: one wish has one key, however often it is sent; what goes wrong is said at the
// top and at the field, and nothing that was typed is lost.
import { useRef, useState } from "react";
import { newKey, send, type Failure, type Sent } from "@/lib/client/send";
import { fill } from "./fill";
import type { Words } from "./words";

export interface Trouble {
  field?: string;
  message: string;
}

export interface Wish {
  method: "POST" | "PATCH";
  path: string;
  body: unknown;
  version?: number;
}

/** `keyed`: false where a second time means a second time, or where the answer is a secret that nobody should keep. */
export function useSave<T>(words: Words, keyed = true) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const last = useRef({ wish: "", key: "" });
  const running = useRef(false);

  /** Sends it; null while an earlier one is still under way. */
  const save = async (wish: Wish): Promise<Sent<T> | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    const sent = await send<T>(wish.method, wish.path, wish.body, {
      ...(wish.version === undefined ? {} : { version: wish.version }),
      ...(wish.method === "POST" && keyed ? { key: keyFor(last.current, wish) } : {}),
    });
    running.current = false;
    setBusy(false);
    setFailure(sent.ok ? null : sent.failure);
    if (!sent.ok) setAttempt((n) => n + 1);
    return sent;
  };

  const troubles = failure === null ? [] : troublesOf(failure, words);
  const errors = new Map(
    troubles.flatMap(({ field, message }) => (field === undefined ? [] : [[field, message] as const])),
  );
  const signedOut = failure?.is === "refused" && failure.refusal.code === "not-signed-in";
  return { save, busy, failure, attempt, troubles, errors, signedOut };
}

/** The same wish sent again keeps its key, so that a lost answer doesn't double the record. */
function keyFor(last: { wish: string; key: string }, wish: Wish): string {
  const text = JSON.stringify([wish.path, wish.body]);
  if (last.wish !== text) Object.assign(last, { wish: text, key: newKey() });
  return last.key;
}

function troublesOf(failure: Failure, words: Words): Trouble[] {
  if (failure.is === "offline") return [{ message: words.offline ?? "" }];
  if (failure.is === "conflict") return [];
  if (failure.is === "fields") {
    return failure.errors.map(({ path, code, message }) => ({
      field: path,
      message: words[`error.${path}.${code}`] ?? missingWords(path, code, words) ?? message,
    }));
  }
  if (failure.refusal.code === "not-signed-in") return [{ message: words.signedOut ?? "" }];
  const field = FIELD_OF[failure.refusal.code];
  return [{ ...(field ? { field } : {}), message: fill(words.failed, { detail: failure.refusal.detail }) }];
}

/** What to do about a field that says nothing yet: "Enter a title", "Choose a stage". */
function missingWords(path: string, code: string, words: Words): string | undefined {
  if (!NOTHING_SAID.includes(code)) return undefined;
  return words[`missing-${path.replace(/\.\d+/g, "").replaceAll(".", "-")}`];
}

const NOTHING_SAID = ["required", "empty", "not-one-of"];

/** Refusals that one field can mend. */
const FIELD_OF: Record<string, string> = {
  "reason-missing": "reason",
  "successor-missing": "successor",
  "evidence-missing": "evidence.0.kind",
};
