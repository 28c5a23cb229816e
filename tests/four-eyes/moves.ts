// Every move that a person can make, drawn by chance: what is sent, what the model expects, and how it goes on.
// Most are sensible; some are stale, incomplete or out of place.
import type { Chance } from "@/bench/data/chance";
import { changeApproval, recordApproval } from "@/lib/pledges/approvals/commands";
import { approvalChanges, approvalInput } from "@/lib/pledges/approvals/schema";
import { writeComment } from "@/lib/pledges/comments/commands";
import type { Actor } from "@/lib/domain/people/actor";
import type { KnownProposal, ProposedOutcome } from "@/lib/domain/proposals/proposal";
import type { Result } from "@/lib/domain/base/result";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import {
  addEvidence,
  changePledge,
  confirmPledge,
  logPledge,
  retractEvidence,
  setStage,
  voidPledge,
} from "@/lib/pledges/pledges/commands";
import { pledgeChanges, stageInput } from "@/lib/pledges/pledges/schema";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import { decideProposal, withdrawProposal } from "@/lib/review/proposals/commands";
import { aSentPiece, aSentPledge, LATER } from "../support/registers/staffed-register";
import {
  binds,
  ENDS,
  ENDS_OF_MANDATES,
  isWeighty,
  keeps,
  LADDER,
  merged,
  STRENGTH,
  turned,
  type Approval,
  type Content,
  type Model,
  type Paper,
  type Person,
  type Pledge,
  type Proposal,
  type Stage,
  type Status,
  type ModelChange,
} from "./model";

export interface Move {
  by: Person;
  says: string;
  /** `done`, `proposed`, or the code of the refusal. */
  expected: string;
  run: (actor: Actor) => Promise<Result<unknown>>;
  /** Advances the model, given the answer. */
  then: (answer: never) => void;
  /** The pledge to look at afterwards. */
  about: string | null;
}
export interface Game {
  model: Model;
  chance: Chance;
}
export type Draw = (game: Game) => Move | null;

const KINDS = Object.keys(STRENGTH) as Paper["kind"][];
const STATUSES: Status[] = ["UNKNOWN", "NOT_REQUIRED", "REQUIRED", "SCHEDULED", "APPROVED", "REJECTED"];
/** Weighted towards approvals that are given. */
const DRAWN: Status[] = [...STATUSES, "APPROVED", "APPROVED", "APPROVED"];
const RANDOM_STAGES: Stage[] = [...LADDER, "SUSPENDED", ...ENDS];
const REASON = "As agreed";

export const logs: Draw = ({ model, chance }) => {
  const participant = chance.of(["FR", "FR", "DE", "SE"]);
  const by = somebody(model, chance, { participant });
  const stage = chance.of(["SIGNALLED", "PLEDGED"] as const);
  const kinds = [
    chance.of(["OFFICIAL_STATEMENT", "SIGNED_DOCUMENT", "BUDGET_DOCUMENT"] as const),
    ...(chance.odds(0.6) ? [chance.of(KINDS)] : []),
  ];
  const content = contentOf(chance);
  const owner = chance.of(model.people.filter((one) => keeps(one) && !one.disabled)).email;
  return {
    by,
    says: `logs ${participant} ${stage} with ${kinds.join(", ")}`,
    expected: model.whyNotKeep(by, participant) ?? "done",
    run: (actor) =>
      logPledge(
        actor,
        aSentPledge({
          participant,
          stage,
          owner,
          summary: content.summary,
          windowStart: content.start,
          windowEnd: content.end,
          contributions: [lineOf(content)],
          evidence: kinds.map((kind) => aSentPiece({ kind })),
        }),
        LATER,
      ),
    then: (details: PledgeDetails) => {
      const { id, reference } = details;
      const papers = details.evidence.map((piece, at) => ({
        id: piece.id,
        kind: kinds[at] ?? "MEDIA_REPORT",
        retracted: false,
      }));
      const state = {
        left: null,
        successor: null,
        voided: false,
        confirmed: details.lastConfirmedOn ?? "",
        joint: [],
        waits: null,
        version: 1,
      };
      const line = details.contributions[0]?.id ?? "";
      model.pledges.push({ id, reference, participant, stage, owner, line, papers, ...content, ...state });
    },
    about: null,
  };
};

export const steps: Draw = ({ model, chance }) => {
  const pledge = somePledge(model, chance);
  const by = somebody(model, chance, pledge);
  const to = chance.odds(0.6) ? likely(pledge, chance) : chance.of(RANDOM_STAGES);
  const reason = chance.odds(0.93) ? REASON : null;
  const version = versionSent(pledge, chance);
  const content = chance.odds(0.35) ? differing(pledge, contentOf(chance)) : {};
  const kinds = chance.odds(0.7) ? [chance.of([...KINDS, ...KINDS.slice(2)])] : [];
  const isReplaced = to === "SUPERSEDED" ? chance.odds(0.85) : chance.odds(0.03);
  const successor = isReplaced ? chance.of(model.pledges).reference : null;
  const papers = kinds.map((kind) => ({ id: "", kind, retracted: false }));
  const codes = chance.odds(0.15) ? otherCodes(pledge, chance) : undefined;
  const claims = codes?.map((participant) => model.claim(by, participant)) ?? [];
  const joint = codes ? merged(pledge.joint, claims) : pledge.joint;
  const isOther = asText(joint) !== asText(pledge.joint);
  const wish: ModelChange = {
    do: "stage",
    to,
    successor,
    content,
    papers,
    ...(isOther ? { joint: claims } : {}),
  };
  const ready = {
    ...pledge,
    ...content,
    papers: [...pledge.papers, ...papers],
    joint,
  };
  const way = model.way(pledge, to);
  const expected =
    whyNotTake(model, by, pledge, version) ??
    (pledge.stage === to ? "already-there" : null) ??
    (way === null ? "no-such-step" : null) ??
    ((successor !== null && to !== "SUPERSEDED") || turned(ready) || codes?.includes(pledge.participant)
      ? "invalid"
      : null) ??
    (way === "propose" && reason === null ? "reason-missing" : null) ??
    model.lacks(ready, to, successor) ??
    (model.exceeds(pledge, { ...ready, stage: to }) ? "mandate-exceeded" : null) ??
    (way === "set" ? "done" : proposing(model, pledge.reference));
  return {
    by,
    says: `${pledge.reference} (${pledge.stage}) to ${to} ${asText({ reason, version, content, kinds, successor, codes })}`,
    expected,
    run: (actor) => {
      const sent = stageInput.parse({
        to,
        changes: { ...changesOf(pledge, content), ...(codes ? { jointWith: codes } : {}) },
        evidence: kinds.map((kind) => aSentPiece({ kind })),
        ...(reason === null ? {} : { reason }),
        ...(successor === null ? {} : { successor }),
      });
      return setStage(actor, { reference: pledge.reference, ifMatch: version, ...sent }, LATER);
    },
    then: ({ done, proposal }: ProposedOutcome<PledgeDetails>) => {
      const found =
        proposal?.wish.do === "stage" ? proposal.wish.evidence : done?.evidence.slice(pledge.papers.length);
      for (const [at, paper] of papers.entries()) paper.id = found?.[at]?.id ?? "";
      if (proposal) put(model, by, pledge.reference, wish, proposal);
      else model.fulfil(by, pledge.reference, wish);
    },
    about: pledge.reference,
  };
};

export const changes: Draw = ({ model, chance }) => {
  const pledge = waitingPledge(model, chance);
  const by = somebody(model, chance, pledge);
  const reason = chance.odds(0.8) ? REASON : null;
  const version = versionSent(pledge, chance);
  const { summary, ...weight } = contentOf(chance);
  const proposed = chance.of([
    { summary },
    weight,
    { summary, end: weight.end },
    { kind: weight.kind },
    { number: weight.number },
  ]);
  const content = differing(pledge, proposed);
  const wish: ModelChange = { do: "change", content };
  const isBig = binds(pledge) && isWeighty(content, pledge);
  const expected =
    whyNotTake(model, by, pledge, version) ??
    (turned({ ...pledge, ...content }) ? "invalid" : null) ??
    (!isBig ? "done" : null) ??
    (model.exceeds(pledge, { ...pledge, ...content }) ? "mandate-exceeded" : null) ??
    (reason === null ? "reason-missing" : proposing(model, pledge.reference));
  return {
    by,
    says: `changes ${pledge.reference} (${pledge.stage}) ${asText({ reason, version, content })}`,
    expected,
    run: (actor) =>
      changePledge(
        actor,
        {
          reference: pledge.reference,
          ifMatch: version,
          changes: pledgeChanges.parse(changesOf(pledge, content)),
          reason: reason ?? undefined,
        },
        LATER,
      ),
    then: ({ proposal }: ProposedOutcome<PledgeDetails>) => {
      if (proposal) put(model, by, pledge.reference, wish, proposal);
      else model.fulfil(by, pledge.reference, wish);
    },
    about: pledge.reference,
  };
};

/** What the pledge waits for, or only who says so. */
export const waits: Draw = ({ model, chance }) => {
  const pledge = waitingPledge(model, chance);
  const by = somebody(model, chance, pledge);
  const reason = chance.odds(0.8) ? REASON : undefined;
  const version = versionSent(pledge, chance);
  const basis = chance.of(["STATED", "REPORTED", "INFERRED"] as const);
  const trigger = chance.odds(0.6) ? (pledge.waits?.trigger ?? TRIGGERS[0]) : chance.of(TRIGGERS);
  const condition = chance.odds(0.85) ? { trigger, basis } : null;
  const wish: ModelChange = { do: "change", content: {}, waits: condition };
  const isBig = binds(pledge) && condition?.trigger !== pledge.waits?.trigger;
  const expected =
    whyNotTake(model, by, pledge, version) ??
    (!isBig ? "done" : reason === undefined ? "reason-missing" : proposing(model, pledge.reference));
  return {
    by,
    says: `says what ${pledge.reference} (${pledge.stage}) waits for ${asText({ condition, reason, version })}`,
    expected,
    run: (actor) =>
      setCondition(actor, { reference: pledge.reference, ifMatch: version, condition, reason }, LATER),
    then: ({ proposal }: ProposedOutcome<PledgeDetails>) => {
      if (proposal) put(model, by, pledge.reference, wish, proposal);
      else model.fulfil(by, pledge.reference, wish);
    },
    about: pledge.reference,
  };
};

export const TRIGGERS = ["CEASEFIRE_IN_FORCE", "US_MONITORING_ACTIVE"] as const;

export const voids: Draw = ({ model, chance }) => {
  const pledge = waitingPledge(model, chance);
  const by = somebody(model, chance, pledge);
  const reason = chance.odds(0.9) ? REASON : null;
  const version = versionSent(pledge, chance);
  const way = model.wayToVoid(by, pledge);
  const expected =
    whyNotTake(model, by, pledge, version) ??
    (way === null ? "role" : reason === null ? "reason-missing" : null) ??
    (way === "at-once" ? "done" : proposing(model, pledge.reference));
  return {
    by,
    says: `voids ${pledge.reference} (${pledge.stage}) ${asText({ reason, version })}`,
    expected,
    run: (actor) =>
      voidPledge(
        actor,
        { reference: pledge.reference, ifMatch: version, reason: reason ?? undefined },
        LATER,
      ),
    then: ({ proposal }: ProposedOutcome<PledgeDetails>) => {
      if (proposal) put(model, by, pledge.reference, { do: "void" }, proposal);
      else model.fulfil(by, pledge.reference, { do: "void" });
    },
    about: pledge.reference,
  };
};

export const proves: Draw = ({ model, chance }) => {
  const pledge = waitingPledge(model, chance);
  const by = somebody(model, chance, pledge);
  const kind = chance.of(KINDS);
  return {
    by,
    says: `adds a ${kind} to ${pledge.reference}`,
    expected: whyNotTake(model, by, pledge, pledge.version) ?? "done",
    run: (actor) =>
      addEvidence(actor, { reference: pledge.reference, evidence: aSentPiece({ kind }) }, LATER),
    then: (details: PledgeDetails) => {
      const before = structuredClone(pledge);
      pledge.papers.push({ id: details.evidence.at(-1)?.id ?? "", kind, retracted: false });
      model.changed(by, pledge, before);
    },
    about: pledge.reference,
  };
};

export const retracts: Draw = ({ model, chance }) => {
  const pledge = waitingPledge(model, chance);
  const by = somebody(model, chance, pledge);
  const strong = pledge.papers.filter(({ kind, retracted }) => STRENGTH[kind] > 1 && !retracted);
  const paper = chance.of(strong.length > 0 && chance.odds(0.7) ? strong : pledge.papers);
  const reason = chance.odds(0.9) ? REASON : undefined;
  const expected =
    whyNotTake(model, by, pledge, pledge.version) ??
    (paper.retracted ? "already-there" : reason === undefined ? "reason-missing" : "done");
  return {
    by,
    says: `retracts a ${paper.kind} of ${pledge.reference}`,
    expected,
    run: (actor) => retractEvidence(actor, { id: paper.id, reason }, LATER),
    then: () => {
      const before = structuredClone(pledge);
      paper.retracted = true;
      model.changed(by, pledge, before);
    },
    about: pledge.reference,
  };
};

export const confirms: Draw = ({ model, chance }) => {
  const pledge = somePledge(model, chance);
  const by = somebody(model, chance, pledge);
  const on = chance.of(["2026-01-07", "2026-01-08"]);
  return {
    by,
    says: `confirms ${pledge.reference} as of ${on}`,
    expected: whyNotTake(model, by, pledge, pledge.version) ?? "done",
    run: (actor) => confirmPledge(actor, { reference: pledge.reference, on }, LATER),
    then: () => {
      if (pledge.confirmed !== on) pledge.version += 1;
      pledge.confirmed = on;
    },
    about: null,
  };
};

export const comments: Draw = ({ model, chance }) => {
  const pledge = somePledge(model, chance);
  const by = somebody(model, chance, pledge);
  return {
    by,
    says: `comments on ${pledge.reference}`,
    expected: model.whyNotKeep(by, pledge.participant) ?? "done",
    run: (actor) => writeComment(actor, { reference: pledge.reference, text: "Seen" }),
    then: () => undefined,
    about: null,
  };
};

export const records: Draw = ({ model, chance }) => {
  const participant = chance.of(["FR", "FR", "DE", "SE"]);
  const by = somebody(model, chance, { participant });
  const reason = chance.odds(0.9) ? REASON : undefined;
  const approval = {
    id: "",
    participant,
    body: chance.of(["Parliament", "Senate"]),
    status: chance.of(DRAWN),
    until: chance.of(ENDS_OF_MANDATES),
    most: chance.of(LIMITS),
    serves: served(model, chance, participant),
  };
  const expected =
    model.whyNotKeep(by, participant) ??
    (!model.takesTwo(null, approval) ? "done" : reason === undefined ? "reason-missing" : "proposed");
  return {
    by,
    says: `records an approval of ${participant}: ${asText(approval)}`,
    expected,
    run: (actor) => {
      const sent = { participant, kind: "PARLIAMENT_VOTE", ...termsOf(approval), reason };
      return recordApproval(actor, approvalInput.parse(sent));
    },
    then: ({ done, proposal }: ProposedOutcome<Approval>) => {
      approval.id = proposal?.subjectId ?? done?.id ?? "";
      const wish: ModelChange = { do: "record", approval };
      if (proposal) put(model, by, approval.id, wish, proposal);
      else model.fulfil(by, approval.id, wish);
    },
    about: approval.serves[0] ?? null,
  };
};

export const revises: Draw = ({ model, chance }) => {
  if (model.approvals.length === 0) return null;
  const bound = model.approvals.filter(({ serves }) => serves.some((one) => isBound(model, one)));
  const approval = chance.of(bound.length > 0 && chance.odds(0.6) ? bound : model.approvals.slice(-6));
  const by = somebody(model, chance, approval);
  const reason = chance.odds(0.85) ? REASON : undefined;
  const version = versionSent(approval, chance);
  const proposed: Partial<Approval> = chance.odds(0.6)
    ? { status: chance.of(DRAWN) }
    : chance.of([
        { body: chance.of(["Parliament", "Senate"]) },
        { until: chance.of(ENDS_OF_MANDATES) },
        { most: chance.of(LIMITS) },
        { serves: served(model, chance, approval.participant) },
      ]);
  const different = Object.fromEntries(
    Object.entries(proposed).filter(
      ([field, value]) => asText(value) !== asText(Reflect.get(approval, field)),
    ),
  ) as Partial<Approval>;
  const isBig = model.takesTwo(approval, { ...approval, ...different });
  const expected =
    model.whyNotKeep(by, approval.participant) ??
    (version === approval.version ? null : "version") ??
    (!isBig ? "done" : reason === undefined ? "reason-missing" : proposing(model, approval.id));
  return {
    by,
    says: `revises an approval ${asText([approval.status, approval.serves])}: ${asText(proposed)} ${asText({ version, reason })}`,
    expected,
    run: (actor) =>
      changeApproval(actor, {
        id: approval.id,
        ifMatch: version,
        changes: approvalChanges.parse(termsOf(proposed)),
        reason,
      }),
    then: ({ proposal }: ProposedOutcome<Approval>) => {
      const wish: ModelChange = { do: "approval", changes: different };
      if (proposal) put(model, by, approval.id, wish, proposal);
      else if (Object.keys(different).length > 0) model.fulfil(by, approval.id, wish);
    },
    about: approval.serves[0] ?? null,
  };
};

const LIMITS = [null, 90, 150, 250];

/** As they are sent. */
const termsOf = ({ status, body, until, most, serves }: Partial<Approval>): object => ({
  ...(status === undefined ? {} : { status }),
  ...(status === "SCHEDULED" ? { scheduledFor: "2026-04-01" } : {}),
  ...(body === undefined ? {} : { body }),
  ...(until === undefined ? {} : { validUntil: until }),
  ...(most === undefined
    ? {}
    : {
        limits: most === null ? [] : [{ quantity: { kind: "UP_TO", min: null, max: most, unit: "PERSON" } }],
      }),
  ...(serves === undefined ? {} : { serves }),
});

export const decides: Draw = ({ model, chance }) => {
  const open = model.proposals.filter(({ status }) => status === "OPEN");
  if (model.proposals.length === 0 || (open.length === 0 && chance.odds(0.85))) return null;
  const proposal = chance.of(open.length > 0 && chance.odds(0.93) ? open : model.proposals.slice(-12));
  const others = model.people.filter(
    ({ id, role, disabled }) => role === "MANAGER" && !disabled && id !== proposal.by,
  );
  const by = others.length > 0 && chance.odds(0.85) ? chance.of(others) : chance.of(model.people);
  const decision = chance.odds(0.75) ? ("APPROVE" as const) : ("RETURN" as const);
  const note = chance.odds(0.85) ? "Looked at" : null;
  const current = model.versionOf(proposal);
  const seen = chance.odds(0.4) ? undefined : chance.odds(0.85) ? current : Math.max(0, current - 1);
  const isUnseen = (seen ?? proposal.basedOn) !== current;
  const expected =
    (by.role === "MANAGER" ? null : "role") ??
    (proposal.status === "OPEN" ? null : "proposal-closed") ??
    (proposal.by === by.id ? "own-proposal" : null) ??
    (decision === "RETURN"
      ? note === null
        ? "reason-missing"
        : "done"
      : ((model.wasInvolved(by, proposal) ? "own-proposal" : null) ??
        (isUnseen ? "version" : null) ??
        model.whyNotFulfil(proposal) ??
        "done"));
  return {
    by,
    says: `${decision} of ${proposal.wish.do} on ${proposal.subject} by ${proposal.by} ${asText({ seen, current })}`,
    expected,
    run: (actor) => decideProposal(actor, { id: proposal.id, decision, note, seen }),
    then: () => {
      Object.assign(proposal, { status: decision === "APPROVE" ? "APPROVED" : "RETURNED", decider: by.id });
      proposal.version += 1;
      if (decision === "APPROVE") model.fulfil(by, proposal.subject, proposal.wish);
    },
    about: model.pledge(proposal.subject)?.reference ?? null,
  };
};

export const withdraws: Draw = ({ model, chance }) => {
  if (model.proposals.length === 0) return null;
  const left = model.proposals.filter((one) => isUndecided(one) && hasLeftDesk(model, one));
  const proposal = chance.of(left.length > 0 && chance.odds(0.5) ? left : model.proposals.slice(-10));
  const owner = model.people.find(({ id }) => id === proposal.by);
  const by = owner && chance.odds(0.7) ? owner : chance.of(model.people);
  const stands = isUndecided(proposal);
  return {
    by,
    says: `withdraws the proposal on ${proposal.subject} by ${proposal.by}`,
    expected: !keeps(by) || proposal.by !== by.id ? "role" : stands ? "done" : "proposal-closed",
    run: (actor) => withdrawProposal(actor, { id: proposal.id }),
    then: () => {
      proposal.status = "WITHDRAWN";
      proposal.version += 1;
    },
    about: model.pledge(proposal.subject)?.reference ?? null,
  };
};

const isUndecided = ({ status }: Proposal): boolean => status === "OPEN" || status === "RETURNED";

/** Whether the proposer keeps records, and no longer those of this participant. */
function hasLeftDesk(model: Model, { by, subject }: Proposal): boolean {
  const owner = model.people.find(({ id }) => id === by);
  const of = model.pledge(subject) ?? model.approval(subject);
  return owner !== undefined && of !== undefined && keeps(owner) && !model.mayKeep(owner, of.participant);
}

/** Puts a proposal on record; one that was returned is replaced. */
export function put(
  model: Model,
  by: Person,
  subject: string,
  wish: ModelChange,
  { id, basedOn }: KnownProposal,
): void {
  const returned = model.openProposal(subject);
  if (returned) Object.assign(returned, { status: "REPLACED", version: returned.version + 1 });
  const made = model.time;
  model.proposals.push({
    id,
    subject,
    by: by.id,
    decider: null,
    status: "OPEN",
    wish,
    basedOn,
    version: 1,
    made,
  });
}

export const proposing = (model: Model, subject: string): string =>
  model.openProposal(subject)?.status === "OPEN" ? "proposal-open" : "proposed";

export function whyNotTake(model: Model, by: Person, pledge: Pledge, version: number): string | null {
  return (
    model.whyNotKeep(by, pledge.participant) ??
    (version === pledge.version ? null : "version") ??
    (pledge.voided ? "no-such-step" : null)
  );
}

function somePledge({ pledges }: Model, chance: Chance): Pledge {
  const alive = pledges.filter(({ voided, stage }) => !voided && !ENDS.includes(stage)).slice(-5);
  return chance.of(alive.length > 0 && chance.odds(0.93) ? alive : pledges);
}

/** Half of the time a pledge about which something is proposed. */
export function waitingPledge(model: Model, chance: Chance): Pledge {
  const waiting = model.pledges.filter(({ reference }) => model.openProposal(reference)?.status === "OPEN");
  return waiting.length > 0 && chance.odds(0.5) ? chance.of(waiting) : somePledge(model, chance);
}

export function somebody(model: Model, chance: Chance, of?: { participant: string }): Person {
  const able = model.people.filter((one) => of && !one.disabled && model.mayKeep(one, of.participant));
  return chance.of(able.length > 0 && chance.odds(0.88) ? able : model.people);
}

export const versionSent = ({ version }: { version: number }, chance: Chance): number =>
  chance.odds(0.95) ? version : version + chance.of([-1, 1]);

/** Participants that a pledge may name, more often those that it names; rarely its own. */
export const otherCodes = ({ participant, joint }: Pledge, chance: Chance): string[] =>
  ["DE", "FR", "SE"].filter((code) => {
    const isNamed = joint.some((link) => link.participant === code);
    return chance.odds(code === participant ? 0.03 : isNamed ? 0.75 : 0.4);
  });

function likely(pledge: Pledge, chance: Chance): Stage {
  if (pledge.stage === "SUSPENDED") return pledge.left ?? "PLEDGED";
  const rung = LADDER.indexOf(pledge.stage);
  return LADDER[Math.min(3, rung + chance.of([1, 1, 2]))] ?? "COMMITTED";
}

/** In itself in order; together with what is on record it may not be. */
function contentOf(chance: Chance): Content {
  const start = chance.of(["2026-06-01", null]);
  return {
    start,
    end: chance.of(["2026-12-31", "2027-06-30", null, start ?? "2026-02-01"]),
    kind: chance.of(["TROOPS", "TROOPS", "AIR"] as const),
    number: chance.of([100, 200, 200, null]),
    summary: chance.of(["As said", "As heard", null]),
  };
}

/** Only what differs; a line is sent whole. */
function differing(pledge: Pledge, proposed: Partial<Content>): Partial<Content> {
  const other = { ...pledge, ...proposed };
  const line =
    other.kind === pledge.kind && other.number === pledge.number
      ? {}
      : { kind: other.kind, number: other.number };
  return {
    ...(other.start === pledge.start ? {} : { start: other.start }),
    ...(other.end === pledge.end ? {} : { end: other.end }),
    ...(other.summary === pledge.summary ? {} : { summary: other.summary }),
    ...line,
  };
}

function changesOf(pledge: Pledge, content: Partial<Content>): object {
  const { start, end, summary } = content;
  return {
    ...(start === undefined ? {} : { windowStart: start }),
    ...(end === undefined ? {} : { windowEnd: end }),
    ...(summary === undefined ? {} : { summary }),
    ...("kind" in content
      ? { contributions: [{ id: pledge.line, ...lineOf({ ...pledge, ...content }) }] }
      : {}),
  };
}

const lineOf = ({ kind, number }: Content) => ({
  kind,
  domain: "LAND",
  location: "UNSTATED",
  quantity: { kind: number === null ? "NOT_STATED" : "EXACT", min: number, max: number, unit: "PERSON" },
});

/** Pledges of the participant, more often those that bind. */
function served(model: Model, chance: Chance, participant: string): string[] {
  const own = model.pledges.filter((one) => one.participant === participant && !one.voided).slice(-4);
  return own
    .filter((pledge) => chance.odds(binds(pledge) ? 0.75 : 0.4))
    .map(({ reference }) => reference)
    .sort();
}

const isBound = (model: Model, reference: string): boolean =>
  model.pledges.some((one) => one.reference === reference && binds(one));

const asText = (value: unknown): string => JSON.stringify(value);
