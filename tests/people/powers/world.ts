// One malicious administrator, with every account they can get hold of, against a register with honest people. The
// model predicts the outcome of each move, and who can act as whom afterwards.
import { pool } from "@/lib/db/client";
import { findAsker } from "@/lib/db/jobs/running";
import { write } from "@/lib/db/write";
import { THE_REGISTER, type Actor, type Role } from "@/lib/domain/people/actor";
import { newAccount } from "@/lib/domain/proposals/account";
import { ok } from "@/lib/domain/base/result";
import { randomUUID } from "node:crypto";

export interface Account {
  id: string;
  name: string;
  role: Role;
  sealed: boolean;
  disabled: boolean;
  factor: boolean;
  /** Who knows the password: nobody yet, its rightful holder, or the malicious administrator. */
  password: "none" | "holder" | "villain";
}

export interface Open {
  id: string;
  account: string;
  proposer: string;
  does: { role?: Role; sealed?: boolean; disabled?: false; name?: string } | "create" | "link" | "factor";
  /** What a new account would be. */
  created: Account | null;
  basedOn: number;
}

export interface World {
  accounts: Map<string, Account>;
  open: Open[];
  /** Approved, and their links not shown yet. */
  approved: Open[];
  villain: string;
  /** Links that were shown to the villain, by account: only the last one works. */
  links: Map<string, string>;
  /** Accounts that ever had the power to decide, while they were in use. */
  everPowerful: Set<string>;
  /** Whether one of them ever had a password. */
  hadAnother: boolean;
  steps: string[];
}

export const isPowerful = (role: Role): boolean => role === "MANAGER" || role === "ADMIN";

/** The honest ones have passwords, two of them second factors; one manager is disabled. */
export async function aWorld(isStaffed: boolean): Promise<World> {
  const of = (name: string, role: Role, change: Partial<Account> = {}): Account => ({
    ...{ id: randomUUID(), name, role, sealed: false, disabled: false, factor: false, password: "holder" },
    ...change,
  });
  const villain = of("Villain", "ADMIN", { password: "villain" });
  const others = isStaffed
    ? [
        of("Manager", "MANAGER", { factor: true }),
        of("Honest Administrator", "ADMIN"),
        of("Gone Manager", "MANAGER", { disabled: true }),
        of("Cleared Auditor", "AUDITOR", { sealed: true }),
      ]
    : [];
  const accounts = [villain, of("Officer", "OFFICER", { factor: true }), ...others];
  for (const account of accounts) await onRecord(account);
  return {
    accounts: new Map(accounts.map((account) => [account.id, account])),
    ...{ open: [], approved: [], villain: villain.id, links: new Map(), hadAnother: isStaffed, steps: [] },
    everPowerful: new Set(),
  };
}

async function onRecord(account: Account): Promise<void> {
  await write(THE_REGISTER, async (tx) => {
    const { id, name, role, sealed } = account;
    const person = newAccount(id, { email: `${id}@register.example`, name, role, desk: [], sealed }, tx.at);
    const [disabledAt, secondFactorAt] = [account.disabled ? tx.at : null, account.factor ? tx.at : null];
    const saved = { ...person, disabledAt, secondFactorAt };
    await tx.save("person", null, saved, { action: "person.created" });
    await tx.setPasswordHash(id, hashOf(account.password));
    return ok(null);
  });
}

/** Stands for a hash: who set the password. */
export const hashOf = (who: Account["password"]): string => `hash of the ${who}`;

/** With the rights that the person has now; null: disabled. */
export const actorOf = (id: string): Promise<Actor | null> => findAsker(id);

export async function versionOf(id: string): Promise<number> {
  const { rows } = await pool().query<{ version: number }>("SELECT version FROM person WHERE id::text = $1", [
    id,
  ]);
  return rows[0]?.version ?? 0;
}

/** What the database says of each account, in the model's words. */
export async function found(): Promise<Account[]> {
  const { rows } = await pool().query<Omit<Account, "password"> & { hash: string | null }>(
    `SELECT p.id, p.name, p.role, p.sealed, p.disabled_at IS NOT NULL AS disabled, p.second_factor_at IS NOT NULL AS factor,
            c.password_hash AS hash
       FROM person p LEFT JOIN credential c ON c.person_id = p.id ORDER BY p.id`,
  );
  return rows.map(({ hash, ...account }) => ({
    ...account,
    password: hash === null ? "none" : hash === hashOf("villain") ? "villain" : "holder",
  }));
}
