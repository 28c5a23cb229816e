import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import type { Actor, Rights } from "@/lib/domain/people/actor";
import { MANDATE_DAYS, STALE_DAYS } from "@/lib/domain/people/register";
import { heldUntil } from "@/lib/domain/people/power";
import { rightsByToken } from "@/lib/domain/people/token";
import type { Queryable } from "../connection";
import type { WriteMoment } from "./moment";
import { PREPARED_GENERATION, CURRENT_GENERATION, type Generation } from "./generation";
import { instantSql } from "./instant-sql";
import { accountLock } from "./lock";

export interface WriteSettings {
  readonly timeZone: string;
  readonly staleDays: number;
  readonly mandateDays: number;
}

export interface Beginning {
  at: Instant;
  moment: WriteMoment;
  today: Day;
  settings: WriteSettings;
  world: Generation;
  /** Null: the account is disabled, or the request's session or token has ended. */
  rights: Rights | null;
}

/**
 * Begins a transaction and reads the time, the settings, the generation and the actor's rights in one round trip. They
 * hold until its end: changing settings requires that nobody else is changing anything, changing rights that the
 * person's own changes have ended.
 */
export async function begin(
  client: Queryable,
  actor: Actor,
  replayedAt: Instant | null,
  alone: boolean,
): Promise<Beginning> {
  // For several statements pg returns a list, which its types don't say.
  const answers = [await client.query<BeginRow>(beginWith(alone ? ALONE : BESIDE_OTHERS, actor))].flat();
  const row = answers.at(-1)?.rows[0];
  if (!row) throw new Error("the database didn't say what time it is");
  const at = replayedAt ?? row.at;
  const settings = {
    timeZone: row.timeZone ?? BEFORE_FOUNDING.timeZone,
    staleDays: row.staleDays ?? BEFORE_FOUNDING.staleDays,
    mandateDays: row.mandateDays ?? BEFORE_FOUNDING.mandateDays,
  };
  const world = { number: row.world, ahead: row.ahead };
  const moment = { now: row.now, at: new Date(row.at) };
  const own = row.rights && rightsAt(row.rights, at);
  const rights = own && actor.token ? rightsByToken(own, actor.token.scope) : own;
  return { at, moment, today: dayOf(at, settings.timeZone), settings, world, rights };
}

interface BeginRow {
  at: Instant;
  now: Date;
  timeZone: string | null;
  staleDays: number | null;
  mandateDays: number | null;
  world: number;
  ahead: Generation["ahead"];
  rights: StoredRights | null;
}

type StoredRights = Omit<Rights, "heldUntil"> & { factorRemovedAt: Instant | null };

const rightsAt = ({ factorRemovedAt, ...rights }: StoredRights, at: Instant): Rights => ({
  ...rights,
  heldUntil: heldUntil(factorRemovedAt, at),
});

const LOCK = "(hashtextextended('the settings', 0));";
const BESIDE_OTHERS = `SELECT pg_advisory_xact_lock_shared${LOCK}`;
// While it waits for the lock, everyone else queues behind it: so it gives up soon and is retried.
const ALONE = `
  SET LOCAL lock_timeout = '700ms';
  SELECT pg_advisory_xact_lock${LOCK}
  SET LOCAL lock_timeout TO DEFAULT;`;

/**
 * The person is locked by statements before the one that reads the rights, which so sees what the locks waited for. The
 * advisory lock is a queue: row locks that are shared would let a person who keeps writing hold off for ever whoever
 * wants to change their rights. Administrators change accounts: theirs is locked as for a change, or two changes of
 * their own would deadlock.
 */
function beginWith(lock: string, actor: Actor): string {
  const person = isId(actor.id) ? `'${actor.id}'::uuid` : "NULL::uuid";
  return `
  ${lock}
  ${isId(actor.id) ? lockOf(actor) : ""}
  SELECT ${instantSql("register_now()")} AS at, now() AS now, r.time_zone AS "timeZone", r.stale_days AS "staleDays", r.mandate_days AS "mandateDays",
         ${CURRENT_GENERATION} AS world, ${PREPARED_GENERATION} AS ahead,
         (SELECT json_build_object('name', p.name, 'role', p.role, 'desk', p.desk, 'sealed', p.sealed,
                                   'factorRemovedAt', p.factor_removed_at)
            FROM person p WHERE p.id = ${person} AND p.disabled_at IS NULL ${stillOpen(actor)}) AS rights
    FROM (SELECT) AS one LEFT JOIN register r ON true`;
}

function lockOf({ id, role }: Actor): string {
  const [queue, row] = role === "ADMIN" ? ["", "NO KEY UPDATE"] : ["_shared", "SHARE"];
  return `SELECT pg_advisory_xact_lock${queue}(hashtextextended('${accountLock(id)}', 0));
  SELECT FROM person WHERE id = '${id}'::uuid FOR ${row};`;
}

function stillOpen({ session, sessionVersion, token }: Actor): string {
  if (token)
    return `AND EXISTS (SELECT FROM api_token t WHERE t.number = ${String(Math.trunc(token.number))} AND t.person_id = p.id
                           AND t.revoked_at IS NULL AND t.expires_at > now())`;
  if (sessionVersion === undefined) return "";
  if (session === null || !isId(session)) return "AND false";
  return `AND p.session_version = ${String(Math.trunc(sessionVersion))}
            AND EXISTS (SELECT FROM session s WHERE s.id = '${session}'::uuid AND s.revoked_at IS NULL)`;
}

const BEFORE_FOUNDING: WriteSettings = { timeZone: "UTC", staleDays: STALE_DAYS, mandateDays: MANDATE_DAYS };
