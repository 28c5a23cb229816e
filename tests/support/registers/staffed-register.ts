// A founded register with France, Germany, Sweden and the United States, and someone in every role.
import { randomUUID } from "node:crypto";
import { disconnect, pool } from "@/lib/db/client";
import { write, type Tx } from "@/lib/db/write";
import type { Actor, Role } from "@/lib/domain/people/actor";
import { hasPower } from "@/lib/domain/people/power";
import type { Person } from "@/lib/domain/people/person";
import type { Refusal } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { changePerson, createPerson } from "@/lib/people/people/commands";
import { loadPerson } from "@/lib/people/people/queries";
import { recordParticipant } from "@/lib/people/participants/commands";
import {
  type EvidenceInput,
  type PledgeInput,
  evidenceInput,
  pledgeInput,
} from "@/lib/pledges/pledges/schema";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import * as cast from "../cast";
import { madeByTwo } from "./accounts";
import { createTestDatabase } from "./database";

export interface StaffedRegister {
  /** France and Germany. */
  officer: Actor;
  /** Sweden. */
  officerNorth: Actor;
  manager: Actor;
  manager2: Actor;
  auditor: Actor;
  admin: Actor;
  /** Number of the log's last event. */
  head(): Promise<number>;
  /** The log's events of a record, oldest first. */
  eventsOf(id: string): Promise<{ action: string; reason: string | null; actor: string }[]>;
  count(table: "source" | "pledge" | "idempotency"): Promise<number>;
  disable(person: Actor): Promise<void>;
  /** Gives the clearance for sealed numbers. */
  clear(person: Actor): Promise<Actor>;
  /** Adds a person. */
  open(name: string, role: Role, desk?: string[]): Promise<Actor>;
  close(): Promise<void>;
}

/** For a command's `at`: the date as of which the answer's items are computed. */
export const LATER = "2199-12-31T00:00:00.000Z";

export async function staffedRegister(): Promise<StaffedRegister> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  value(await foundRegister({ demonstration: false, offsetMs: 0, timeZone: cast.KYIV, marking: "" }));
  const admin = await opened(cast.admin, THE_REGISTER);
  for (const code of ["FR", "DE", "SE", "US"]) {
    const { kind, role, names, joinedOn } = cast.france;
    value(await recordParticipant(admin, { code, kind, role, names, joinedOn }));
  }
  const [officer, officerNorth, manager, manager2, auditor] = [
    await opened(cast.officer, admin),
    await opened({ ...cast.officerNorth, desk: ["SE"] }, admin),
    await opened(cast.manager, admin),
    await opened(cast.manager2, admin),
    await opened(cast.auditor, admin),
  ];
  const first = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool().query(text, values)).rows as Row[];
  return {
    officer,
    officerNorth,
    manager,
    manager2,
    auditor,
    admin,
    head: async () => Number((await first<{ seq: string }>("SELECT seq FROM audit.head"))[0]?.seq),
    eventsOf: (id) =>
      first("SELECT action, reason, actor_name AS actor FROM audit.event WHERE entity_id = $1 ORDER BY seq", [
        id,
      ]),
    count: async (table) => Number((await first<{ n: string }>(`SELECT count(*) AS n FROM ${table}`))[0]?.n),
    disable: (person) => changed(admin, person, ({ at }) => ({ disabledAt: at }), "person.disabled"),
    clear: async (person) => {
      const { version } = value(await loadPerson(THE_REGISTER, person.id));
      const change = { id: person.id, ifMatch: version, changes: { sealed: true, reason: "Needs them" } };
      const decider = person.id === manager.id ? manager2 : manager;
      value(await madeByTwo(await changePerson(admin, change), decider));
      return { ...person, sealed: true };
    },
    open: async (name, role, desk = []) => {
      const email = `${name}@register.example`;
      const account = { email, name, role, desk, sealed: false };
      if (!hasPower(account, [])) return opened({ ...account, id: "", session: null, request: null }, admin);
      const proposed = await createPerson(admin, { ...account, reason: "Needed" });
      const { id } = value(await madeByTwo(proposed, manager));
      return { id, email, name, role, desk, session: null, request: null };
    },
    close: async () => {
      await disconnect();
      await database.drop();
    },
  };
}

async function changed(
  by: Actor,
  { id }: Actor,
  change: (tx: Tx) => Partial<Person>,
  action: "person.disabled" | "person.changed",
): Promise<void> {
  value(
    await write(by, async (tx) => {
      const person = await tx.people.lock(id);
      if (!person) throw new Error("nobody");
      return ok(await tx.save("person", person, { ...person, ...change(tx) }, { action }));
    }),
  );
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The refusal's code; for `invalid` also which fields and why. */
export function refusalOf(result: Result<unknown>): string {
  return result.ok ? "ok" : failureText(result.refusal);
}

const failureText = ({ code, errors }: Refusal): string =>
  [code, ...(errors ?? []).map((error) => `${error.path} ${error.code}`)].join(", ");

/** A Swedish government's statement, unless the test changes it. */
export const aSentPiece = (change: object = {}): EvidenceInput =>
  evidenceInput.parse({
    source: { publisher: "Government", language: "en", ownership: "OFFICIAL" },
    kind: "OFFICIAL_STATEMENT",
    reliability: "B",
    credibility: 2,
    ...change,
  });

/** A French pledge as a form sends it. */
export const aSentPledge = (change: object = {}): PledgeInput =>
  pledgeInput.parse({
    participant: "FR",
    priority: 3,
    title: "Troops for the force",
    stage: "PLEDGED",
    statedOn: "2026-01-06",
    evidence: [aSentPiece()],
    contributions: [
      {
        kind: "TROOPS",
        domain: "LAND",
        location: "IN_UKRAINE",
        quantity: { kind: "EXACT", min: 6000, max: 6000, unit: "PERSON" },
        money: { amount: "200000000.00", currency: "EUR" },
        caveats: [{ category: "NO_GROUND_COMBAT", text: "Reassurance alone" }],
      },
    ],
    ...change,
  });

async function opened(person: Actor, by: Actor): Promise<Actor> {
  const actor = { ...person, id: randomUUID() };
  return value(
    await write(by, async (tx) => {
      const { session: _session, request: _request, ...known } = actor;
      const record = {
        ...known,
        desk: actor.desk.toSorted(),
        sealed: false,
        disabledAt: null,
        secondFactorAt: null,
        language: null,
        aloneAt:
          by !== THE_REGISTER && hasPower({ role: actor.role, sealed: false, desk: [] }, []) ? tx.at : null,
        factorRemovedAt: null,
        version: 1,
        createdAt: tx.at,
        updatedAt: tx.at,
      };
      await tx.save("person", null, record, { action: "person.created" });
      return ok(actor);
    }),
  );
}
