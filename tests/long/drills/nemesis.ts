// Does to the register what happens to registers: every ten seconds something is killed, in between something
// is paused or cut. All by the seed.
import { setTimeout as pause } from "node:timers/promises";
import type { Chance } from "@/bench/data/chance";
import { askDatabase } from "@/scripts/database/client.mjs";
import type { Cable } from "@/tests/support/processes/cable";
import { signalProcess, type Database } from "../database";
import type { Instance } from "../instance";

export interface Place {
  database: Database;
  cable: Cable;
  instances: readonly Instance[];
}

type Blow = (place: Place, chance: Chance) => Promise<string>;

export const KILLS: readonly Blow[] = [
  async ({ instances }, chance) => {
    const instance = chance.of(instances);
    await instance.kill();
    await pause(between(chance, 300, 1_500));
    await instance.start();
    return "killed an instance";
  },
  async ({ database }, chance) => {
    await database.kill();
    await pause(between(chance, 200, 2_000));
    await database.restart();
    return "killed the database";
  },
];

export const TROUBLES: readonly Blow[] = [
  async ({ instances }, chance) => {
    const instance = chance.of(instances);
    instance.pause();
    await pause(between(chance, 1_000, 4_000));
    instance.wake();
    return "paused an instance";
  },
  async ({ database }, chance) => {
    const sessions = await database.sessions();
    if (sessions.length === 0) return "found no session to pause";
    const session = chance.of(sessions);
    signalProcess(session, "SIGSTOP");
    await pause(between(chance, 1_000, 4_000));
    signalProcess(session, "SIGCONT");
    return "paused a session of the database";
  },
  async ({ database }, chance) => {
    const postmaster = database.postmaster();
    signalProcess(postmaster, "SIGSTOP");
    await pause(between(chance, 1_000, 4_000));
    signalProcess(postmaster, "SIGCONT");
    return "paused the postmaster";
  },
  async ({ database }, chance) => {
    database.freeze();
    await pause(between(chance, 1_000, 4_000));
    database.wake();
    return "froze the whole database";
  },
  async ({ database }) => {
    const sessions =
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'pledge-register'";
    await askDatabase(database.superUrl, sessions);
    return "terminated all sessions";
  },
  async ({ cable }) => {
    cable.cut();
    return "cut all connections";
  },
  async ({ cable }, chance) => {
    cable.swallow(() => chance.odds(0.5));
    await pause(between(chance, 500, 2_500));
    cable.swallow(null);
    return "swallowed the answers to COMMIT";
  },
];

/** Strikes until the given time, and leaves everything running. Returns how often it did what. */
export async function haunt(
  place: Place,
  chance: Chance,
  given: { everyMs: number; until: number; say: (what: string) => void },
): Promise<Map<string, number>> {
  const done = new Map<string, number>();
  const began = Date.now();
  const next = { kill: deck(KILLS, chance), trouble: deck(TROUBLES, chance) };
  for (let beat = 0; ; beat += 1) {
    const at = began + (beat * given.everyMs) / 2;
    if (at >= given.until) return done;
    await pause(Math.max(0, at - Date.now()));
    const report = await (beat % 2 === 0 ? next.kill : next.trouble)()(place, chance);
    done.set(report, (done.get(report) ?? 0) + 1);
    given.say(report);
  }
}

/** Each equally often, in random order. */
function deck(blows: readonly Blow[], chance: Chance): () => Blow {
  let left: Blow[] = [];
  return () => {
    if (left.length === 0) left = [...blows];
    const drawn = chance.of(left);
    left = left.filter((one) => one !== drawn);
    return drawn;
  };
}

const between = (chance: Chance, least: number, most: number): number => least + chance.upTo(most - least);
