// Every answer passes through here: judged, counted and timed with the drill during which it came.
import { described, type Complaint, type Traffic } from "../long/traffic";
import { send } from "../long/clients/request";
import { judge } from "./judge";

export interface Drilled {
  name: string;
  from: number;
  to: number;
  answered: number;
  later: number;
  cut: number;
  failed: number;
  /** Milliseconds of answers other than 503. */
  times: number[];
  /** Moments of writes that were acknowledged. */
  writes: number[];
}

export interface Watch extends Traffic {
  /** Counts separately what comes during this. `kills`: a process through which requests go dies. */
  during(name: string, kills: boolean, work: () => Promise<void>): Promise<Drilled>;
  drills: readonly Drilled[];
  /** How often each code of a 503 was answered. */
  refusals: ReadonlyMap<string, number>;
  /** How many writes were acknowledged. */
  writes: () => number;
}

/** For so long after a drill that kills, connections that it broke may still fail. */
const AFTER_MS = 1_000;

export function watchTraffic(): Watch {
  const counts = new Map<string, number>();
  const complaints: Complaint[] = [];
  const times: number[] = [];
  const drills: Drilled[] = [];
  const kills: { from: number; to: number }[] = [];
  const refusals = new Map<string, number>();
  let acknowledged = 0;
  let current = drilled("before");
  return {
    counts,
    times,
    timesAway: [],
    complaints,
    complain: (complaint) => void complaints.push(complaint),
    drills,
    refusals,
    writes: () => acknowledged,
    ask: async (to, sent) => {
      const began = Date.now();
      const answer = await send(to, sent);
      const ended = Date.now();
      const killed = kills.some(({ from, to: until }) => from <= ended && until + AFTER_MS >= began);
      const verdict = judge(answer, killed);
      const status = answer.status === null ? "in doubt" : String(answer.status);
      counts.set(status, (counts.get(status) ?? 0) + 1);
      const isDone = sent.method !== "GET" && answer.status !== null && answer.status < 300;
      if (isDone) acknowledged += 1;
      if (answer.status === 503) {
        const code = /"code":"([\w-]+)"/.exec(answer.text)?.[1] ?? "no instance";
        refusals.set(code, (refusals.get(code) ?? 0) + 1);
      }
      note(current, verdict, answer.ms, isDone);
      if (typeof verdict === "object")
        complaints.push({
          kind: verdict.failed,
          what: `${current.name}: ${described(to, sent, answer)}`,
        });
      return answer;
    },
    during: async (name, kill, work) => {
      const one = drilled(name);
      const span = { from: one.from, to: Number.POSITIVE_INFINITY };
      if (kill) kills.push(span);
      drills.push(one);
      current = one;
      try {
        await work();
      } finally {
        span.to = Date.now();
        one.to = span.to;
        current = drilled("between");
      }
      return one;
    },
  };
}

const drilled = (name: string): Drilled => ({
  name,
  from: Date.now(),
  to: Number.POSITIVE_INFINITY,
  answered: 0,
  later: 0,
  cut: 0,
  failed: 0,
  times: [],
  writes: [],
});

function note(drill: Drilled, verdict: ReturnType<typeof judge>, ms: number, isAcknowledged: boolean): void {
  if (isAcknowledged) drill.writes.push(Date.now());
  if (typeof verdict === "object") drill.failed += 1;
  else if (verdict === "cut") drill.cut += 1;
  else if (verdict === "later") drill.later += 1;
  else if (verdict === "answered") {
    drill.answered += 1;
    drill.times.push(ms);
  }
}

/** The longest time of a drill in which no write was acknowledged. */
export function longestSilence({ from, to, writes }: Drilled): number {
  const moments = [from, ...writes, to];
  return Math.max(...moments.slice(1).map((moment, n) => moment - (moments[n] ?? moment)));
}
