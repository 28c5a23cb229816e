// What a change may read, inside its transaction. To lock is to read what nobody else can change until the end;
// the lock comes first and the reading after, as a statement of its own, so that what it reads is current.
import type { AccessSeal } from "@/lib/domain/access";
import type { Approval } from "@/lib/domain/approval";
import type { EntityType } from "@/lib/domain/audit";
import type { Condition } from "@/lib/domain/condition";
import { dayOf, type Day } from "@/lib/domain/day";
import type { Cycle } from "@/lib/domain/deadlock";
import { recipientsAmong, type Delivery } from "@/lib/domain/delivery";
import { findingReference, type Finding } from "@/lib/domain/finding";
import { isId } from "@/lib/domain/id";
import type { ImportRecord } from "@/lib/domain/import";
import type { LeafFacts } from "@/lib/domain/leaf-facts";
import type { Offer, OfferOn } from "@/lib/domain/offer";
import type { Participant } from "@/lib/domain/participant";
import type { Baseline, Person, Register } from "@/lib/domain/person";
import type { Pledge } from "@/lib/domain/pledge";
import type { Priority } from "@/lib/domain/priority";
import type { KnownProposal, Proposal } from "@/lib/domain/proposal";
import { questionReference, type Question, type QuestionAbout } from "@/lib/domain/question";
import type { TitledRecord, RecordKey } from "@/lib/domain/record-key";
import type { Conflict } from "@/lib/domain/refusal";
import type { Requirement } from "@/lib/domain/requirement";
import type { KnownRuling } from "@/lib/domain/ruling";
import type { Scenario } from "@/lib/domain/scenario";
import type { Source } from "@/lib/domain/source";
import type { Trigger } from "@/lib/domain/trigger";
import type { UnresolvedCode } from "@/lib/domain/unresolved";
import { lockLeaves, selectCycles, selectFacts } from "../records/conditions";
import { DELIVERIES_IN_ORDER } from "../records/delivery";
import { standingOn } from "../records/decisions";
import { calledBy, selectNamed } from "../records/named";
import { SHAPES, type RecordOf } from "../records/records";
import { OFFERS_ON } from "../records/requirement";
import { selectSettingsEvents, type SettingsEvent } from "../records/settings-events";
import { selectPledges, selectRecord, selectRecords, type Queryable } from "../records/select";
import { selectProposals } from "../records/known-proposal";
import { selectRulings } from "../records/known-ruling";
import { conflictWith } from "./conflict";
import { fieldsChangedBy } from "./hand";
import { sealDue } from "./seal-due";

interface Cell {
  participant: string;
  priority: Priority;
}

export interface Finders {
  lockPledge(reference: string): Promise<Pledge | null>;
  /** Those that exist, locked in the order of their ids. */
  lockPledges(references: readonly string[]): Promise<Pledge[]>;
  /** Those in force of a person's, of these participants; at most so many. */
  lockPledgesOwned(email: string, participants: readonly string[], limit: number): Promise<Pledge[]>;
  lockPledgeOfEvidence(id: string): Promise<Pledge | null>;
  lockApproval(id: string): Promise<Approval | null>;
  lockPerson(id: string): Promise<Person | null>;
  lockParticipant(code: string): Promise<Participant | null>;
  /** For whoever writes alone. */
  lockRegister(): Promise<Register | null>;
  /** How the settings came to be what they are, oldest first. */
  settingsEvents(): Promise<SettingsEvent[]>;
  /** A time zone as PostgreSQL writes its name; null when it doesn't know it. */
  findTimeZone(name: string): Promise<string | null>;
  findSource(id: string): Promise<Source | null>;
  /** The text that was captured under this hash. */
  findCapturedText(sha256: string): Promise<string | null>;
  /** All sources on record that say the same of themselves, oldest first; nobody records another one meanwhile. */
  findSourcesLike(document: Omit<Source, "id" | "version" | "createdAt">): Promise<Source[]>;
  lockSource(id: string): Promise<Source | null>;
  /** The source on record that says the same of itself, the oldest if there are several. */
  findSameSource(document: Omit<Source, "id" | "version" | "createdAt">): Promise<Source | null>;
  findParticipant(code: string): Promise<Participant | null>;
  findPersonByEmail(email: string): Promise<Person | null>;
  findBaselines(): Promise<Baseline[]>;
  firstBaselineOn(): Promise<Day | null>;
  approvalsServing(reference: string): Promise<Approval[]>;
  /** What it was about when it was made; its status is current only once it is locked. */
  findProposal(id: string): Promise<Proposal | null>;
  lockProposal(id: string): Promise<KnownProposal | null>;
  /** The one that stands on a pledge or an approval, by the subject's id, which is locked. */
  standingProposal(subjectId: string): Promise<Proposal | null>;
  /** Those that stand on the pledge or on an approval it needs. */
  proposalsConcerning(reference: string): Promise<KnownProposal[]>;
  /** What the person changed, since it was proposed, of its subject and of the approvals a pledge needs: `pledge.stage`, … */
  changedSince(personId: string, proposal: Proposal): Promise<string[]>;
  rulingsOn(reference: string): Promise<KnownRuling[]>;
  /** Offers of a pledge that stand, on requirements that aren't closed. */
  offersOn(reference: string): Promise<OfferOn[]>;
  /** A requirement comes before the pledges that are offered for it. */
  lockRequirement(reference: string): Promise<Requirement | null>;
  lockScenario(id: string): Promise<Scenario | null>;
  countScenarios(): Promise<number>;
  /** What a finding may be about: never changed by it, and so not locked. */
  findNamed(name: RecordKey): Promise<TitledRecord | null>;
  /** By its reference or id. */
  lockFinding(name: string): Promise<Finding | null>;
  /** Whoever asks keeps others who ask waiting, so no number is left out. */
  nextFinding(): Promise<string>;
  /** By its reference or id. */
  lockQuestion(name: string): Promise<Question | null>;
  /** Reference of the one that is open about an item; whoever looks keeps others who look waiting. */
  openQuestion(about: QuestionAbout, code: UnresolvedCode): Promise<string | null>;
  /** Whoever asks keeps others who ask waiting, so no number is left out. */
  nextQuestion(): Promise<string>;
  /** What was ever offered for a requirement; withdrawn offers among it. */
  offersFor(requirementId: string): Promise<Offer[]>;
  /** Its requirement isn't known to stay as it is until that is locked. */
  findOffer(id: string): Promise<Offer | null>;
  countRequirements(): Promise<number>;
  /** The reports of a pledge, by their days. */
  deliveriesOf(reference: string): Promise<Delivery[]>;
  /** Which pledge a report is of; null where there is none. */
  pledgeOfDelivery(id: string): Promise<string | null>;
  /** Codes of the participants that receive. */
  recipients(): Promise<string[]>;
  findTriggers(codes: readonly string[]): Promise<Trigger[]>;
  lockTrigger(code: string): Promise<Trigger | null>;
  /** What is known of the leaves of these conditions. */
  factsFor(conditions: readonly (Condition | null)[]): Promise<LeafFacts>;
  /** The same, of records that nobody changes until the end. */
  lockFacts(condition: Condition): Promise<LeafFacts>;
  /** The cycle of conditions that a pledge is part of. */
  cycleOf(reference: string): Promise<Cycle | null>;
  /** Reference of the older pledge that this one replaced. */
  supersededBy(reference: string): Promise<string | null>;
  /** The next reference of a cell; whoever asks keeps others of that cell waiting, so no number is left out. */
  nextReference(participant: string, priority: Priority): Promise<string>;
  /** Whoever locks cells keeps others from logging in them; in their order, as whoever derives them does. */
  lockCells(cells: readonly Cell[]): Promise<void>;
  /** The file that was brought in, as it is on record. */
  lockImported(id: string): Promise<ImportRecord | null>;
  /** Of pledges that one person logged, ids of those that anybody has worked on since, or that person by more than a comment. */
  workedOn(ids: readonly string[], author: string): Promise<string[]>;
  /** Open proposals on these pledges. */
  openProposalsOn(ids: readonly string[]): Promise<Proposal[]>;
  /**
   * The same for many, by cell in the order given: whoever asks keeps others of these cells waiting. Answers the number of the
   * first of each cell.
   */
  nextNumbers(cells: readonly (Cell & { pledges: number })[]): Promise<number[]>;
  /** References and titles of what was logged or changed in these cells after an event of the log, and stands. */
  titlesSince(seq: number, cells: readonly Cell[]): Promise<(Cell & { reference: string; title: string })[]>;
  /** The source on record that says the same of itself, for each document; null where there is none. */
  findSameSources(
    documents: readonly Omit<Source, "id" | "version" | "createdAt">[],
  ): Promise<(Source | null)[]>;
  /** What happened to a record since the version that a client holds. */
  conflict<E extends EntityType>(entity: E, current: RecordOf[E], held: number): Promise<Conflict>;
  /** Accounts that may administer, all of them locked. */
  countAdmins(): Promise<number>;
  /** The access log's next seal and the one before it; null when it isn't due, or somebody else is at it. */
  sealDue(): Promise<{ before: AccessSeal | null; after: AccessSeal } | null>;
}

export function finders(q: Queryable, timeZone: string): Finders {
  const first = async <Row>(text: string, values: unknown[]): Promise<Row | null> =>
    (await q.query<Row>(text, values)).rows[0] ?? null;

  return {
    lockPledge: async (reference) => {
      const locked = await first<{ id: string }>(
        "SELECT id FROM pledge WHERE reference = $1 FOR NO KEY UPDATE",
        [reference],
      );
      return locked && selectRecord(q, "pledge", "r.id = $1", [locked.id]);
    },
    lockPledges: async (references) => {
      const { rows } = await q.query<{ id: string }>(
        "SELECT id FROM pledge WHERE reference = ANY ($1) ORDER BY id FOR NO KEY UPDATE",
        [references],
      );
      return selectPledges(q, "r.id = ANY ($1)", [rows.map((row) => row.id)], "ORDER BY r.id");
    },
    lockPledgesOwned: async (email, participants, limit) => {
      const { rows } = await q.query<{ id: string }>(
        `SELECT id FROM pledge WHERE owner = $1 AND participant = ANY ($2) AND voided_at IS NULL
          ORDER BY id LIMIT $3 FOR NO KEY UPDATE`,
        [email, participants, limit],
      );
      return selectPledges(q, "r.id = ANY ($1)", [rows.map((row) => row.id)], "ORDER BY r.id");
    },
    lockPledgeOfEvidence: async (id) => {
      const locked = isId(id)
        ? await first<{ id: string }>(
            "SELECT p.id FROM pledge p JOIN evidence e ON e.pledge_id = p.id WHERE e.id = $1 FOR NO KEY UPDATE OF p",
            [id],
          )
        : null;
      return locked && selectRecord(q, "pledge", "r.id = $1", [locked.id]);
    },
    lockApproval: async (id) => {
      const locked = isId(id) && (await first("SELECT FROM approval WHERE id = $1 FOR NO KEY UPDATE", [id]));
      return locked ? selectRecord(q, "approval", "r.id = $1", [id]) : null;
    },
    lockPerson: async (id) =>
      isId(id) ? selectRecord(q, "person", "r.id = $1", [id], "FOR NO KEY UPDATE") : null,
    lockParticipant: (code) => selectRecord(q, "participant", "r.code = $1", [code], "FOR NO KEY UPDATE"),
    lockRegister: () => selectRecord(q, "register", "true", [], "FOR NO KEY UPDATE"),
    settingsEvents: () => selectSettingsEvents(q),
    findTimeZone: async (name) => {
      const known = await first<{ name: string }>(
        "SELECT name FROM pg_timezone_names WHERE lower(name) = lower($1)",
        [name],
      );
      return known?.name ?? null;
    },
    findSource: async (id) => (isId(id) ? selectRecord(q, "source", "r.id = $1", [id]) : null),
    findCapturedText: async (sha256) => {
      const found = await first<{ text: string }>("SELECT text FROM captured_text WHERE sha256 = $1", [
        sha256,
      ]);
      return found?.text ?? null;
    },
    findSourcesLike: async (document) => {
      await waitForSource(q, document);
      return sourcesLike(q, document, "ORDER BY r.created_at, r.id LIMIT 50");
    },
    lockSource: async (id) =>
      isId(id) ? selectRecord(q, "source", "r.id = $1", [id], "FOR NO KEY UPDATE") : null,
    findSameSource: async (document) => {
      const known = await sameSource(q, document);
      if (known) return known;
      // Somebody else may be recording it just now: wait for them and look again.
      await waitForSource(q, document);
      return sameSource(q, document);
    },
    findParticipant: (code) => selectRecord(q, "participant", "r.code = $1", [code]),
    findPersonByEmail: (email) => selectRecord(q, "person", "r.email = lower($1)", [email]),
    findBaselines: () => selectRecords(q, "baseline", "true", [], "ORDER BY r.as_of, r.id"),
    firstBaselineOn: async () => {
      const baseline = await selectRecord(q, "baseline", "true", [], "ORDER BY r.as_of LIMIT 1");
      return baseline && dayOf(baseline.asOf, timeZone);
    },
    approvalsServing: (reference) =>
      selectRecords(
        q,
        "approval",
        `r.id IN (SELECT ap.approval_id FROM approval_pledge ap JOIN pledge p ON p.id = ap.pledge_id
                   WHERE p.reference = $1 AND ap.removed_in IS NULL)`,
        [reference],
        "ORDER BY r.created_at, r.id",
      ),
    findProposal: async (id) => (isId(id) ? selectRecord(q, "proposal", "r.id = $1", [id]) : null),
    lockProposal: async (id) => {
      const locked = isId(id) && (await first("SELECT FROM proposal WHERE id = $1 FOR NO KEY UPDATE", [id]));
      const [proposal] = locked ? await selectProposals(q, "r.id = $1", [id]) : [];
      return proposal ?? null;
    },
    standingProposal: (subjectId) =>
      selectRecord(
        q,
        "proposal",
        "r.subject_id = $1 AND r.status IN ('OPEN', 'RETURNED')",
        [subjectId],
        "FOR NO KEY UPDATE",
      ),
    proposalsConcerning: (reference) =>
      selectProposals(q, standingOn("$1"), [reference], "ORDER BY r.created_at, r.id"),
    changedSince: (personId, proposal) => fieldsChangedBy(q, personId, proposal),
    rulingsOn: (reference) =>
      selectRulings(
        q,
        "r.pledge_id = (SELECT id FROM pledge WHERE reference = $1)",
        [reference],
        "ORDER BY r.created_at, r.id",
      ),
    deliveriesOf: (reference) =>
      selectRecords(
        q,
        "delivery",
        "r.pledge_id = (SELECT id FROM pledge WHERE reference = $1)",
        [reference],
        DELIVERIES_IN_ORDER,
      ),
    pledgeOfDelivery: async (id) => {
      if (!isId(id)) return null;
      const found = await first<{ reference: string }>(
        "SELECT p.reference FROM delivery d JOIN pledge p ON p.id = d.pledge_id WHERE d.id = $1",
        [id],
      );
      return found?.reference ?? null;
    },
    recipients: async () =>
      recipientsAmong(await selectRecords(q, "participant", "r.role = 'BENEFICIARY'", [], "ORDER BY r.code")),
    offersOn: async (reference) => {
      const found = await first<{ offers: OfferOn[] }>(
        `SELECT (${OFFERS_ON} x.id) AS offers FROM pledge x WHERE x.reference = $1`,
        [reference],
      );
      return found?.offers ?? [];
    },
    lockRequirement: async (reference) => {
      const locked = await first("SELECT FROM requirement WHERE reference = $1 FOR NO KEY UPDATE", [
        reference,
      ]);
      return locked ? selectRecord(q, "requirement", "r.reference = $1", [reference]) : null;
    },
    lockScenario: async (id) =>
      isId(id) ? selectRecord(q, "scenario", "r.id = $1", [id], "FOR NO KEY UPDATE") : null,
    countScenarios: async () => {
      const found = await first<{ n: number }>("SELECT count(*)::int AS n FROM scenario", []);
      return found?.n ?? 0;
    },
    findNamed: async (name) => (await selectNamed(q, name.kind, [name.key]))[0] ?? null,
    lockFinding: (name) => selectRecord(q, "finding", calledBy(name), [name], "FOR NO KEY UPDATE"),
    nextFinding: async () => {
      await q.query("SELECT pg_advisory_xact_lock(hashtextextended('the next finding', 0))");
      const last = await first<{ n: number }>("SELECT coalesce(max(number), 0) AS n FROM finding", []);
      return findingReference((last?.n ?? 0) + 1);
    },
    lockQuestion: (name) => selectRecord(q, "question", calledBy(name), [name], "FOR NO KEY UPDATE"),
    openQuestion: async ({ participant, priority, pledge }, code) => {
      await q.query(QUESTIONS_ONE_BY_ONE);
      const standing = await first<{ reference: string }>(
        `SELECT reference FROM question WHERE state = 'OPEN' AND participant = $1 AND priority = $2
            AND pledge IS NOT DISTINCT FROM $3 AND code = $4`,
        [participant, priority, pledge, code],
      );
      return standing?.reference ?? null;
    },
    nextQuestion: async () => {
      await q.query(QUESTIONS_ONE_BY_ONE);
      const last = await first<{ n: number }>("SELECT coalesce(max(number), 0) AS n FROM question", []);
      return questionReference((last?.n ?? 0) + 1);
    },
    offersFor: (requirementId) =>
      selectRecords(q, "offer", "r.requirement_id = $1", [requirementId], "ORDER BY r.created_at, r.id"),
    findOffer: async (id) => (isId(id) ? selectRecord(q, "offer", "r.id = $1", [id]) : null),
    countRequirements: async () => {
      const found = await first<{ n: number }>("SELECT count(*)::int AS n FROM requirement", []);
      return found?.n ?? 0;
    },
    findTriggers: (codes) => selectRecords(q, "trigger", "r.code = ANY ($1)", [codes], "ORDER BY r.code"),
    lockTrigger: (code) => selectRecord(q, "trigger", "r.code = $1", [code], "FOR NO KEY UPDATE"),
    factsFor: (conditions) => selectFacts(q, conditions),
    lockFacts: async (condition) => {
      await lockLeaves(q, condition);
      return selectFacts(q, [condition]);
    },
    cycleOf: async (reference) => (await selectCycles(q, [reference])).get(reference) ?? null,
    supersededBy: async (reference) => {
      const older = await first<{ reference: string }>(
        "SELECT reference FROM pledge WHERE superseded_by = $1 ORDER BY created_at, reference LIMIT 1",
        [reference],
      );
      return older?.reference ?? null;
    },
    nextReference: async (participant, priority) => {
      const given = await first<{ last: number }>(
        "UPDATE reference_counter SET last = last + 1 WHERE participant = $1 AND priority = $2 RETURNING last",
        [participant, priority],
      );
      if (!given) throw new Error(`no participant ${participant} is on record`);
      return `${participant}-${priority}-${String(given.last).padStart(3, "0")}`;
    },
    lockCells: async (cells) => {
      await q.query(
        `SELECT FROM reference_counter c JOIN unnest($1::text[], $2::smallint[]) AS w (participant, priority) USING (participant, priority)
          ORDER BY c.participant, c.priority FOR NO KEY UPDATE OF c`,
        [cells.map(({ participant }) => participant), cells.map(({ priority }) => priority)],
      );
    },
    lockImported: (id) => selectRecord(q, "import", "r.id = $1", [id], "FOR NO KEY UPDATE"),
    workedOn: async (ids, author) =>
      (await q.query<{ id: string }>(WORKED_ON, [ids, author])).rows.map(({ id }) => id),
    openProposalsOn: (ids) =>
      selectRecords(
        q,
        "proposal",
        "r.subject_id = ANY ($1) AND r.status = 'OPEN'",
        [ids],
        "ORDER BY r.id FOR NO KEY UPDATE",
      ),
    nextNumbers: async (cells) => {
      const { rows } = await q.query<{ first: number }>(NEXT_NUMBERS, [JSON.stringify(cells)]);
      if (rows.length !== cells.length) throw new Error("a participant isn't on record");
      return rows.map(({ first: number }) => number);
    },
    titlesSince: async (seq, cells) =>
      (
        await q.query<Cell & { reference: string; title: string }>(
          `SELECT p.reference, p.participant, p.priority, p.title FROM pledge p
            WHERE p.id IN (SELECT e.entity_id::uuid FROM audit.event e WHERE e.seq > $1 AND e.entity_type = 'pledge')
              AND (p.participant, p.priority) IN (SELECT * FROM unnest($2::text[], $3::smallint[])) AND p.voided_at IS NULL`,
          [seq, cells.map(({ participant }) => participant), cells.map(({ priority }) => priority)],
        )
      ).rows,
    findSameSources: async (documents) => {
      const look = async (): Promise<(Source | null)[]> => {
        const { rows } = await q.query<{ place: number; record: Source }>(SAME_SOURCES, [
          JSON.stringify(documents),
        ]);
        const found = new Map(rows.map(({ place, record }) => [place, record]));
        return documents.map((_, place) => found.get(place + 1) ?? null);
      };
      const known = await look();
      if (known.every((one) => one !== null)) return known;
      // As for one: somebody else may be recording any of them just now.
      const names = documents
        .filter((_, place) => known[place] === null)
        .map(({ publisher, url }) => `${publisher} ${url}`);
      await q.query(
        "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest($1::text[]) AS name",
        [[...new Set(names)].sort()],
      );
      return look();
    },
    conflict: (entity, current, held) => conflictWith(q, entity, current, held),
    countAdmins: async () => {
      const admins = await q.query(
        "SELECT FROM person WHERE role = 'ADMIN' AND disabled_at IS NULL ORDER BY id FOR NO KEY UPDATE",
      );
      return admins.rows.length;
    },
    sealDue: () => sealDue(q),
  };
}

const QUESTIONS_ONE_BY_ONE = "SELECT pg_advisory_xact_lock(hashtextextended('the next question', 0))";

const WORKED_ON = `
  SELECT p.id FROM pledge p
   WHERE p.id = ANY ($1::uuid[]) AND (p.version > 1
      OR EXISTS (SELECT FROM approval_pledge a WHERE a.pledge_id = p.id)
      OR EXISTS (SELECT FROM offer o WHERE o.pledge_id = p.id)
      OR EXISTS (SELECT FROM delivery d WHERE d.pledge_id = p.id)
      OR EXISTS (SELECT FROM ruling r WHERE r.pledge_id = p.id)
      OR EXISTS (SELECT FROM comment c WHERE c.pledge_id = p.id AND c.author_id::text <> $2)
      OR EXISTS (SELECT FROM proposal s WHERE s.subject_id = p.id AND (s.version > 1 OR s.proposer_id::text <> $2))
      OR EXISTS (SELECT FROM condition_leaf l WHERE l.kind = 'pledge' AND l.key = p.reference)
      OR EXISTS (SELECT FROM pledge o WHERE o.superseded_by = p.reference)
      OR EXISTS (SELECT FROM question q WHERE q.pledge = p.reference)
      OR EXISTS (SELECT FROM finding f WHERE f.about_kind = 'pledge' AND f.about_key = p.reference)
      OR p.reference IN (SELECT s.wish->>'successor' FROM proposal s WHERE s.status IN ('OPEN', 'RETURNED') AND s.wish ? 'successor')
      OR p.reference IN (SELECT e->>'pledge' FROM question q, jsonb_array_elements(q.entries) e WHERE e ? 'pledge'))`;

const NEXT_NUMBERS = `
  WITH wanted AS (
    SELECT * FROM ROWS FROM (json_to_recordset($1) AS (participant text, priority smallint, pledges int)) WITH ORDINALITY AS w (participant, priority, pledges, place)),
  given AS (
    UPDATE reference_counter c SET last = c.last + w.pledges FROM wanted w
     WHERE c.participant = w.participant AND c.priority = w.priority RETURNING w.place, c.last - w.pledges + 1 AS first)
  SELECT first FROM given ORDER BY place`;

const SAME_SOURCES = `
  SELECT DISTINCT ON (d.place) d.place::int, ${SHAPES.source.json} AS record
    FROM ROWS FROM (json_to_recordset($1) AS (publisher text, url text, title text, "publishedOn" date, language text, ownership text))
         WITH ORDINALITY AS d (publisher, url, title, published_on, language, ownership, place)
    JOIN source r ON r.publisher = d.publisher AND r.url IS NOT DISTINCT FROM d.url AND r.title IS NOT DISTINCT FROM d.title
         AND r.published_on IS NOT DISTINCT FROM d.published_on AND r.language = d.language AND r.ownership = d.ownership
   ORDER BY d.place, r.created_at, r.id`;

type Document = Parameters<Finders["findSameSource"]>[0];

async function waitForSource(q: Queryable, { publisher, url }: Document): Promise<void> {
  await q.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`${publisher} ${url}`]);
}

const sameSource = async (q: Queryable, document: Document): Promise<Source | null> =>
  (await sourcesLike(q, document, "ORDER BY r.created_at, r.id LIMIT 1"))[0] ?? null;

function sourcesLike(
  q: Queryable,
  { publisher, url, title, publishedOn, language, ownership }: Document,
  rest: string,
): Promise<Source[]> {
  return selectRecords(
    q,
    "source",
    `r.publisher = $1 AND r.url IS NOT DISTINCT FROM $2 AND r.title IS NOT DISTINCT FROM $3
       AND r.published_on IS NOT DISTINCT FROM $4::date AND r.language = $5 AND r.ownership = $6`,
    [publisher, url, title, publishedOn, language, ownership],
    rest,
  );
}
