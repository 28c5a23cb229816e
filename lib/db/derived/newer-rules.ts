// Derives stored items again by the rules of this build, if an earlier build derived them: in small
// transactions, resumed by any process. Meanwhile a pledge that changes already gets its items by the new
// rules.
import "server-only";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import { DERIVATION_VERSION } from "@/lib/domain/unresolved/derivation-version";
import { Transaction, type Queryable } from "../connection";
import { inPrismaTransaction } from "../prisma";
import { begin } from "../sql/begin";
import { moveCounters } from "./counters";
import { rederive } from "./rederive";
import { UnitOfWork } from "./unit-of-work";

/** A writer of one of these waits until all of them are derived. */
const AT_ONCE = 200;

/**
 * Resolves once nothing is left to do here. Does nothing if these rules or later ones are in use, or another
 * process is doing it.
 */
export async function deriveByNewerRules(): Promise<void> {
  while (await deriveNext());
}

const deriveNext = (): Promise<boolean> =>
  inPrismaTransaction(
    async ({ client, db }) => {
      const { settings, generation } = await begin(client, THE_REGISTER, null, false);
      const state = await lockOlder(client);
      if (state === null) return false;
      const touched = new UnitOfWork();
      const pledges = await lockPledges(client, state.towards === DERIVATION_VERSION ? state.reached : null);
      for (const id of pledges) touched.pledges.add(id);
      touched.everyCell = pledges.length === 0;
      await rederive(new Transaction(client, db), touched, settings, generation);
      await moveCounters(client, touched.delta);
      await client.query(NOTE, [DERIVATION_VERSION, pledges.at(-1) ?? null]);
      return pledges.length > 0;
    },
    () => "COMMIT",
  );

interface Older {
  towards: number;
  reached: string | null;
}

async function lockOlder(client: Queryable): Promise<Older | null> {
  const { rows } = await client.query<Older>(
    "SELECT towards, reached FROM derivation WHERE rules < $1 AND towards <= $1 FOR UPDATE SKIP LOCKED",
    [DERIVATION_VERSION],
  );
  return rows[0] ?? null;
}

async function lockPledges(client: Queryable, after: string | null): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM pledge WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2 FOR NO KEY UPDATE",
    [after, AT_ONCE],
  );
  return rows.map(({ id }) => id);
}

/** With the last pledge reached; without one, everything is derived by these rules. */
const NOTE = `
  UPDATE derivation SET towards = $1, reached = $2::uuid, rules = CASE WHEN $2::uuid IS NULL THEN $1 ELSE rules END`;
