// Checks four eyes from the log alone: whatever binds a country has two people in it, the one who proposed it and
// another who decided, and the latter changed nothing material on the way.
export interface Logged {
  seq: number;
  actor: string;
  entity: string;
  id: string;
  record: Row;
}

type Row = Record<string, unknown>;

/** Evidence as a digest, since only whether it changed matters. */
const LOG = `
  SELECT seq::int, actor_id AS actor, entity_type AS entity, entity_id AS id,
         CASE entity_type WHEN 'pledge' THEN record || jsonb_build_object('evidence', md5((record -> 'evidence')::text))
                          ELSE record END AS record
    FROM (SELECT *, payload::jsonb -> 'record' AS record FROM audit.event) e
   WHERE entity_type IN ('pledge', 'approval', 'proposal') ORDER BY seq`;

/** One line for each change on record that one person alone has settled. */
export async function breachesOnRecord(database: {
  query(text: string): Promise<{ rows: unknown[] }>;
}): Promise<string[]> {
  return breachesIn((await database.query(LOG)).rows as Logged[]);
}

export function breachesIn(log: readonly Logged[]): string[] {
  const read = new Reading();
  return log.flatMap((event, at) => {
    const breach = read.next(event, log[at + 1]);
    return breach === null ? [] : [`${event.seq} ${event.entity} ${event.id}: ${breach}`];
  });
}

class Reading {
  private readonly last = new Map<string, Row>();
  private readonly made = new Map<string, Logged>();
  /** References of the pledges that bind. */
  private readonly bound = new Set<unknown>();
  /** Who changed something material, and when, by the pledge's reference or the approval's id. */
  private readonly hands = new Map<unknown, { by: string; seq: number }[]>();

  next(event: Logged, following: Logged | undefined): string | null {
    const before = this.last.get(event.id) ?? null;
    const breach = this.takesTwo(event, before) ? this.whyAlone(event, following) : null;
    if (event.entity === "proposal" && before === null) this.made.set(event.id, event);
    if (event.entity === "pledge") this.bound[binds(event.record) ? "add" : "delete"](event.record.reference);
    for (const subject of weighty(event, before)) {
      const hands = this.hands.get(subject) ?? [];
      this.hands.set(subject, [...hands, { by: event.actor, seq: event.seq }]);
    }
    this.last.set(event.id, event.record);
    return breach;
  }

  private takesTwo({ actor, entity, record }: Logged, before: Row | null): boolean {
    if (entity === "proposal") return false;
    if (entity === "approval") {
      return [...new Set([...served(before), ...served(record)])]
        .filter((reference) => this.bound.has(reference))
        .some((reference) => {
          const from = served(before).includes(reference) ? before : null;
          const to = served(record).includes(reference) ? record : null;
          return outcome(from) !== outcome(to) || (isAsked(from) && !isAsked(to));
        });
    }
    if (before === null) return binds(record);
    const isSetAtOnce = before.stage === "SIGNALLED" && record.stage === "PLEDGED";
    if (before.stage !== record.stage && !isSetAtOnce) return true;
    if (binds(before) && (weightOf(before) !== weightOf(record) || joinsAlone(actor, before, record)))
      return true;
    return (
      before.voided === null && record.voided !== null && (binds(before) || ENDED.includes(before.stage))
    );
  }

  /** Why the decision that comes next in the log is no second pair of eyes; null if it is. */
  private whyAlone(event: Logged, decision: Logged | undefined): string | null {
    if (decision?.entity !== "proposal" || decision.record.status !== "APPROVED") return "decided by nobody";
    const proposal = this.made.get(decision.id);
    if (decision.record.subjectId !== event.id || !proposal) return "decided about something else";
    if (proposal.actor === decision.actor || proposal.record.proposerId === decision.actor)
      return "decided by its proposer";
    if (event.actor !== decision.actor || decision.record.deciderId !== decision.actor)
      return "changed by another than decided";
    const wish = proposal.record.wish as Row;
    if (
      JSON.stringify(wish) !== JSON.stringify(decision.record.wish) ||
      (wish.do === "stage" && wish.to !== event.record.stage)
    )
      return "decided otherwise than proposed";
    const hands = this.hands.get(event.entity === "pledge" ? event.record.reference : event.id) ?? [];
    return hands.some(({ by, seq }) => by === decision.actor && seq > proposal.seq)
      ? "decided by one who had a hand in it"
      : null;
  }
}

/** What an event changed materially: the pledge, or the approval and all that it serves. */
function weighty({ entity, id, record }: Logged, before: Row | null): unknown[] {
  if (entity === "approval") return [id, ...served(before), ...served(record)];
  if (entity !== "pledge") return [];
  const of = (row: Row | null): string =>
    JSON.stringify([row?.stage, row?.voided, row?.evidence, row?.jointWith ?? [], row && weightOf(row)]);
  return of(before) === of(record) ? [] : [record.reference];
}

const BINDING: unknown[] = ["COMMITTED", "ALLOCATED", "DELIVERING", "FULFILLED"];
const ENDED: unknown[] = ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"];
const binds = ({ stage, suspendedFrom }: Row): boolean =>
  BINDING.includes(stage === "SUSPENDED" ? suspendedFrom : stage);

const weightOf = ({ windowStart, windowEnd, contributions }: Row): string =>
  JSON.stringify([
    windowStart,
    windowEnd,
    ((contributions ?? []) as Row[])
      .map(({ id, kind, quantity, money, availableFrom, availableTo, caveats }) =>
        JSON.stringify([id, kind, quantity, money, availableFrom, availableTo, caveats]),
      )
      .sort(),
  ]);

/** Whether one person alone changed who is confirmed to promise it too; a claim by another counts. */
function joinsAlone(actor: string, before: Row, after: Row): boolean {
  const [were, are] = [before, after].map(({ jointWith }) => (jointWith ?? []) as Row[]) as [Row[], Row[]];
  const confirmed = (links: Row[], of: unknown): boolean =>
    links.some(({ participant, state }) => participant === of && state === "CONFIRMED");
  const isClaimedByAnother = (of: unknown): boolean =>
    were.some(({ participant, state, by }) => participant === of && state === "CLAIMED" && by !== actor);
  return (
    were.some(({ participant }) => confirmed(were, participant) && !confirmed(are, participant)) ||
    are.some(
      ({ participant }) =>
        confirmed(are, participant) && !confirmed(were, participant) && !isClaimedByAnother(participant),
    )
  );
}

const served = (approval: Row | null): unknown[] => (approval?.serves ?? []) as unknown[];
const outcome = (approval: Row | null): string =>
  approval && ["APPROVED", "REJECTED"].includes(String(approval.status))
    ? JSON.stringify([
        [approval.status, approval.kind, approval.body, approval.subject],
        [approval.validUntil ?? null, approval.limits ?? null, approval.terms ?? null],
      ])
    : "";
const isAsked = (approval: Row | null): boolean =>
  approval !== null && approval.status !== "UNKNOWN" && approval.status !== "NOT_REQUIRED";
