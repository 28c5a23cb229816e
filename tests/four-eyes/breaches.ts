// What the log says of four eyes, and nothing else does: whatever binds a country has two persons in it, the one who
// proposed it and another who decided, and that one changed nothing of weight on the way.
export interface Logged {
  seq: number;
  actor: string;
  entity: string;
  id: string;
  record: Record<string, unknown>;
}

type Row = Record<string, unknown>;

export const LOG = `
  SELECT seq::int, actor_id AS actor, entity_type AS entity, entity_id AS id, payload::jsonb -> 'record' AS record
    FROM audit.event WHERE entity_type IN ('pledge', 'approval', 'proposal') ORDER BY seq`;

/** One line for each change that one person alone has settled. */
export function breachesIn(log: readonly Logged[]): string[] {
  const last = new Map<string, Row>();
  const made = new Map<string, Logged>();
  const breaches: string[] = [];
  for (const [at, event] of log.entries()) {
    const before = last.get(event.id) ?? null;
    if (event.entity === "proposal") {
      if (before === null) made.set(event.id, event);
    } else if (takesTwo(event, before, last)) {
      const why = whyAlone(log, at, made);
      if (why) breaches.push(`${event.seq} ${event.entity} ${event.id}: ${why}`);
    }
    last.set(event.id, event.record);
  }
  return breaches;
}

function takesTwo({ entity, record }: Logged, before: Row | null, last: ReadonlyMap<string, Row>): boolean {
  if (entity === "approval") {
    const [served, serves] = [references(before), references(record)];
    const bound = [...last.values()].filter(
      (one) => "reference" in one && "contributions" in one && binds(one),
    );
    return bound.some(({ reference }) => {
      const [from, to] = [
        served.includes(reference) ? before : null,
        serves.includes(reference) ? record : null,
      ];
      return outcome(from) !== outcome(to) || (isAsked(from) && !isAsked(to));
    });
  }
  if (before === null) return binds(record);
  if (before.stage !== record.stage && !(before.stage === "SIGNALLED" && record.stage === "PLEDGED"))
    return true;
  if (binds(before) && weightOf(before) !== weightOf(record)) return true;
  return before.voided === null && record.voided !== null && binds(before);
}

/** The proposal that was approved with it, in the very next event: what is wrong with it as a second pair of eyes. */
function whyAlone(log: readonly Logged[], at: number, made: ReadonlyMap<string, Logged>): string | null {
  const [event, decision] = [log[at], log[at + 1]];
  if (!event || decision?.entity !== "proposal" || decision.record.status !== "APPROVED")
    return "decided by nobody";
  const proposal = made.get(decision.id);
  if (decision.record.subjectId !== event.id || !proposal) return "decided about something else";
  if (proposal.actor === decision.actor || decision.record.proposerId === decision.actor)
    return "decided by its proposer";
  if (event.actor !== decision.actor || decision.record.deciderId !== decision.actor)
    return "changed by another";
  if (JSON.stringify(proposal.record.wish) !== JSON.stringify(decision.record.wish))
    return "decided otherwise than proposed";
  const wish = proposal.record.wish as Row;
  if (wish.do === "stage" && wish.to !== event.record.stage) return "another stage than proposed";
  const between = log.filter(({ seq }) => seq > proposal.seq && seq < event.seq);
  return between.some((one) => one.actor === decision.actor && isWeighty(log, one, event))
    ? "decided by one who had a hand in it"
    : null;
}

/** Whether an event changed something of weight of the subject, or of an approval that serves it. */
function isWeighty(log: readonly Logged[], one: Logged, subject: Logged): boolean {
  if (one.entity === "approval")
    return one.id === subject.id || references(one.record).includes(subject.record.reference);
  if (one.id !== subject.id) return false;
  const before = log.findLast(({ id, seq }) => id === one.id && seq < one.seq)?.record ?? {};
  const of = (record: Row): string =>
    JSON.stringify([record.stage, record.voided, record.evidence, weightOf(record)]);
  return of(before) !== of(one.record);
}

const BINDING: unknown[] = ["COMMITTED", "ALLOCATED", "DELIVERING", "FULFILLED"];
const binds = ({ stage, suspendedFrom }: Row): boolean =>
  BINDING.includes(stage === "SUSPENDED" ? suspendedFrom : stage);

const weightOf = ({ windowStart, windowEnd, contributions }: Row): string =>
  JSON.stringify([
    windowStart,
    windowEnd,
    ((contributions ?? []) as Row[]).map(({ id, kind, quantity, money, availableFrom, availableTo, caveats }) => [
      id, kind, quantity, money, availableFrom, availableTo, caveats,
    ]), // prettier-ignore
  ]);

const references = (approval: Row | null): unknown[] => (approval?.serves ?? []) as unknown[];
const outcome = (approval: Row | null): string =>
  approval && ["APPROVED", "REJECTED"].includes(String(approval.status))
    ? JSON.stringify([approval.status, approval.kind, approval.body, approval.subject])
    : "";
const isAsked = (approval: Row | null): boolean =>
  approval !== null && approval.status !== "UNKNOWN" && approval.status !== "NOT_REQUIRED";
