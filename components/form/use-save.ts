"use client";
// Saving, for every form. A request keeps its key, however often it is sent. Errors are shown at the top and
// at the field, and nothing typed is lost.
import { useRef, useState } from "react";
import type { ApiAnswer, ApiBody, ApiChange, ApiPath } from "@/lib/client/api";
import { newKey, sendAny, type Failure, type Sent } from "@/lib/client/send";
import { errorsByField, type Trouble } from "./field-errors";
import { fillIn } from "./fill";
import type { SaveWords } from "./words";
import { textAt } from "@/lib/i18n/text-at";

export interface SaveRequest {
  method: ApiChange;
  path: string;
  body: unknown;
  version?: number;
  /** The fields it changes: after a conflict over other fields alone, it is sent again automatically. */
  touches?: readonly string[];
  /** The caller handles a conflict. */
  meets?: boolean;
}

/** `keyed`: false where sending twice means doing it twice, or where the answer is a secret that must not be stored. */
export function useSave(words: SaveWords, keyed = true) {
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const last = useRef({ request: "", key: "" });
  const running = useRef(false);

  /** Shows errors in the summary and at their fields. */
  const say = (found: Trouble[]) => {
    setTroubles(found);
    setAttempt((n) => n + 1);
  };
  /** The errors of these fields, and of what is in them, are no longer true. */
  const clear = (...fields: string[]) =>
    setTroubles((before) =>
      before.filter(({ field = "" }) => !fields.some((one) => `${field}.`.startsWith(`${one}.`))),
    );
  /** For a form that sends to several paths. */
  const saveAny = async <T>(request: SaveRequest): Promise<Sent<T> | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    const sent = await sendOver<T>(request, keyed ? keyFor(last.current, request) : null);
    const found =
      sent.ok || (request.meets && sent.failure.is === "conflict")
        ? null
        : await troublesWithDates(sent.failure, words, request.body);
    running.current = false;
    setBusy(false);
    if (found) say(found);
    else setTroubles([]);
    return sent;
  };

  const errors = errorsByField(troubles);
  const save = <M extends ApiChange, const P extends ApiPath<M>>(
    request: SaveRequest & { method: M; path: P; body: ApiBody<M, P> },
  ): Promise<Sent<ApiAnswer<M, P>> | null> => saveAny(request);
  return { save, saveAny, say, clear, busy, troubles, errors, attempt };
}

/** A failure's messages, and the fields of the sent body that they are about. */
export const troublesOf = (failure: Failure, words: SaveWords): Trouble[] =>
  namedTroubles(failure, words, () => null);

/** The same, and for a date that can't be read, why. The date parser loads only if needed. */
export async function troublesWithDates(
  failure: Failure,
  words: SaveWords,
  sent: unknown,
): Promise<Trouble[]> {
  if (failure.is !== "fields" || !failure.errors.some(({ code }) => code === NO_DATE))
    return troublesOf(failure, words);
  const { dateTrouble } = await import("@/lib/i18n/typed-dates");
  return namedTroubles(failure, words, (path) => dateTrouble("day", textAt(sent, path) ?? ""));
}

const NO_DATE = "not-a-date";

function namedTroubles(
  failure: Failure,
  words: SaveWords,
  ofDate: (path: string) => string | null,
): Trouble[] {
  if (failure.is === "offline") return [{ message: words.offline }];
  if (failure.is === "fields") {
    return failure.errors.map(({ path, code, message }) => {
      const own = textAt(words, `error.${path}.${code}`) ?? missingWords(path, code, words);
      if (own !== undefined) return { field: path, message: own };
      const general = (code === NO_DATE ? ofDate(path) : null) ?? message;
      return { field: path, message: general, isGeneral: true };
    });
  }
  const { code, detail } = failure.refusal;
  if (code === "not-signed-in") return [{ message: words.signedOut }];
  if (isUnanswered(failure)) return [{ message: detail }];
  const field = FIELD_OF[code];
  return [{ ...(field ? { field } : {}), message: fillIn(words.failed, { detail }) }];
}

/** Nobody can tell whether it was saved: the answer was lost, between here and the register or the register and its database. */
export const isUnanswered = (failure: Failure): boolean =>
  failure.is === "offline" || (failure.is === "refused" && failure.refusal.code === "database-away");

/** As one line, where there is no form. */
export const troubleLine = (failure: Failure, words: SaveWords): string =>
  troublesOf(failure, words)
    .map(({ message }) => message)
    .join(" ");

const MOST_TIMES = 5;

async function sendOver<T>({ method, path, body, version, touches }: SaveRequest, key: string | null) {
  let currentVersion = version;
  for (let times = 1; ; times += 1) {
    const sending = {
      ...(currentVersion === undefined ? {} : { version: currentVersion }),
      ...(key === null ? {} : { key }),
    };
    const sent = await sendAny<T>(method, path, body, sending);
    if (sent.ok || sent.failure.is !== "conflict" || touches === undefined) return sent;
    const { current, fields } = sent.failure.conflict;
    if (times === MOST_TIMES || fields.some((field) => touches.includes(field))) return sent;
    currentVersion = current;
  }
}

/** The same request sent again keeps its key, so that a lost answer doesn't double the record. */
function keyFor(
  last: { request: string; key: string },
  { method, path, body, version }: SaveRequest,
): string {
  const text = JSON.stringify([method, path, body, version]);
  if (last.request !== text) Object.assign(last, { request: text, key: newKey() });
  return last.key;
}

/** What to do about an empty field: "Enter a title", "Choose a stage". */
function missingWords(path: string, code: string, words: SaveWords): string | undefined {
  if (!NOTHING_SAID.includes(code)) return undefined;
  return textAt(words, `missing-${path.replace(/\.\d+/g, "").replaceAll(".", "-")}`);
}

const NOTHING_SAID = ["required", "empty", "not-one-of"];

/** Refusals that one field can fix. */
const FIELD_OF: Record<string, string> = {
  "reason-missing": "reason",
  "successor-missing": "successor",
  "condition-open": "override",
  "evidence-missing": "evidence.0.kind",
};
