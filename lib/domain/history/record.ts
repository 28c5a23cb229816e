// The canonical form of each record: what an event stores and its hash covers. Derived facts aren't part of it, nor what
// the event itself says (when, by whom).
import type { AccessSeal } from "../log/access";
import { APPROVAL_FIELDS, type Approval } from "../pledge/approval";
import type { Json } from "../base/canonical";
import { withoutUnstated } from "../base/field";
import { CONTRIBUTION_FIELDS } from "../pledge/contribution";
import type { Delivery } from "../pledge/delivery";
import { PLEDGE_PIECE_FIELDS } from "../pledge/evidence";
import type { AttachedFile } from "../pledge/file";
import type { Finding } from "../oversight/finding";
import type { Question } from "../oversight/question";
import type { Export } from "../log/export";
import type { ImportRecord } from "../import/import";
import type { Handover } from "../people/handover";
import type { Offer } from "../requirements/offer";
import type { Participant } from "../people/participant";
import { MANDATE_DAYS, type Register } from "../people/register";
import type { Baseline } from "../oversight/baseline";
import type { Comment } from "../proposals/comment";
import type { Person } from "../people/person";
import type { Pledge } from "../pledge/pledge";
import { PLEDGE_FIELDS } from "../pledge/pledge-fields";
import type { AnyProposal } from "../proposals/account";
import { REQUIREMENT_FIELDS, type Requirement } from "../requirements/requirement";
import type { Quantity } from "../pledge/quantity";
import type { Ruling } from "../proposals/ruling";
import type { Scenario } from "./scenarios/scenario";
import type { Source } from "../pledge/source";
import { TRIGGER_FIELDS, type Trigger } from "../pledge/trigger";

export function pledgeRecord(pledge: Pledge): Json {
  const { contributions, evidence, condition, conditionSetOn, jointWith, onBehalfOf, ...own } = pledge;
  return {
    ...statedOfPledge(own),
    ...(condition === null ? {} : { condition: asJson(condition), conditionSetOn }),
    ...(jointWith.length === 0 ? {} : { jointWith: asJson(jointWith) }),
    ...(onBehalfOf.length === 0 ? {} : { onBehalfOf: asJson(onBehalfOf) }),
    voided: pledge.voided && { ...pledge.voided },
    contributions: contributions.map(({ allocated, sameAs, ...line }) => ({
      ...statedOfLine(line),
      ...(allocated ? { allocated: asJson(allocated) } : {}),
      ...(sameAs ? { sameAs: asJson(sameAs) } : {}),
      quantity: quantityRecord(line.quantity),
      money: line.money && { ...line.money },
      caveats: line.caveats.map((caveat) => ({ ...caveat })),
    })),
    evidence: evidence.map(({ source, retracted, files, span, ...piece }) => ({
      ...statedOfPiece(piece),
      ...filesRecord(files),
      ...(span ? { span: { ...span } } : {}),
      source: source.id,
      retracted: retracted && { ...retracted },
    })),
  };
}

/** Fields added later are left out while they say nothing, so that older events still give the same record. */
const statedOfPledge = withoutUnstated(PLEDGE_FIELDS);
const statedOfLine = withoutUnstated(CONTRIBUTION_FIELDS);
const statedOfApproval = withoutUnstated(APPROVAL_FIELDS);
const statedOfTrigger = withoutUnstated(TRIGGER_FIELDS);
const statedOfRequirement = withoutUnstated(REQUIREMENT_FIELDS);
const statedOfPiece = withoutUnstated(PLEDGE_PIECE_FIELDS);

export const approvalRecord = ({ limits, ...approval }: Approval): Json => ({
  ...statedOfApproval(approval),
  ...(limits === null ? {} : { limits: asJson(limits) }),
  serves: [...approval.serves].sort(),
});
export const participantRecord = ({
  leftOn,
  leftReason,
  searches,
  formerNames,
  ...participant
}: Participant): Json => ({
  ...participant,
  ...(leftOn === null ? {} : { leftOn, leftReason }),
  ...(searches.length === 0 ? {} : { searches: searches.map((search) => ({ ...search })) }),
  names: { ...participant.names },
  ...(formerNames.length === 0
    ? {}
    : { formerNames: formerNames.map(({ names, until }) => ({ names: { ...names }, until })) }),
});
/** Members added later are left out while empty, so that older events still give the same record. */
export const personRecord = ({
  sealed,
  secondFactorAt,
  language,
  aloneAt,
  factorRemovedAt,
  ...person
}: Person): Json => ({
  ...person,
  desk: [...person.desk].sort(),
  ...(sealed ? { sealed } : {}),
  ...(secondFactorAt === null ? {} : { secondFactorAt }),
  ...(language === null ? {} : { language }),
  ...(aloneAt === null ? {} : { aloneAt }),
  ...(factorRemovedAt === null ? {} : { factorRemovedAt }),
});
export const sourceRecord = ({ files, readFrom, ...source }: Source): Json => ({
  ...source,
  ...filesRecord(files),
  ...(readFrom === undefined ? {} : { readFrom: { ...readFrom } }),
});
export const commentRecord = ({ suggestion, ...comment }: Comment): Json => ({
  ...comment,
  ...(suggestion && { suggestion: asJson(suggestion) }),
});
export const baselineRecord = (baseline: Baseline): Json => ({ ...baseline });
export const registerRecord = ({ secondFactorFor, authority, mandateDays, ...register }: Register): Json => ({
  ...register,
  ...(mandateDays === MANDATE_DAYS ? {} : { mandateDays }),
  ...(authority === null ? {} : { authority }),
  ...(secondFactorFor.length === 0 ? {} : { secondFactorFor: [...secondFactorFor].sort() }),
});

export const accessRecord = (seal: AccessSeal): Json => ({ ...seal });

/** The proposed change is stored as made, member by member. */
export const proposalRecord = ({ linkShownAt = null, ...proposal }: AnyProposal): Json => ({
  ...proposal,
  ...(linkShownAt === null ? {} : { linkShownAt }),
  concerns: [...proposal.concerns],
  wish: asJson(proposal.wish),
});
export const rulingRecord = ({ says, ...ruling }: Ruling): Json => ({
  ...ruling,
  ...(says && { says: asJson(says) }),
  weighed: [...ruling.weighed].sort(),
});
export const handoverRecord = ({ entries, ...handover }: Handover): Json => ({
  ...handover,
  participants: [...handover.participants].sort(),
  ...(entries && { entries: entries.map((entry) => ({ ...entry })) }),
});
export const requirementRecord = (requirement: Requirement): Json => ({
  ...statedOfRequirement(requirement),
  quantity: requirement.quantity && asJson(requirement.quantity),
  money: requirement.money && { ...requirement.money },
  neededBy: { ...requirement.neededBy },
  closed: requirement.closed && { ...requirement.closed },
});
export const offerRecord = (offer: Offer): Json => ({
  ...offer,
  withdrawn: offer.withdrawn && { ...offer.withdrawn },
});
export const triggerRecord = ({ evidence, ...trigger }: Trigger): Json => ({
  ...statedOfTrigger(trigger),
  evidence: evidence.map((piece) => ({ ...statedOfPiece(piece) })),
});

/** Evidence stays in the order given. */
export const deliveryRecord = (delivery: Delivery): Json => ({
  ...delivery,
  quantity: delivery.quantity && quantityRecord(delivery.quantity),
  money: delivery.money && { ...delivery.money },
  evidence: [...delivery.evidence],
  confirmation: delivery.confirmation && { ...delivery.confirmation },
  retracted: delivery.retracted && { ...delivery.retracted },
});

export const scenarioRecord = (scenario: Scenario): Json => ({
  ...scenario,
  assumptions: asJson(scenario.assumptions),
  result: asJson(scenario.result),
  withdrawn: scenario.withdrawn && { ...scenario.withdrawn },
});

export const findingRecord = (finding: Finding): Json => ({
  ...finding,
  about: { ...finding.about },
  entries: finding.entries.map((entry) => ({ ...entry })),
});

/** An unstated language is left out, as before the field existed. */
export const questionRecord = ({ language, ...question }: Question): Json => ({
  ...question,
  ...(language === null ? {} : { language }),
  entries: question.entries.map((entry) => ({ ...entry })),
});

export const exportRecord = ({ records, rows, ...exported }: Export): Json => ({
  ...exported,
  view: { ...exported.view },
  position: { ...exported.position },
  records: { ...records },
  rows: { ...rows },
});

/** Left out while empty, as before the field existed. */
const filesRecord = (files: readonly AttachedFile[] = []): { files?: Json } =>
  files.length === 0
    ? {}
    : {
        files: files.map(({ retracted, ...file }) => ({
          ...file,
          ...(retracted === undefined ? {} : { retracted: { ...retracted } }),
        })),
      };

export const importRecord = ({ undone, ...imported }: ImportRecord): Json => ({
  ...imported,
  file: { ...imported.file },
  ...(undone === null ? {} : { undone: { ...undone } }),
});

/** Of a sealed quantity the commitment, never the value shown to a reader. */
const quantityRecord = ({ commitment, sealed: _shown, ...quantity }: Quantity): Json => ({
  ...quantity,
  ...(commitment === undefined ? {} : { commitment }),
});

const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
