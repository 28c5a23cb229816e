// Arbitrary records of each kind that its table accepts, with parents that exist; built to satisfy the constraints.
import { createHash } from "node:crypto";
import fc from "fast-check";
import { ROLES } from "@/lib/domain/people/actor";
import { ASSUMED_STATES, ASSUMED_STATUSES, type Assumption } from "@/lib/domain/history/scenarios/assumption";
import { APPROVAL_FIELDS } from "@/lib/domain/pledge/approval";
import type { EntityType } from "@/lib/domain/base/audit";
import type { Condition } from "@/lib/domain/pledge/condition";
import { CAVEAT_CATEGORIES, CONTRIBUTION_FIELDS } from "@/lib/domain/pledge/contribution";
import type { Day } from "@/lib/domain/base/day";
import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";
import {
  EVIDENCE_FIELDS,
  PIECE_FIELDS,
  PLEDGE_PIECE_FIELDS,
  type Evidence,
} from "@/lib/domain/pledge/evidence";
import { EXPORT_VIEWS } from "@/lib/domain/log/export";
import { FINDING_ACTS, findingReference, type FindingEntry } from "@/lib/domain/oversight/finding";
import { SUGGESTION_ANSWERS } from "@/lib/domain/proposals/suggestion";
import { HANDOVER_ACTS, type HandoverEntry } from "@/lib/domain/people/handover";
import { LANGUAGES } from "@/lib/domain/base/language";
import { FITS } from "@/lib/domain/requirements/offer";
import { PARTICIPANT_KINDS, PARTICIPANT_ROLES } from "@/lib/domain/people/participant";
import { LINK_STATES, type ParticipantLink } from "@/lib/domain/pledge/link";
import type { Pledge, PledgeContent } from "@/lib/domain/pledge/pledge";
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import {
  eachField,
  mayBeNull,
  unstatedIn,
  withoutParts,
  type Field,
  type Fields,
  type ValuesOf,
} from "@/lib/domain/base/field";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { PROPOSAL_STATUSES } from "@/lib/domain/proposals/proposal";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { QUESTION_ACTS, questionReference, type QuestionEntry } from "@/lib/domain/oversight/question";
import { RECORD_KINDS } from "@/lib/domain/oversight/record-key";
import { CRITICALITIES, REQUIREMENT_FIELDS } from "@/lib/domain/requirements/requirement";
import type { ScenarioResult } from "@/lib/domain/history/scenarios/scenario";
import { OWNERSHIPS } from "@/lib/domain/pledge/source";
import { EXITS, LADDER, STAGES } from "@/lib/domain/pledge/stages";
import { TRIGGER_FIELDS } from "@/lib/domain/pledge/trigger";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import type { ProposedChange } from "@/lib/domain/proposals/proposed-change";
import type { RecordOf } from "@/lib/db/records/record-of";
import {
  anyAmount,
  anyCount,
  anyEnd,
  anyFarDay,
  anyFarInstant,
  anyFiles,
  anyMoney,
  anySha,
  anyStatedQuantity,
  anyText,
  anyTexts,
  anyVersion,
  anyWhole,
  maybe,
} from "./any-value";
import { anyApproval, anyContribution, anyDelivery, anyPiece, anyPledge } from "./arbitrary";
import { aContribution, aPiece, aPledge, aRuling, france } from "../cast";
import { anyCondition, aPledgeLeaf, aTriggerLeaf } from "./random-conditions";

/** An id that shows what it belongs to. */
export const idOf = (letter: string, number: number): string =>
  `00000000-0000-4000-8000-${letter}${String(number).padStart(11, "0")}`;

const PEOPLE = [1, 2, 3].map((number) => idOf("a", number));
const SOURCES = [1, 2].map((number) => idOf("b", number));
const LINES = [1, 2].map((number) => idOf("c", number));
const PIECES = [1, 2].map((number) => idOf("d", number));
const PLEDGES = ["FR-3-001", "FR-3-002", "DE-1-001"];
const REQUIREMENTS = ["REQ-1", "REQ-2"];
const RULING = idOf("f", 1);
const TEXTS = ["What was said.", 'Says "ї"\n\\'];
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

const EARLY = { version: 1, createdAt: "2026-01-05T08:00:00.000Z", updatedAt: "2026-01-05T08:00:00.000Z" };
const PARENT_SOURCES = SOURCES.map((id) => {
  const { version, createdAt } = EARLY;
  return { ...aPiece("MEDIA_REPORT").source, id, version, createdAt };
});

/** The records that others refer to, each kind after those that it refers to itself. */
export const PARENTS: { readonly [E in EntityType]?: readonly RecordOf[E][] } = {
  participant: [france, { ...france, code: "DE" }],
  person: PEOPLE.map((id) => ({
    ...EARLY,
    id,
    email: `${id}@register.example`,
    name: "Somebody",
    role: "MANAGER",
    desk: [],
    sealed: false,
    disabledAt: null,
    secondFactorAt: null,
    language: null,
    aloneAt: null,
    factorRemovedAt: null,
  })),
  source: PARENT_SOURCES,
  pledge: PLEDGES.map((reference, place) => ({
    ...aPledge({ reference, id: idOf("e", place + 1) }),
    participant: reference.slice(0, 2),
    priority: reference.startsWith("FR") ? 3 : 1,
    contributions: place === 0 ? LINES.map((id) => aContribution({ id })) : [],
    evidence: place === 0 ? PIECES.map((id) => onRecord(aPiece("NOTE_VERBALE", { id }), 0)) : [],
  })),
  requirement: REQUIREMENTS.map((reference, place) => ({
    ...EARLY,
    id: idOf("9", place + 1),
    reference,
    ...unstatedIn(REQUIREMENT_FIELDS),
    title: "Pilots",
    capability: "AIR",
    priority: 1,
    domain: "AIR",
    location: "UNSTATED",
    money: { amount: "1.00", currency: "EUR" },
    neededBy: { day: null, date: null },
    criticality: 1,
    closed: null,
  })),
  ruling: [aRuling({ id: RULING, pledge: "FR-3-002", rulerId: PEOPLE[0] ?? "", weighed: [PIECES[0] ?? ""] })],
};
export const PARENT_TEXTS = TEXTS.map((text) => ({ sha256: hashOf(text), text }));

function onRecord(piece: Evidence, place: number): Evidence {
  const [source] = PARENT_SOURCES.slice(place % PARENT_SOURCES.length);
  if (!source) throw new Error("no source");
  const { version: _, createdAt: __, ...cited } = source;
  return { ...piece, source: cited };
}

const several = <T>(these: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...these]);
const one = <T>(...these: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...these);
/** Both ends, in order. */
const anyWindow = fc
  .tuple(maybe(anyFarDay), maybe(anyFarDay))
  .map(([from, to]): [Day | null, Day | null] =>
    from !== null && to !== null && from > to ? [to, from] : [from, to],
  );
const stamps = { version: anyVersion, createdAt: anyFarInstant, updatedAt: anyFarInstant };

/** For each field but the parts. */
const anyValuesOf = <F extends Fields>(fields: F) =>
  eachField(withoutParts(fields), (_name, field) =>
    mayBeNull(field) ? maybe(anyStated(field)) : anyStated(field),
  ) as { [Name in keyof ValuesOf<F>]: fc.Arbitrary<ValuesOf<F>[Name]> };

function anyStated(field: Field): fc.Arbitrary<string | number | boolean> {
  if ("of" in field) return one<string | number>(...field.of);
  if (field.is === "flag") return fc.boolean();
  if (field.is === "number") return anyCount();
  if (field.is === "day") return anyFarDay;
  if (field.is === "participant") return one("FR", "DE");
  return anyText("limit" in field ? field.limit : 320);
}

const anyConditionSet: fc.Arbitrary<Condition> = anyCondition(
  fc.oneof(
    aTriggerLeaf,
    anyText(40).map((trigger) => ({ trigger })),
    fc.uuid().map((approval) => ({ approval })),
    aPledgeLeaf(PLEDGES),
  ),
);

const anySameAs = fc
  .tuple(one("NO-1-001", "SE-3-020"), fc.uuid(), one(...LINK_STATES), one(...PEOPLE), anyText(2_000))
  .map(([pledge, contribution, state, by, reason]) => ({
    ...{ pledge, contribution, state, by },
    reason: state === "DECLINED" ? reason : null,
  }));

const anyLine = fc
  .tuple(
    anyContribution,
    fc.record({
      ...anyValuesOf(CONTRIBUTION_FIELDS),
      quantity: anyStatedQuantity,
      money: maybe(anyMoney),
      window: anyWindow,
      caveats: fc.array(fc.record({ category: one(...CAVEAT_CATEGORIES), text: anyText(2000) }), {
        maxLength: 2,
      }),
      allocated: maybe(
        fc.record({ quantity: maybe(anyStatedQuantity), money: maybe(anyMoney), on: anyFarDay }),
      ),
      sameAs: maybe(anySameAs),
    }),
  )
  .map(
    ([
      line,
      {
        window: [availableFrom, availableTo],
        ...rest
      },
    ]) => ({
      ...line,
      ...rest,
      availableFrom,
      availableTo,
    }),
  );

const anyEvidence: fc.Arbitrary<Evidence> = fc
  .tuple(
    anyPiece,
    fc.record({
      ...anyValuesOf(PLEDGE_PIECE_FIELDS),
      quote: maybe(anyText(20_000)),
      claims: maybe(anyText(2000)),
      recordedAt: anyFarInstant,
      retracted: anyEnd,
    }),
    fc.record({
      place: fc.nat(1),
      files: anyFiles,
      span: maybe(fc.record({ start: anyCount(), length: fc.integer({ min: 1, max: 9 }) })),
    }),
  )
  .map(([piece, rest, { place, files, span }]) => ({
    ...onRecord({ ...piece, ...rest }, place),
    ...(files === undefined ? {} : { files }),
    ...(span === null ? {} : { span: spanOf(span.start, span.length) }),
  }));

const spanOf = (start: number, length: number) => {
  const first = Math.min(start, 2 ** 31 - 1 - length);
  return { start: first, end: first + length };
};

const anyLinks: fc.Arbitrary<ParticipantLink[]> = fc
  .uniqueArray(one("NO", "SE", "DK"), { maxLength: 3 })
  .chain((codes) =>
    fc.tuple(
      ...codes.map((participant) =>
        fc.tuple(one(...LINK_STATES), one(...PEOPLE), anyText(2_000)).map(([state, by, reason]) => ({
          participant,
          state,
          by,
          reason: state === "DECLINED" ? reason : null,
        })),
      ),
    ),
  );

const anyPledgeRecord: fc.Arbitrary<Pledge> = fc
  .tuple(
    anyPledge,
    fc.record({
      ...anyValuesOf(PLEDGE_FIELDS),
      participant: one("FR", "DE"),
      priority: one(...PRIORITIES),
      version: anyVersion,
      title: anyText(500),
      summary: maybe(anyText(20_000)),
      stageSetOn: anyFarDay,
      pledgedByStepOn: maybe(anyFarDay),
      authorisedBy: maybe(anyText(500)),
      owner: maybe(anyText(320, 3)),
      nextAction: maybe(anyText(20_000)),
      lastConfirmedOn: maybe(anyFarDay),
      voided: anyEnd,
      createdAt: anyFarInstant,
      updatedAt: anyFarInstant,
      contributions: fc.array(anyLine, { maxLength: 4 }),
      evidence: fc.array(anyEvidence, { maxLength: 4 }),
    }),
    fc.record({
      number: one(3, 10, 999, 1000, 2_147_483_647),
      reason: anyText(20_000),
      isReasoned: fc.boolean(),
      successor: one("FR-3-001", "DE-1-001"),
      isSuperseded: fc.boolean(),
      window: anyWindow,
      condition: maybe(anyConditionSet),
      conditionSetOn: anyFarDay,
      links: fc.tuple(anyLinks, anyLinks),
    }),
  )
  .map(([pledge, rest, { number, ...more }]) => {
    const isExit = (EXITS as readonly string[]).includes(pledge.stage);
    const [windowStart, windowEnd] = more.window;
    const whole: Pledge = {
      ...pledge,
      ...rest,
      stageReason: isExit || more.isReasoned ? more.reason : null,
      supersededBy: pledge.stage === "SUPERSEDED" || more.isSuperseded ? more.successor : null,
      windowStart,
      windowEnd,
      condition: more.condition,
      conditionSetOn: more.condition === null ? null : more.conditionSetOn,
      jointWith: more.links[0],
      onBehalfOf: more.links[1],
    };
    return numbered(whole, number);
  });

/** With its own reference and ids, its lines' included. */
function numbered(pledge: Pledge, number: number): Pledge {
  const own = (letter: string, place: number) => idOf(letter, (number % 1_000_000) * 1000 + 100 + place);
  return {
    ...pledge,
    id: own("e", 0),
    reference: `${pledge.participant}-${String(pledge.priority)}-${String(number).padStart(3, "0")}`,
    contributions: pledge.contributions.map((line, place) => ({ ...line, id: own("c", place) })),
    evidence: pledge.evidence.map((piece, place) => ({ ...piece, id: own("d", place) })),
  };
}

/** Lines are removed, added and moved; evidence is never removed. */
function pledgeAfter(before: Pledge, other: Pledge): Pledge {
  const { participant, priority, createdAt } = before;
  const number = Number(before.reference.split("-")[2]);
  const after = numbered({ ...other, participant, priority, createdAt }, number);
  const kept = before.evidence.filter(({ id }) => !after.evidence.some((piece) => piece.id === id));
  return {
    ...after,
    contributions: after.contributions.slice(other.version % 2).reverse(),
    evidence: [...kept, ...after.evidence].reverse(),
  };
}

const anyContent: fc.Arbitrary<Partial<PledgeContent>> = fc.record(
  {
    title: anyText(500),
    summary: maybe(anyText(2000)),
    windowEnd: maybe(anyFarDay),
    condition: maybe(anyConditionSet),
    contributions: fc.array(anyLine, { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const anyApprovalRecord = fc
  .tuple(
    anyApproval,
    fc.record({
      ...stamps,
      participant: one("FR", "DE"),
      ...anyValuesOf(APPROVAL_FIELDS),
      body: anyText(500),
      subject: maybe(anyText(2000)),
      serves: several(PLEDGES),
    }),
  )
  .map(([approval, rest]) => ({ ...approval, ...rest, id: idOf("8", 1) }));

const anyPledgeProposal: fc.Arbitrary<ProposedChange> = fc.oneof(
  fc.constant<ProposedChange>({ do: "void" }),
  anyContent.map((changes): ProposedChange => ({ do: "change", changes })),
  fc
    .record({
      to: one(...STAGES),
      successor: maybe(one(...PLEDGES)),
      changes: anyContent,
      evidence: fc.array(anyEvidence, { maxLength: 2 }),
      cites: fc.array(fc.uuid(), { maxLength: 2 }),
      override: maybe(anyText(2000)),
    })
    .map(({ override, ...step }): ProposedChange => ({
      do: "stage",
      ...step,
      ...(override === null ? {} : { override }),
    })),
);
const anyApprovalProposal: fc.Arbitrary<ProposedChange> = fc
  .tuple(anyApprovalRecord, fc.boolean())
  .map(([whole, isNew]) => {
    const { id: _, version: __, createdAt: ___, updatedAt: ____, ...approval } = whole;
    return isNew ? { do: "record-approval", approval } : { do: "change-approval", changes: approval };
  });

const anyProposal: fc.Arbitrary<RecordOf["proposal"]> = fc
  .record({
    ...stamps,
    people: fc.shuffledSubarray(PEOPLE, { minLength: 2 }),
    about: fc.oneof(
      anyPledgeProposal.map(
        (wish) => ({ subject: "pledge", reference: "FR-3-001", priority: 3, wish }) as const,
      ),
      anyApprovalProposal.map(
        (wish) => ({ subject: "approval", reference: null, priority: null, wish }) as const,
      ),
    ),
    subjectId: fc.uuid(),
    participant: one("FR", "DE"),
    concerns: anyTexts(),
    status: one(...PROPOSAL_STATUSES),
    reason: anyText(5000),
    basedOn: anyCount(),
    note: maybe(anyText(5000)),
    decidedAt: anyFarInstant,
    isDecided: fc.boolean(),
  })
  .map(({ people: [proposerId = "", deciderId = ""], about, isDecided, ...rest }) => {
    const decided = isDecided || rest.status === "APPROVED" || rest.status === "RETURNED";
    return {
      ...rest,
      ...about,
      id: idOf("7", 1),
      proposerId,
      deciderId: decided ? deciderId : null,
      decidedAt: decided ? rest.decidedAt : null,
      note: rest.status === "RETURNED" ? (rest.note ?? "Not yet") : rest.note,
    };
  });

const pledgeName = fc.record({
  reference: one(...PLEDGES),
  participant: one("FR", "DE"),
  title: anyText(500),
});
const figure = fc.record({
  low: anyAmount,
  high: maybe(anyAmount),
  unsaid: anyCount(),
  sealed: anyCount(),
});
const reading = fc.record({ firm: figure, conditional: figure, indicative: figure, shortfall: anyAmount });
const bottleneck = maybe(
  fc.record({
    leaf: aTriggerLeaf,
    named: anyCount(),
    necessary: anyCount(),
    frees: anyCount(),
    freesAssumed: anyCount(),
  }),
);
const few = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.record({ count: anyCount(), first: fc.array(arbitrary, { maxLength: 2 }) });
const baseAndSupposed = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.record({ base: arbitrary, supposed: arbitrary });
const anyCodes = several(UNRESOLVED_CODES);

const anyResult: fc.Arbitrary<ScenarioResult> = fc.record({
  coverage: fc.array(
    fc
      .record({
        both: baseAndSupposed(reading),
        requirement: one(...REQUIREMENTS),
        title: anyText(200),
        priority: one(...PRIORITIES),
        criticality: one(...CRITICALITIES),
        measure: fc.oneof(fc.record({ unit: one(...UNITS) }), fc.record({ currency: one("EUR", "GBP") })),
        need: anyAmount,
        held: several(PLEDGES),
      })
      .map(({ both, ...rest }) => ({ ...both, ...rest })),
    { maxLength: 2 },
  ),
  conditioned: anyCount(),
  waiting: baseAndSupposed(anyCount()),
  started: few(pledgeName),
  stopped: few(pledgeName),
  obstacles: few(
    fc
      .tuple(pledgeName, fc.record({ appeared: anyCodes, gone: anyCodes }))
      .map(([name, codes]) => ({ ...name, ...codes })),
  ),
  next: baseAndSupposed(bottleneck),
});

const anyAssumption: fc.Arbitrary<Assumption> = fc.oneof(
  fc.record({ trigger: anyText(60), state: one(...ASSUMED_STATES) }),
  fc.record({ approval: fc.uuid(), status: one(...ASSUMED_STATUSES) }),
  fc.record({ pledge: one(...PLEDGES), atLeast: one(...LADDER) }),
  fc.record({ contribution: fc.uuid(), quantity: anyWhole(0), unit: one(...UNITS) }),
);

const ENTRY = { text: "Seen", by: idOf("a", 1), at: EARLY.createdAt };
/** One entry, one version. */
const entriesAfter = <T>(before: readonly T[], other: readonly T[], last: T): T[] =>
  Array.from({ length: before.length + 1 }, (_, place) => other[place] ?? last);

const anyCounts = fc.dictionary(
  anyText(30).filter((key) => key !== "__proto__"),
  anyCount(),
  { maxKeys: 3 },
);

interface Kind<R> {
  any: fc.Arbitrary<R>;
  /** Takes over the other record's content, as far as a change may; except the version. */
  after: (before: R, other: R) => R;
}

/** A kind whose records keep only their id. */
const keeping =
  <R extends object, K extends keyof R>(...fields: K[]) =>
  (before: R, other: R): R => ({
    ...other,
    ...(Object.fromEntries(fields.map((field) => [field, before[field]])) as Pick<R, K>),
  });

const anyRuledValue = fc.oneof(
  fc.record({ value: fc.oneof(fc.constant(null), anyText(100)) }),
  fc.record({ lines: fc.dictionary(fc.uuid(), fc.oneof(fc.constant(null), anyText(100)), { maxKeys: 3 }) }),
  fc.record({ not: fc.array(anyText(100), { maxLength: 3 }) }),
);

const anySuggestion = fc.record({
  field: maybe(one("windowStart", "evidence")),
  why: anyText(2_000),
  address: maybe(fc.constant("https://ministry.example/a")),
  outcome: maybe(
    fc.oneof(
      fc.record({
        does: fc.constant(SUGGESTION_ANSWERS[0]),
        reason: maybe(anyText(2_000)),
        by: one(...PEOPLE),
        at: anyFarInstant,
      }),
      fc.record({
        does: fc.constant(SUGGESTION_ANSWERS[1]),
        reason: anyText(2_000),
        by: one(...PEOPLE),
        at: anyFarInstant,
      }),
    ),
  ),
});

export const ANY: { readonly [E in EntityType]: Kind<RecordOf[E]> } = {
  register: {
    any: fc
      .record({
        demonstration: fc.boolean(),
        offsetMs: fc.oneof(anyWhole(0), fc.integer()),
        timeZone: anyText(100),
        marking: fc.oneof(fc.constant(""), anyText(500)),
        staleDays: fc.integer({ min: 1, max: 3650 }),
        mandateDays: fc.oneof(fc.constant(60), fc.integer({ min: 1, max: 3650 })),
        secondFactorFor: several(ROLES),
        authority: fc.option(fc.integer({ min: 1, max: 9 })),
        version: anyVersion,
      })
      .map((record) => ({ ...record, offsetMs: record.demonstration ? record.offsetMs : 0 })),
    // Its clock is set once.
    after: keeping("demonstration", "offsetMs"),
  },
  participant: {
    any: fc
      .record({
        code: fc.stringMatching(/^[A-Z]{3,8}$/),
        kind: one(...PARTICIPANT_KINDS),
        role: one(...PARTICIPANT_ROLES),
        names: fc.record(
          { en: anyText(200), fr: anyText(200), uk: fc.oneof(fc.constant(""), anyText(200)) },
          { requiredKeys: ["en"] },
        ) as fc.Arbitrary<Record<string, string>>,
        joinedOn: maybe(anyFarDay),
        left: maybe(fc.record({ leftOn: anyFarDay, leftReason: anyText(2_000) })),
        formerNames: fc.array(fc.record({ names: fc.record({ en: anyText(200) }), until: anyFarDay }), {
          maxLength: 3,
        }),
        searches: fc.uniqueArray(
          fc.record({
            priority: one(...PRIORITIES),
            until: anyFarDay,
            where: anyText(500),
            by: anyText(100),
          }),
          { maxLength: 5, selector: ({ priority }) => priority },
        ),
        version: anyVersion,
        recordedAt: anyFarInstant,
      })
      .map(({ left, joinedOn, ...record }) => ({
        ...record,
        joinedOn: left !== null && joinedOn !== null && joinedOn > left.leftOn ? left.leftOn : joinedOn,
        ...(left ?? { leftOn: null, leftReason: null }),
      })),
    after: keeping("code"),
  },
  person: {
    any: fc
      .record({
        ...stamps,
        email: fc.string({ unit: fc.constantFrom(..."ab'\"\\{},@. 🚀"), minLength: 3, maxLength: 300 }),
        name: anyText(200),
        role: one(...ROLES),
        desk: anyTexts(),
        sealed: fc.boolean(),
        disabledAt: maybe(anyFarInstant),
        secondFactorAt: maybe(anyFarInstant),
        language: maybe(one(...LANGUAGES)),
        aloneAt: maybe(anyFarInstant),
        factorRemovedAt: maybe(anyFarInstant),
      })
      .map((record) => ({
        ...record,
        id: idOf("a", 9),
        desk: record.role === "OFFICER" ? record.desk : [],
      })),
    after: keeping("id"),
  },
  source: {
    any: fc
      .record({
        publisher: anyText(500),
        url: maybe(anyText(4000)),
        title: maybe(anyText(1000)),
        publishedOn: maybe(anyFarDay),
        language: anyText(35, 2),
        ownership: one(...OWNERSHIPS),
        files: anyFiles,
        captured: maybe(one(...TEXTS)),
        readFrom: maybe(
          fc.record({ file: fc.uuid(), sha256: anySha(), corrected: fc.boolean(), whole: fc.boolean() }),
        ),
        version: anyVersion,
        createdAt: anyFarInstant,
      })
      .map(({ files, captured, readFrom, ...record }) => ({
        ...record,
        id: idOf("b", 9),
        ...(files === undefined ? {} : { files }),
        ...(captured === null ? {} : { captured: hashOf(captured) }),
        ...(readFrom === null ? {} : { readFrom }),
      })),
    after: keeping("id"),
  },
  pledge: { any: anyPledgeRecord, after: pledgeAfter },
  approval: { any: anyApprovalRecord, after: keeping("id") },
  comment: {
    any: fc
      .record({
        id: fc.constant(idOf("6", 1)),
        pledge: one(...PLEDGES),
        authorId: one(...PEOPLE),
        text: anyText(20_000),
        suggestion: maybe(anySuggestion),
        version: anyVersion,
        createdAt: anyFarInstant,
      })
      .map(({ suggestion, ...comment }) => ({ ...comment, ...(suggestion && { suggestion }) })),
    after: keeping("id", "pledge"),
  },
  baseline: {
    any: fc.record({
      id: fc.constant(idOf("6", 2)),
      name: anyText(200),
      asOf: anyFarInstant,
      version: anyVersion,
      createdAt: anyFarInstant,
    }),
    after: keeping("id"),
  },
  proposal: { any: anyProposal, after: keeping("id") },
  ruling: {
    any: fc
      .record({
        id: fc.constant(idOf("f", 9)),
        pledge: one(...PLEDGES),
        // The existing ruling is on another field: each field may have only one first ruling.
        field: one(...EVIDENCE_FIELDS.filter((field) => field !== aRuling().field)),
        holds: maybe(one(...PIECES)),
        finding: anyText(2000),
        reason: anyText(5000),
        weighed: fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 }),
        says: maybe(anyRuledValue),
        supersedes: maybe(fc.constant(RULING)),
        rulerId: one(...PEOPLE),
        version: anyVersion,
        createdAt: anyFarInstant,
      })
      .map(({ says, ...ruling }) => ({ ...ruling, ...(says && { says }) })),
    after: keeping("id", "pledge"),
  },
  handover: {
    any: fc
      .record({
        people: fc.shuffledSubarray(PEOPLE, { minLength: 2 }),
        participants: anyTexts(1),
        note: anyText(5000),
        pledges: anyCount(),
        entries: maybe(
          fc.array(
            fc.record({
              does: one(...HANDOVER_ACTS),
              note: maybe(anyText(2000)),
              by: one(...PEOPLE),
              at: anyFarInstant,
            }),
            { minLength: 1, maxLength: 4 },
          ),
        ),
        version: anyVersion,
        createdAt: anyFarInstant,
      })
      .map(({ people: [fromId = "", toId = ""], ...record }) => ({
        id: idOf("6", 3),
        fromId,
        toId,
        ...record,
        version: record.entries?.length ?? record.version,
      })),
    after: (before, other) => ({
      ...keeping<RecordOf["handover"], "id">("id")(before, other),
      entries:
        before.entries &&
        entriesAfter<HandoverEntry>(before.entries, other.entries ?? [], {
          does: "accept",
          note: null,
          by: ENTRY.by,
          at: ENTRY.at,
        }),
    }),
  },
  access: {
    any: fc.record({ through: anyWhole(1), count: anyWhole(1), sha256: anySha(), version: anyVersion }),
    after: keeping(),
  },
  trigger: {
    any: fc.record({
      ...stamps,
      code: fc.stringMatching(/^[A-Z][A-Z0-9_]{1,59}$/),
      ...anyValuesOf(TRIGGER_FIELDS),
      description: maybe(anyText(5000)),
      evidence: fc.array(
        fc.record({
          id: fc.uuid(),
          source: one(...SOURCES),
          ...anyValuesOf(PIECE_FIELDS),
          quote: maybe(anyText(20_000)),
          recordedAt: anyFarInstant,
        }),
        { maxLength: 3 },
      ),
    }),
    after: keeping("code"),
  },
  requirement: {
    any: fc
      .record({
        ...stamps,
        reference: fc.stringMatching(/^Z[A-Z0-9-]{1,19}$/),
        ...anyValuesOf(REQUIREMENT_FIELDS),
        title: anyText(200),
        quantity: anyStatedQuantity,
        money: maybe(anyMoney),
        neededBy: fc.oneof(
          fc.record({ day: maybe(fc.integer({ min: -1000, max: 1000 })), date: fc.constant(null) }),
          fc.record({ day: fc.constant(null), date: anyFarDay }),
        ),
        note: maybe(anyText(5000)),
        closed: anyEnd,
      })
      .map((record) => ({
        ...record,
        id: idOf("9", 9),
        quantity: record.money === null ? record.quantity : null,
      })),
    after: keeping("id", "reference"),
  },
  offer: {
    any: fc
      .record({
        ...stamps,
        id: fc.constant(idOf("6", 4)),
        requirement: one(...REQUIREMENTS),
        pledge: one(...PLEDGES),
        contribution: one(...LINES),
        amount: maybe(anyAmount),
        fit: maybe(one(...FITS)),
        reason: maybe(anyText(5000)),
        withdrawn: anyEnd,
      })
      .map((record) => ({ ...record, reason: record.fit === null ? record.reason : (record.reason ?? "x") })),
    after: keeping("id", "requirement", "pledge"),
  },
  delivery: {
    any: fc
      .tuple(
        anyDelivery,
        fc.record({
          ...stamps,
          pledge: one(...PLEDGES),
          contribution: one(...LINES),
          quantity: maybe(anyStatedQuantity),
          money: maybe(anyMoney),
          deliveredOn: anyFarDay,
          definition: one(...DELIVERED_AS),
          evidence: fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 3 }),
          confirmation: maybe(fc.record({ on: anyFarDay, by: anyText(500), evidence: fc.uuid() })),
          note: maybe(anyText(5000)),
          retracted: anyEnd,
        }),
      )
      .map(([delivery, rest]) => ({ ...delivery, ...rest })),
    after: keeping("id", "pledge"),
  },
  scenario: {
    any: fc.record({
      ...stamps,
      id: fc.constant(idOf("6", 5)),
      name: anyText(200),
      note: maybe(anyText(5000)),
      ownerId: one(...PEOPLE),
      asOf: anyFarInstant,
      position: anyWhole(0),
      rules: anyCount(1),
      assumptions: fc.array(anyAssumption, { maxLength: 3 }),
      result: anyResult,
      withdrawn: anyEnd,
    }),
    after: keeping("id"),
  },
  finding: {
    any: fc
      .record({
        id: fc.constant(idOf("6", 6)),
        reference: fc.integer({ min: 1, max: 999_999_999 }).map(findingReference),
        about: fc.record({ kind: one(...RECORD_KINDS), key: anyText(80) }),
        text: anyText(2000),
        authorId: one(...PEOPLE),
        entries: fc.array(
          fc.record({
            does: one(...FINDING_ACTS),
            text: anyText(2000),
            by: one(...PEOPLE),
            at: anyFarInstant,
          }),
          { maxLength: 3 },
        ),
        createdAt: anyFarInstant,
        updatedAt: anyFarInstant,
      })
      .map((record) => ({ ...record, version: 1 + record.entries.length })),
    after: (before, other) => ({
      ...keeping<RecordOf["finding"], "id" | "reference">("id", "reference")(before, other),
      entries: entriesAfter<FindingEntry>(before.entries, other.entries, { does: "answer", ...ENTRY }),
    }),
  },
  question: {
    any: fc
      .record({
        id: fc.constant(idOf("6", 7)),
        reference: fc.integer({ min: 1, max: 999_999_999 }).map(questionReference),
        about: one(
          { participant: "FR", priority: 3, pledge: "FR-3-001" } as const,
          { participant: "DE", priority: 1, pledge: "DE-1-001" } as const,
          { participant: "DE", priority: 5, pledge: null } as const,
        ),
        code: maybe(one(...UNRESOLVED_CODES)),
        askedOf: anyText(200),
        text: anyText(2000),
        language: maybe(one(...LANGUAGES)),
        dueOn: maybe(anyFarDay),
        authorId: one(...PEOPLE),
        entries: fc.array(
          fc.record({
            does: one(...QUESTION_ACTS),
            text: anyText(2000),
            answeredOn: maybe(anyFarDay),
            evidence: maybe(fc.uuid()),
            pledge: maybe(one(...PLEDGES)),
            dueOn: maybe(anyFarDay),
            by: one(...PEOPLE),
            at: anyFarInstant,
          }),
          { maxLength: 3 },
        ),
        createdAt: anyFarInstant,
        updatedAt: anyFarInstant,
      })
      .map(({ about, ...record }) => ({ ...record, ...about, version: 1 + record.entries.length })),
    after: (before, other) => ({
      ...keeping<RecordOf["question"], "id" | "reference">("id", "reference")(before, other),
      entries: entriesAfter<QuestionEntry>(before.entries, other.entries, {
        does: "answer",
        answeredOn: null,
        evidence: null,
        pledge: null,
        dueOn: null,
        ...ENTRY,
      }),
    }),
  },
  export: {
    any: fc.record({
      id: fc.constant(idOf("6", 8)),
      reference: fc.stringMatching(/^EX-\d{4,9}$/),
      view: fc.record({
        what: one(...EXPORT_VIEWS),
        filter: fc.oneof(fc.constant(""), anyText(500)),
      }),
      purpose: anyText(500),
      asOf: anyFarInstant,
      position: fc.record({ seq: anyWhole(0), hash: anySha() }),
      complete: fc.boolean(),
      events: anyCount(),
      records: anyCounts,
      rows: anyCounts,
      manifestSha256: anySha(),
      version: fc.constant(1),
    }),
    after: keeping("id"),
  },
  import: {
    any: fc
      .record({
        id: fc.constant(idOf("6", 9)),
        reference: fc.stringMatching(/^IM-\d{4,9}$/),
        file: fc.record({ name: anyText(200), sha256: anySha(), rows: anyCount() }),
        imported: anyCount(),
        proposed: anyCount(),
        leftOut: anyCount(),
        undone: maybe(
          fc.record({ at: anyFarInstant, reason: anyText(2000), pledges: anyCount(), kept: anyCount() }),
        ),
        version: anyVersion,
      })
      .map((record) => ({ ...record, proposed: Math.min(record.proposed, record.imported) })),
    after: keeping("id"),
  },
};

/** For kinds that are saved in bulk, records that can coexist. */
export const APART: {
  readonly [E in "pledge" | "source" | "comment" | "proposal"]: (
    record: RecordOf[E],
    place: number,
  ) => RecordOf[E];
} = {
  pledge: (pledge, place) => numbered(pledge, 1000 + place),
  source: (source, place) => ({ ...source, id: idOf("b", 10 + place) }),
  comment: (comment, place) => ({ ...comment, id: idOf("6", 10 + place) }),
  proposal: (proposal, place) => ({
    ...proposal,
    id: idOf("7", 10 + place),
    subjectId: idOf("8", 10 + place),
  }),
};
