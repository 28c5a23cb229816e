import { randomUUID } from "node:crypto";
import type { Lifetime, OpenSession } from "../accounts/sessions";
import type { Db } from "../prisma";

export interface SignedIn {
  personId: string;
  address: string;
  agent: string | null;
  secondStep?: boolean;
}

/** Null when the account was disabled meanwhile, or when it takes another step than was made. */
export async function insertSession(
  db: Db,
  { personId, address, agent, secondStep = false }: SignedIn,
  life: Lifetime,
): Promise<OpenSession | null> {
  const sid = randomUUID();
  const [row] = await db.$queryRaw<{ sv: number }[]>`
    INSERT INTO session (id, person_id, session_version, created_at, last_seen_at, expires_at, address, agent, second_step)
    SELECT ${sid}::uuid, id, session_version, now(), now(), now() + ${life.absoluteMinutes}::float8 * interval '1 minute',
           ${address}::text, left(${agent}::text, 200), ${secondStep}::boolean
      FROM person
     WHERE id = ${personId}::uuid AND disabled_at IS NULL AND (second_factor_at IS NOT NULL) = ${secondStep}::boolean
    RETURNING session_version AS sv`;
  return row ? { sid, sub: personId, sv: row.sv } : null;
}
