// A founded register with France, Germany, a manager and one source, for the tests of the database.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { disconnect } from "@/lib/db/client";
import { write, type Tx } from "@/lib/db/write";
import { THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import type { Person } from "@/lib/domain/people/person";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Source } from "@/lib/domain/pledge/source";
import { foundRegister } from "@/lib/workspace/settings/commands";
import { aContribution, aPiece, aPledge, france, manager as cast } from "@/tests/support/cast";
import { createTestDatabase } from "@/tests/support/registers/database";

export interface TestRegister {
  manager: Actor;
  source: Source;
  /** As the login that owns the tables: what a thief of that login could do. */
  owner: pg.Client;
  /** As the application's login, past lib/db. */
  app: pg.Client;
  ownerUrl: string;
  close(): Promise<void>;
}

export const CLOCK = "2026-02-25T08:40:00.000Z";

export async function openRegister({ demonstration = true, sealed = false } = {}): Promise<TestRegister> {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  const offsetMs = demonstration ? Date.parse(CLOCK) - Date.now() : 0;
  expectOk(await foundRegister({ demonstration, offsetMs, timeZone: "Europe/Kyiv", marking: "" }));
  const manager: Actor = { ...cast, id: randomUUID(), sealed };
  const source = await furnish(manager);
  const [owner, app] = await Promise.all([database.ownerUrl, database.appUrl].map(connected));
  if (!owner || !app) throw new Error("no connection");
  return {
    manager,
    source,
    owner,
    app,
    ownerUrl: database.ownerUrl,
    close: async () => {
      await Promise.all([owner.end(), app.end(), disconnect()]);
      await database.drop();
    },
  };
}

export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** One change that isn't refused. */
export const change = async <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
  expectOk(await write(actor, async (tx) => ok(await work(tx))));

/** A pledge as the cast has it, under ids and a reference of its own. */
export async function logged(tx: Tx, source: Source, made: Partial<Pledge> = {}): Promise<Pledge> {
  const wished = aPledge(made);
  const reference = await tx.pledges.nextReference(wished.participant, wished.priority);
  const pledge: Pledge = {
    ...wished,
    id: randomUUID(),
    reference,
    contributions: (made.contributions ?? [aContribution()]).map((line) => ({ ...line, id: randomUUID() })),
    evidence: (made.evidence ?? [aPiece("OFFICIAL_STATEMENT")]).map((piece) => ({
      ...piece,
      id: randomUUID(),
      source: cited(source),
    })),
    createdAt: tx.at,
  };
  return tx.save("pledge", null, pledge, { action: "pledge.logged" });
}

export function cited({
  id,
  publisher,
  url,
  title,
  publishedOn,
  language,
  ownership,
}: Source): Pledge["evidence"][number]["source"] {
  return { id, publisher, url, title, publishedOn, language, ownership };
}

export async function changed(tx: Tx, reference: string, fields: Partial<Pledge>): Promise<Pledge> {
  const before = await tx.pledges.lock(reference);
  if (!before) throw new Error(`no pledge ${reference}`);
  return tx.save("pledge", before, { ...before, ...fields }, { action: "pledge.changed" });
}

async function furnish(manager: Actor): Promise<Source> {
  await change(THE_REGISTER, async (tx) => {
    await tx.save("participant", null, { ...france, recordedAt: tx.at }, { action: "participant.recorded" });
    const germany = {
      ...france,
      code: "DE",
      role: "MEMBER" as const,
      names: { en: "Germany" },
      recordedAt: tx.at,
    };
    await tx.save("participant", null, germany, { action: "participant.recorded" });
    const person: Person = {
      id: manager.id,
      email: manager.email,
      name: manager.name,
      role: manager.role,
      desk: [],
      sealed: manager.sealed === true,
      disabledAt: null,
      secondFactorAt: null,
      language: null,
      aloneAt: null,
      factorRemovedAt: null,
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    await tx.save("person", null, person, { action: "person.created" });
  });
  return change(manager, async (tx) => {
    const source: Source = {
      id: randomUUID(),
      publisher: "Élysée",
      url: "https://example.org/statement",
      title: null,
      publishedOn: "2026-01-06",
      language: "fr",
      ownership: "OFFICIAL",
      version: 1,
      createdAt: tx.at,
    };
    return tx.save("source", null, source, { action: "source.recorded" });
  });
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
