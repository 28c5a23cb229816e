// A client that does not give up: it repeats a request until it is accepted or refused, and notes each answer.
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "@/bench/data/chance";
import type { Action } from "@/lib/domain/base/audit";
import type { Member } from "./people";
import { bodyOf, type Answer, type ServerAddress, type Sent } from "./request";
import type { Traffic } from "../traffic";
import { markOf, type Acknowledgement, type Attempt } from "./attempt";

/** What all clients share. */
export interface Ground {
  instances: readonly ServerAddress[];
  traffic: Traffic;
  attempts: Attempt[];
  /** References of pledges; everyone works on the first ones. */
  pledges: string[];
  /** For how many past days each pledge has been confirmed. */
  confirmed: Map<string, number>;
  /** A request without an answer by then stays in doubt. */
  until: number;
}

export interface Client {
  person: Member;
  chance: Chance;
  ground: Ground;
}

export function newAttempt(
  { person, ground }: Client,
  action: Action,
  mark = markOf(ground.attempts.length),
): Attempt {
  const attempt: Attempt = {
    mark,
    action,
    actor: person.id,
    again: null,
    outcome: "in doubt",
    acknowledgements: [],
  };
  ground.attempts.push(attempt);
  return attempt;
}

/** Repeats a change with its own key until it is settled; it is made once. Returns the settling answer, if any. */
export async function insist(client: Client, attempt: Attempt, sent: Sent): Promise<Answer | null> {
  const keyed = withKey(sent, attempt.mark);
  attempt.again = () => acknowledgementOf(client, keyed);
  let doubted = false;
  while (Date.now() < client.ground.until) {
    const answer = await once(client, keyed);
    if (answer !== null && isYes(answer)) {
      acknowledge(attempt, answer);
      if (client.chance.odds(0.05)) await repeat(attempt);
      return answer;
    }
    if (answer !== null && isNo(answer)) {
      // An earlier request with the same key may still be waiting for its turn.
      if (!doubted) attempt.outcome = "refused";
      return answer;
    }
    doubted ||= answer?.status !== 409 && answer?.status !== 429;
  }
  return null;
}

/** One attempt, at any instance; null if the outcome is unknown. Pauses if it has to be repeated. */
export async function once({ chance, ground, person }: Client, sent: Sent): Promise<Answer | null> {
  const impatient = sent.method !== "GET" && chance.odds(0.02) ? { hangUpAfter: chance.upTo(30) } : {};
  const answer = await ground.traffic.ask(chance.of(ground.instances), {
    cookie: person.cookie,
    ...sent,
    ...impatient,
  });
  if (answer.status === null || isNotNow(answer)) await pause(50 + chance.upTo(400));
  return answer.status === null ? null : answer;
}

/** Reads until it is answered. */
export async function read(client: Client, path: string): Promise<Answer | null> {
  while (Date.now() < client.ground.until) {
    const answer = await once(client, { method: "GET", path });
    if (answer && !isNotNow(answer)) return answer;
  }
  return null;
}

export function acknowledge(attempt: Attempt, answer: Answer): void {
  attempt.outcome = "acknowledged";
  attempt.acknowledgements.push(acknowledgementIn(answer));
}

/** Repeats a request that was acknowledged: every instance must answer the same. */
export async function repeat(attempt: Attempt): Promise<void> {
  const again = await attempt.again?.();
  if (again) attempt.acknowledgements.push(again);
}

export const withKey = (sent: Sent, key: string): Sent => ({
  ...sent,
  headers: { ...sent.headers, "idempotency-key": key },
});

export async function acknowledgementOf(client: Client, keyed: Sent): Promise<Acknowledgement | null> {
  const answer = await once(client, keyed);
  return answer !== null && !isNotNow(answer) ? acknowledgementIn(answer) : null;
}

export const isYes = ({ status }: Answer): boolean => status < 300;
export const isNo = (answer: Answer): boolean =>
  answer.status >= 400 && answer.status < 500 && !isNotNow(answer);

/** Away, busy, or asked too often; any other 5xx is counted as a complaint and tried again. */
const isNotNow = (answer: Answer): boolean =>
  answer.status >= 500 ||
  answer.status === 429 ||
  (answer.status === 409 && bodyOf(answer).code === "in-progress");

function acknowledgementIn({ status, headers, text }: Answer): Acknowledgement {
  const sha256 = createHash("sha256")
    .update(`${headers.etag ?? ""}\n${headers.location ?? ""}\n${text}`)
    .digest("hex");
  return { status, version: versionIn(headers.etag), sha256 };
}

/** Null if there is none. */
export function versionIn(etag: string | undefined): number | null {
  const digits = /"(\d+)"/.exec(etag ?? "")?.[1];
  return digits === undefined ? null : Number(digits);
}
