// A register of generated pledges in a database of its own, and a user who reads and writes it.
import { randomUUID } from "node:crypto";
import { sessionCookie } from "@/lib/auth/cookies";
import { LIFETIME, sealSession } from "@/lib/auth/session";
import { writeComment } from "@/lib/pledges/comments/commands";
import { pool } from "@/lib/db/client";
import { openSession, type OpenSession } from "@/lib/db/state";
import { write } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import { meetsRequirement } from "@/lib/domain/pledge/evidence-requirements";
import type { Instant } from "@/lib/domain/base/day";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { ok } from "@/lib/domain/base/result";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import { withClient } from "@/scripts/database/client.mjs";
import { fillWhole } from "./fill";

export interface BenchRegister {
  manager: Actor;
  session: OpenSession;
  /** The cookie header with which the manager is signed in. */
  cookie: string;
  /** A pledge to look at, with evidence, contributions, a condition and a history. */
  examplePledge: string;
  /** One of the proposals that wait for the manager. */
  proposal: string;
  /** Pledges that may go from SIGNALLED to PLEDGED. */
  rising: string[];
  /** Changes a pledge, a different one each time, which empties the caches. */
  change: () => Promise<unknown>;
}

export const TIME_ZONE = "Europe/Kyiv";

export async function benchRegister(pledges: number, ownerUrl: string): Promise<BenchRegister> {
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: TIME_ZONE, marking: "Generated" });
  const generated = await fillWhole({ seed: 1, pledges }, await now(), THE_REGISTER);
  const manager = await managerOf("desk-3", await now());
  const notVoided = generated.pledges.filter(({ voided }) => voided === null);
  const examplePledge = await withHistory(manager, notVoided);
  const proposed = await withProposals(await managerOf("proposer", await now()), notVoided);
  await withClient(ownerUrl, (client) => client.query("VACUUM ANALYZE"));

  const session = await openSession({ personId: manager.id, address: "127.0.0.1", agent: null }, LIFETIME);
  if (!session) throw new Error("nobody to sign in");
  const today = (await now()).slice(0, 10);
  const rising = notVoided.filter(
    ({ stage, evidence }) => stage === "SIGNALLED" && meetsRequirement(evidence, "PLEDGED", today, TIME_ZONE),
  );
  const reserved = new Set([
    examplePledge,
    ...proposed.references,
    ...rising.map(({ reference }) => reference),
  ]);
  const changing = notVoided.filter(({ reference }) => !reserved.has(reference));
  let turn = 0;
  return {
    manager,
    session,
    cookie: `${sessionCookie()}=${await sealSession(session)}`,
    examplePledge,
    proposal: proposed.middle,
    rising: rising.map(({ reference }) => reference),
    change: () =>
      changeOnePledge(
        manager,
        changing[turn++ % changing.length]?.reference ?? "",
        "pledge.confirmed",
        () => ({}),
      ),
  };
}

/** Writes a pledge in any state, without checking the rules. */
export async function changeOnePledge(
  actor: Actor,
  reference: string,
  action: "pledge.confirmed" | "pledge.changed",
  change: (pledge: Pledge) => Partial<Pledge>,
): Promise<Pledge> {
  const done = await write(actor, async (tx) => {
    const pledge = await tx.pledges.lock(reference);
    if (!pledge) throw new Error(`${reference} is not there`);
    const after = { ...pledge, lastConfirmedOn: tx.today, ...change(pledge) };
    return ok(await tx.save("pledge", pledge, after, { action }));
  });
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

export async function now(): Promise<Instant> {
  const { rows } = await pool().query<{ at: Instant }>("SELECT audit.instant(register_now()) AS at");
  return rows[0]?.at ?? "";
}

const TOLD = 20;

/** Alike in every register: three contributions and pieces of evidence, a condition, changes and comments. */
async function withHistory(actor: Actor, pledges: readonly Pledge[]): Promise<string> {
  const pledge = pledges.find(
    ({ stage, contributions, evidence, condition }) =>
      stage === "PLEDGED" && contributions.length === 3 && evidence.length === 3 && condition !== null,
  );
  if (!pledge) throw new Error("no pledge to tell of");
  const { reference } = pledge;
  for (let turn = 0; turn < TOLD; turn += 1) {
    await changeOnePledge(actor, reference, "pledge.changed", () => ({
      nextAction: `ask again, ${String(turn)}`,
    }));
    await writeComment(actor, { reference, text: `They said so, ${String(turn)}.` });
  }
  return reference;
}

const PROPOSED = { share: 200, least: 30 };

async function withProposals(
  proposer: Actor,
  pledges: readonly Pledge[],
): Promise<{ references: string[]; middle: string }> {
  const ids: string[] = [];
  const committed = pledges.filter(({ stage }) => stage === "COMMITTED");
  const some = committed.slice(0, Math.max(PROPOSED.least, pledges.length / PROPOSED.share));
  for (const { reference, version } of some) {
    const request = { changes: { windowEnd: "2099-12-31" }, reason: "They said so in writing." };
    const done = await changePledge(proposer, { reference, ifMatch: version, ...request }, await now());
    if (!done.ok || !done.value.proposal) throw new Error(`nothing proposed for ${reference}`);
    ids.push(done.value.proposal.id);
  }
  return {
    references: some.map(({ reference }) => reference),
    middle: ids[Math.floor(ids.length / 2)] ?? "",
  };
}

async function managerOf(name: string, at: Instant): Promise<Actor> {
  const account = {
    id: randomUUID(),
    email: `${name}@register.example`,
    name,
    role: "MANAGER" as const,
    desk: [],
  };
  const record = {
    ...account,
    sealed: false,
    disabledAt: null,
    secondFactorAt: null,
    language: null,
    aloneAt: null,
    factorRemovedAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  await write(THE_REGISTER, async (tx) =>
    ok(await tx.save("person", null, record, { action: "person.created" })),
  );
  return { ...account, session: null, request: null };
}
