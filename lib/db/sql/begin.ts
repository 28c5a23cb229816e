import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import type { Actor, Rights } from "@/lib/domain/people/actor";
import { MANDATE_DAYS, STALE_DAYS, type RuleSettings } from "@/lib/domain/people/register";
import { heldUntil } from "@/lib/domain/people/power";
import { rightsByTokenInUse } from "@/lib/domain/people/token";
import type { Queryable } from "../connection";
import type { WriteMoment } from "./moment";
import { PREPARED_GENERATION, CURRENT_GENERATION, type Generation } from "./generation";
import { instantSql } from "./instant-sql";
import { accountLock } from "./lock";
import { sentTogether } from "./sent-together";

export interface Beginning {
  at: Instant;
  moment: WriteMoment;
  today: Day;
  settings: RuleSettings;
  generation: Generation;
  /** Null: the account is disabled, or the request's session or token has ended. */
  rights: Rights | null;
}

/**
 * Begins a transaction and reads the time, the settings, the generation and the actor's rights in one round
 * trip. They stay valid until its end: settings change only while nobody else is changing anything, and
 * rights only after the person's own changes have ended.
 */
export async function begin(
  client: Queryable,
  actor: Actor,
  replayedAt: Instant | null,
  alone: boolean,
): Promise<Beginning> {
  const locks = locksOf(client, actor, alone);
  const [answer] = await sentTogether([beginning(client, actor), ...locks]);
  const [row] = answer.rows;
  if (!row) throw new Error("the database didn't say what time it is");
  const at = replayedAt ?? row.at;
  const settings = {
    timeZone: row.timeZone ?? BEFORE_FOUNDING.timeZone,
    staleDays: row.staleDays ?? BEFORE_FOUNDING.staleDays,
    mandateDays: row.mandateDays ?? BEFORE_FOUNDING.mandateDays,
  };
  const generation = { number: row.generation, ahead: row.ahead };
  const moment = { now: row.now, at: new Date(row.at) };
  const own = row.rights && rightsAt(row.rights, at);
  const rights = own && actor.token ? rightsByTokenInUse(own, actor.token) : own;
  return { at, moment, today: dayOf(at, settings.timeZone), settings, generation, rights };
}

interface BeginRow {
  at: Instant;
  now: Date;
  timeZone: string | null;
  staleDays: number | null;
  mandateDays: number | null;
  generation: number;
  ahead: Generation["ahead"];
  rights: StoredRights | null;
}

type StoredRights = Omit<Rights, "heldUntil"> & { factorRemovedAt: Instant | null };

const rightsAt = ({ factorRemovedAt, ...rights }: StoredRights, at: Instant): Rights => ({
  ...rights,
  heldUntil: heldUntil(factorRemovedAt, at),
});

const SETTINGS = "the settings";
const LOCK_SHARED =
  "SELECT pg_advisory_xact_lock_shared(hashtextextended(name, 0)) FROM unnest($1::text[]) AS name";
const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";
// While it waits for the lock, everyone else queues behind it: so it gives up soon and is retried.
const ALONE = `
  SET LOCAL lock_timeout = '700ms';
  SELECT pg_advisory_xact_lock(hashtextextended('${SETTINGS}', 0));
  SET LOCAL lock_timeout TO DEFAULT;`;

/**
 * The person is locked before the rights are read, so that these include the changes that the locks waited
 * for. The advisory lock is a queue: with shared row locks alone, a person who keeps writing could forever
 * hold off a change of their rights. Administrators change accounts: theirs is locked as for a change, or two
 * of their own changes would deadlock.
 */
function locksOf(q: Queryable, { id, role }: Actor, alone: boolean): Promise<unknown>[] {
  const settings = alone ? [] : [SETTINGS];
  if (!isId(id)) return [alone ? q.query(ALONE) : q.query(LOCK_SHARED, [settings])];
  const isAdmin = role === "ADMIN";
  const shared = isAdmin ? settings : [...settings, accountLock(id)];
  return [
    ...(alone ? [q.query(ALONE)] : []),
    q.query(LOCK_SHARED, [shared]),
    ...(isAdmin ? [q.query(LOCK, [accountLock(id)])] : []),
    q.query(`SELECT FROM person WHERE id = $1::uuid FOR ${isAdmin ? "NO KEY UPDATE" : "SHARE"}`, [id]),
  ];
}

function beginning(
  q: Queryable,
  { id, session, sessionVersion, token }: Actor,
): Promise<{ rows: BeginRow[] }> {
  const [open, values] = token
    ? [OPEN_TOKEN, [token.number]]
    : sessionVersion === undefined
      ? ["", []]
      : [OPEN_SESSION, [sessionVersion, session !== null && isId(session) ? session : null]];
  const text = `
  SELECT ${instantSql("register_now()")} AS at, now() AS now, r.time_zone AS "timeZone", r.stale_days AS "staleDays", r.mandate_days AS "mandateDays",
         ${CURRENT_GENERATION} AS generation, ${PREPARED_GENERATION} AS ahead,
         (SELECT json_build_object('name', p.name, 'role', p.role, 'desk', p.desk, 'sealed', p.sealed,
                                   'factorRemovedAt', p.factor_removed_at)
            FROM person p WHERE p.id = $1::uuid AND p.disabled_at IS NULL ${open}) AS rights
    FROM (SELECT) AS one LEFT JOIN register r ON true`;
  return q.query<BeginRow>(text, [isId(id) ? id : null, ...values]);
}

const OPEN_TOKEN = `AND EXISTS (SELECT FROM api_token t WHERE t.number = $2 AND t.person_id = p.id
                           AND t.revoked_at IS NULL AND t.expires_at > now())`;
const OPEN_SESSION = `AND p.session_version = $2
            AND EXISTS (SELECT FROM session s WHERE s.id = $3::uuid AND s.revoked_at IS NULL)`;

const BEFORE_FOUNDING: RuleSettings = { timeZone: "UTC", staleDays: STALE_DAYS, mandateDays: MANDATE_DAYS };
