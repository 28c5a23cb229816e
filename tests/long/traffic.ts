// Every answer passes through here: counted, timed, and compared with what the register promises of answers.
import os from "node:os";
import { send, type Answer, type ServerAddress, type Doubt, type Sent } from "./clients/request";

/** An undisturbed instance answers within this time, if only that it can't, on a machine that does nothing else. */
export const AT_LATEST_MS = 12_000;
/** Within this time it says that the database is away: three seconds, plus what it did before, on a busy machine. */
export const AWAY_AT_LATEST_MS = 5_000;

const EXPECTED = new Set([200, 201, 202, 409, 422, 429, 503]);

export interface Complaint {
  kind: string;
  what: string;
}

export interface Traffic {
  ask(instance: ServerAddress, sent: Sent): Promise<Answer | Doubt>;
  counts: ReadonlyMap<string, number>;
  /** Milliseconds of the answers of undisturbed instances, and of the 503s among them. */
  times: readonly number[];
  timesAway: readonly number[];
  /** Answers that should not have been given, or far sooner. */
  complaints: readonly Complaint[];
  complain(complaint: Complaint): void;
}

export function countTraffic(): Traffic {
  const counts = new Map<string, number>();
  const [times, timesAway]: [number[], number[]] = [[], []];
  const complaints: Complaint[] = [];
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  return {
    counts,
    times,
    timesAway,
    complaints,
    complain: (complaint) => void complaints.push(complaint),
    ask: async (instance, sent) => {
      const began = Date.now();
      const answer = await send(instance, sent);
      count(answer.status === null ? "in doubt" : String(answer.status));
      const leftAlone = instance.isLeftAloneSince(began);
      const kind = whatIsWrong(answer, leftAlone, stretch());
      if (kind !== null) complaints.push({ kind, what: described(instance, sent, answer) });
      if (leftAlone && answer.status !== null) times.push(answer.ms);
      if (leftAlone && answer.status === 503) timesAway.push(answer.ms);
      return answer;
    },
  };
}

/** Null if nothing is. */
export function whatIsWrong(answer: Answer | Doubt, leftAlone: boolean, stretched = 1): string | null {
  const { status, ms } = answer;
  if (status === null) return leftAlone && answer.why === "no answer" ? "was never answered" : null;
  if (!EXPECTED.has(status) && !isOwnProposal(answer)) return `answered ${status}`;
  if (status === 503 && answer.headers["retry-after"] === undefined)
    return "answered 503 without Retry-After";
  if (!leftAlone) return null;
  if (status === 503 && !isBusy(answer) && ms > AWAY_AT_LATEST_MS * stretched) return "answered 503 late";
  return ms > AT_LATEST_MS * stretched ? `answered ${status} late` : null;
}

/** Waiting for a turn in a crowd takes longer than learning that the database is away. */
const isBusy = ({ text }: Answer): boolean => text.includes('"busy"');

/** A person who changes a pledge after it was proposed is involved, and finds out when they decide. */
const isOwnProposal = ({ status, text }: Answer): boolean =>
  status === 403 && text.includes('"own-proposal"');

export function described(
  { name }: Pick<ServerAddress, "name">,
  { method, path }: Sent,
  answer: Answer | Doubt,
): string {
  const said = answer.status === null ? answer.why : wordsOf(answer.text);
  return `${name}, ${method} ${path}, after ${Math.round(answer.ms)} ms: ${said}`;
}

/** Of a broken page, the number that the instance's log gives the error. */
function wordsOf(text: string): string {
  const digest = /(?:data-dgst|digest)\W{1,6}(\d{4,})/.exec(text)?.[1];
  return digest === undefined ? text.replace(/\s+/g, " ").slice(0, 160) : `digest ${digest}`;
}

/** How much slower everything is while others use the machine: the run alone has a load of three per core. */
const stretch = (): number => Math.max(1, (os.loadavg()[0] ?? 0) / (3 * os.availableParallelism()));

export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
