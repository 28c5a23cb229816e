// What is measured: a register of generated pledges in a database of its own, and somebody who reads it.
import { randomUUID } from "node:crypto";
import { sessionCookie } from "@/lib/auth/cookies";
import { LIFETIME, sealSession } from "@/lib/auth/session";
import { pool } from "@/lib/db/client";
import { openSession } from "@/lib/db/state";
import { write } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { ok } from "@/lib/domain/result";
import { foundRegister, THE_REGISTER } from "@/lib/settings/commands";
import { withClient } from "@/scripts/database-client.mjs";
import { fill } from "./fill";

export interface BenchRegister {
  manager: Actor;
  /** Header by which the manager is signed in. */
  cookie: string;
  now: () => Promise<Instant>;
  /** Changes a pledge, another each time: what was remembered is remembered no more. */
  change: () => Promise<void>;
}

export async function benchRegister(pledges: number, ownerUrl: string): Promise<BenchRegister> {
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: "Europe/Kyiv", marking: "Generated" });
  const generated = await fill({ seed: 1, pledges }, await now(), THE_REGISTER);
  const manager = await managerOf(await now());
  await withClient(ownerUrl, (client) => client.query("VACUUM ANALYZE"));

  const changing = generated.pledges.filter(({ voided }) => voided === null);
  let turn = 0;
  return {
    manager,
    cookie: await signedIn(manager),
    now,
    change: async () => {
      const reference = changing[turn++ % changing.length]?.reference ?? "";
      await write(manager, async (tx) => {
        const pledge = await tx.lockPledge(reference);
        if (!pledge) throw new Error(`${reference} is not there`);
        return ok(
          await tx.save(
            "pledge",
            pledge,
            { ...pledge, lastConfirmedOn: tx.today },
            { action: "pledge.confirmed" },
          ),
        );
      });
    },
  };
}

async function managerOf(at: Instant): Promise<Actor> {
  const account = {
    id: randomUUID(),
    email: "desk-3@register.example",
    name: "Bench",
    role: "MANAGER" as const,
    desk: [],
  };
  const record = {
    ...account,
    sealed: false,
    disabledAt: null,
    secondFactorAt: null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
  await write(THE_REGISTER, async (tx) =>
    ok(await tx.save("person", null, record, { action: "person.created" })),
  );
  return { ...account, session: null, request: null };
}

async function signedIn({ id }: Actor): Promise<string> {
  const session = await openSession({ personId: id, address: "127.0.0.1", agent: null }, LIFETIME);
  if (!session) throw new Error("nobody to sign in");
  return `${sessionCookie()}=${await sealSession(session)}`;
}

async function now(): Promise<Instant> {
  const { rows } = await pool().query<{ at: Instant }>("SELECT audit.instant(register_now()) AS at");
  return rows[0]?.at ?? "";
}
