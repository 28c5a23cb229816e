// Founds a demonstration register and replays its past: accounts, participants, every step, one baseline. Its clock
// starts at the file's moment when loading starts, and runs on from there.
import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/password";
import { nameBaseline } from "@/lib/history/baselines/commands";
import { replaying, write } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { hasPower } from "@/lib/domain/people/power";
import { newAccount } from "@/lib/domain/proposals/account";
import { ok, type Result } from "@/lib/domain/base/result";
import { recordParticipant, type NewParticipant } from "@/lib/people/participants/commands";
import { recordSource } from "@/lib/pledges/sources/commands";
import { sourceInput } from "@/lib/pledges/sources/schema";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerInput } from "@/lib/conditions/triggers/schema";
import { demonstrationAccounts, emailOf, type SeedAccount } from "./accounts";
import { readCoalition, type Coalition } from "./coalition";
import { livedIn, type As, type LivedMove } from "./lived-in";
import { Replay } from "./replay";
import { found } from "./replayed";
import { timelineOf, type SeedMove } from "./timeline";

/** Before the first step, and after the last one in the baseline. */
const FOUNDED_AT = "2025-02-25T07:00:00.000Z";
const GONE_THROUGH_AT = "2026-01-06T21:30:00.000Z";

const MARKING =
  "Data from public reports, put in our own words. Not official, and confirmed by no government.";

export interface SeedOptions {
  password: string;
  marking?: string | undefined;
  timeZone?: string | undefined;
  /** With made-up work, as in a register that people use (lived-in.ts). */
  livedIn?: boolean;
  say: (line: string) => void;
}

/** Throws if the register was founded before, or if the rules refuse a step: then the data is wrong. */
export async function loadDemonstration(options: SeedOptions): Promise<void> {
  const { password, marking, timeZone, say } = options;
  const coalition = await readCoalition();
  const offsetMs = Date.parse(coalition.clock) - Date.now();
  const founding = {
    demonstration: true,
    offsetMs,
    timeZone: timeZone ?? coalition.timeZone,
    marking: marking ?? MARKING,
  };
  const founded = await replaying(FOUNDED_AT, () => foundRegister(founding));
  if (!founded.ok)
    throw new Error("This register isn't empty; a demonstration is loaded into an empty one alone.");
  const actors = await replaying(FOUNDED_AT, () => openAccounts(coalition, password));
  say(`${actors.size} accounts, ${coalition.participants.length} participants`);

  await recordTriggers(coalition, actors);
  const moves = timelineOf(coalition);
  const before = moves.filter(({ at }) => at <= coalition.baseline.asOf);
  const replay = new Replay(coalition, actors);
  await takeAll(replay, before, say);
  await goThrough(coalition, actors);
  const work = options.livedIn ? livedIn() : [];
  await takeAll(replay, inOrder([...moves.slice(before.length), ...work]), say);
}

const inOrder = <T extends { at: Instant }>(moves: readonly T[]): T[] =>
  moves.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));

async function openAccounts(coalition: Coalition, password: string): Promise<Map<string, Actor>> {
  const [first, ...others] = demonstrationAccounts(coalition.participants.map(({ code }) => code));
  const admin = await openAccount(THE_REGISTER, first, password);
  for (const one of coalition.participants) done(await recordParticipant(admin, recordOf(one)));
  const actors = [admin];
  for (const account of others) actors.push(await openAccount(admin, account, password));
  return new Map(actors.map((actor) => [actor.email, actor]));
}

async function openAccount(by: Actor, account: SeedAccount, password: string): Promise<Actor> {
  const hash = await hashPassword(password);
  return done(
    await write(by, async (tx) => {
      const id = randomUUID();
      const given = newAccount(id, { sealed: false, ...account }, tx.at);
      const isAlone = by !== THE_REGISTER && hasPower(given, []);
      const person = { ...given, aloneAt: isAlone ? tx.at : null };
      await tx.save("person", null, person, { action: "person.created" });
      await tx.setPasswordHash(id, hash);
      return ok({ id, ...account, session: null, request: null });
    }),
  );
}

/** Triggers are recorded before the first pledge that waits for them, with their state unknown. */
async function recordTriggers({ triggers }: Coalition, actors: ReadonlyMap<string, Actor>): Promise<void> {
  const manager = actors.get(emailOf("manager"));
  if (!manager) throw new Error("no account of the manager");
  for (const { evidence: _evidence, state: _state, since: _since, ...given } of triggers) {
    const input = triggerInput.parse(given);
    done(await replaying(FOUNDED_AT, () => recordTrigger(manager, input)), input.code);
  }
}

function recordOf({ code, kind, role, names, joinedOn }: Coalition["participants"][number]): NewParticipant {
  return { code, kind, role, names, joinedOn };
}

async function takeAll(
  replay: Replay,
  moves: readonly (SeedMove | LivedMove)[],
  say: SeedOptions["say"],
): Promise<void> {
  const as: As = (name) => found(replay.actors.get(emailOf(name)), `an account of the ${name}`);
  for (const move of moves)
    if ("work" in move) done(await replaying(move.at, () => move.work(as)), move.does);
    else await replay.take(move);
  say(`${moves.length} steps, up to ${moves.at(-1)?.at.slice(0, 10)}`);
}

/** No pledge cites the documents about who takes part; they are recorded before the baseline is named. */
async function goThrough(
  { sources, pledges, baseline }: Coalition,
  actors: Map<string, Actor>,
): Promise<void> {
  const manager = actors.get(emailOf("manager"));
  if (!manager) throw new Error("no account of the manager");
  const cited = new Set(pledges.flatMap(({ evidence }) => evidence.map((piece) => piece.source)));
  for (const { id, ...document } of sources.filter((one) => !cited.has(one.id))) {
    const input = sourceInput.parse(document);
    done(await replaying(GONE_THROUGH_AT, () => recordSource(manager, input)), id);
  }
  done(await replaying(baseline.asOf, () => nameBaseline(manager, baseline)));
}

function done<T>(result: Result<T>, what = ""): T {
  if (result.ok) return result.value;
  throw new Error(`${what} was refused: ${JSON.stringify(result.refusal)}`);
}
