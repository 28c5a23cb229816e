// A record from its canonical form: the reverse of lib/domain/history/record.ts. Members left out there get their
// default here.
import { APPROVAL_FIELDS, type Approval } from "../pledge/approval";
import type { Json } from "../base/canonical";
import { silentIn, type Fields } from "../base/field";
import { CONTRIBUTION_FIELDS } from "../pledge/contribution";
import type { Delivery } from "../pledge/delivery";
import { PIECE_FIELDS, PLEDGE_PIECE_FIELDS } from "../pledge/evidence";
import type { Offer } from "../requirements/offer";
import type { Question } from "../oversight/question";
import type { Participant } from "../people/participant";
import { MANDATE_DAYS, type Register } from "../people/register";
import type { Baseline } from "../oversight/baseline";
import type { Person } from "../people/person";
import type { Pledge } from "../pledge/pledge";
import { NO_LINKS } from "../pledge/link";
import { PLEDGE_FIELDS } from "../pledge/pledge-fields";
import type { AnyProposal } from "../proposals/account";
import { REQUIREMENT_FIELDS, type Requirement } from "../requirements/requirement";
import type { Ruling } from "../proposals/ruling";
import type { Source } from "../pledge/source";
import { TRIGGER_FIELDS, type Trigger } from "../pledge/trigger";

/** The records of a snapshot, by their type in the log. */
export interface SnapshotRecords {
  register: Register;
  participant: Participant;
  person: Pick<Person, "id" | "email" | "name" | "role" | "desk" | "disabledAt">;
  source: Source;
  pledge: Pledge;
  approval: Approval;
  proposal: AnyProposal;
  ruling: Ruling;
  baseline: Baseline;
  trigger: Trigger;
  requirement: Requirement;
  offer: Offer;
  delivery: Delivery;
  question: Question;
}
export type SnapshotType = keyof SnapshotRecords;

type Members = Readonly<Record<string, unknown>>;
type Sources = ReadonlyMap<string, Source>;

export function recordFromLog<E extends SnapshotType>(
  type: E,
  record: Json,
  sources: Sources,
): SnapshotRecords[E] {
  return RECALL[type](record as Members, sources);
}

/** With the values of the `added` fields that it leaves out. */
function asItIs<R>(fields: Fields = {}): (record: Members) => R {
  const silent = silentIn(fields);
  return (record) => ({ ...silent, ...record }) as unknown as R;
}

const RECALL: { [E in SnapshotType]: (record: Members, sources: Sources) => SnapshotRecords[E] } = {
  register: (record) =>
    ({ secondFactorFor: [], authority: null, mandateDays: MANDATE_DAYS, ...record }) as unknown as Register,
  participant: (record) =>
    ({ leftOn: null, leftReason: null, searches: [], formerNames: [], ...record }) as unknown as Participant,
  person: ({ id, email, name, role, desk, disabledAt }) =>
    ({ id, email, name, role, desk, disabledAt }) as SnapshotRecords["person"],
  source: asItIs(),
  pledge: (record, sources) => pledgeRecalled(record, sources),
  approval: asItIs(APPROVAL_FIELDS),
  proposal: asItIs(),
  ruling: asItIs(),
  baseline: asItIs(),
  trigger: (record) =>
    ({
      ...SILENT_TRIGGER,
      ...record,
      evidence: linesOf(record.evidence, SILENT_TRIGGER_PIECE),
    }) as unknown as Trigger,
  requirement: asItIs(REQUIREMENT_FIELDS),
  offer: asItIs(),
  delivery: asItIs(),
  question: (record) => ({ language: null, ...record }) as unknown as Question,
};

const SILENT_TRIGGER = silentIn(TRIGGER_FIELDS);
const SILENT_TRIGGER_PIECE = silentIn(PIECE_FIELDS);
const SILENT_PLEDGE = silentIn(PLEDGE_FIELDS);
const SILENT_LINE = silentIn(CONTRIBUTION_FIELDS);
const SILENT_PIECE = silentIn(PLEDGE_PIECE_FIELDS);

/** The canonical form names an evidence's source by id; here the source is included, as first recorded. */
function pledgeRecalled(record: Members, sources: Sources): Pledge {
  return {
    ...SILENT_PLEDGE,
    ...NO_LINKS,
    condition: null,
    conditionSetOn: null,
    ...record,
    contributions: linesOf(record.contributions, SILENT_LINE),
    evidence: linesOf(record.evidence, SILENT_PIECE).map((piece) => ({
      ...piece,
      source: cited(sources.get(String(piece.source)), piece),
    })),
  } as unknown as Pledge;
}

const linesOf = (lines: unknown, silent: Members): Members[] =>
  (lines as readonly Members[]).map((line) => ({ ...silent, ...line }));

function cited(source: Source | undefined, piece: Members): Pledge["evidence"][number]["source"] {
  if (!source) throw new Error(`the document of evidence ${String(piece.id)} is not on record`);
  const {
    version: _version,
    createdAt: _createdAt,
    files: _files,
    captured: _captured,
    readFrom: _readFrom,
    ...document
  } = source;
  return document;
}
