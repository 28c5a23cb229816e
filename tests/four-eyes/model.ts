// What the register should do about proposals and decisions, written again and in another way than the code does:
// from the domain's text, with its own tables. Small enough to be read and believed.

export type Stage =
  | "SIGNALLED"
  | "PLEDGED"
  | "COMMITTED"
  | "ALLOCATED"
  | "DELIVERING"
  | "FULFILLED"
  | "SUSPENDED"
  | "DECLINED"
  | "WITHDRAWN"
  | "LAPSED"
  | "SUPERSEDED";
export type Role = "OFFICER" | "MANAGER" | "AUDITOR" | "ADMIN";
export type Status = "UNKNOWN" | "NOT_REQUIRED" | "REQUIRED" | "SCHEDULED" | "APPROVED" | "REJECTED";

export interface Person {
  id: string;
  email: string;
  role: Role;
  desk: string[];
  disabled: boolean;
  version: number;
}
export interface Paper {
  id: string;
  kind: keyof typeof STRENGTH;
  retracted: boolean;
}
export interface Content {
  start: string | null;
  end: string | null;
  kind: "TROOPS" | "AIR";
  /** Null is "not stated". */
  number: number | null;
  summary: string | null;
}
export interface Pledge extends Content {
  id: string;
  reference: string;
  participant: string;
  stage: Stage;
  left: Stage | null;
  successor: string | null;
  voided: boolean;
  owner: string;
  confirmed: string;
  /** Id of its one contribution. */
  line: string;
  papers: Paper[];
  /** In the order of their codes. */
  joint: Link[];
  /** Its condition; null: it waits for nothing. */
  waits: Waits | null;
  version: number;
}
/** For what, and who says so. */
export interface Waits {
  trigger: string;
  basis: "STATED" | "REPORTED" | "INFERRED";
}
/** Another participant that is said to promise it too. */
export interface Link {
  participant: string;
  state: "CLAIMED" | "CONFIRMED" | "DECLINED";
  by: string;
}
export interface Approval {
  id: string;
  participant: string;
  body: string;
  status: Status;
  /** The last day of the mandate. */
  until: string | null;
  /** The most persons that it allows. */
  most: number | null;
  serves: string[];
  version: number;
}
export type ModelChange =
  | {
      do: "stage";
      to: Stage;
      successor: string | null;
      content: Partial<Content>;
      papers: Paper[];
      joint?: Link[];
    }
  | { do: "change"; content: Partial<Content>; joint?: Link[]; waits?: Waits | null }
  | { do: "void" }
  | { do: "record"; approval: Omit<Approval, "version"> }
  | { do: "approval"; changes: Partial<Pick<Approval, (typeof REVISED)[number]>> };
export interface Proposal {
  id: string;
  /** Reference of the pledge, or id of the approval. */
  subject: string;
  by: string;
  decider: string | null;
  status: "OPEN" | "RETURNED" | "APPROVED" | "WITHDRAWN" | "REPLACED";
  wish: ModelChange;
  basedOn: number;
  version: number;
  made: number;
}
/** Who changed something material, of which pledge or approval, and when. */
interface Involvement {
  by: string;
  subject: string;
  at: number;
}

export const STRENGTH = { MEDIA_REPORT: 0, OFFICIAL_STATEMENT: 1, SIGNED_DOCUMENT: 2, BUDGET_DOCUMENT: 3 };
export const LADDER: Stage[] = ["SIGNALLED", "PLEDGED", "COMMITTED", "ALLOCATED", "DELIVERING", "FULFILLED"];
export const ENDS: Stage[] = ["DECLINED", "WITHDRAWN", "LAPSED", "SUPERSEDED"];
const BARS: Partial<Record<Stage, number>> = {
  SIGNALLED: 0,
  PLEDGED: 1,
  COMMITTED: 2,
  ALLOCATED: 3,
  DELIVERING: 3,
  FULFILLED: 3,
  DECLINED: 1,
};
const OUTCOMES: (Status | null)[] = ["APPROVED", "REJECTED"];
const UNASKED: (Status | null)[] = ["UNKNOWN", "NOT_REQUIRED"];

export class Model {
  time = 0;
  people: Person[] = [];
  pledges: Pledge[] = [];
  approvals: Approval[] = [];
  proposals: Proposal[] = [];
  private involvements: Involvement[] = [];
  /** Every approval that ever served a pledge: `approval reference`. */
  private links = new Set<string>();

  pledge(reference: string | null): Pledge | undefined {
    return this.pledges.find((one) => one.reference === reference);
  }
  approval(id: string): Approval | undefined {
    return this.approvals.find((one) => one.id === id);
  }
  openProposal(subject: string): Proposal | undefined {
    return this.proposals.find(
      (one) => one.subject === subject && (one.status === "OPEN" || one.status === "RETURNED"),
    );
  }

  /** Notes that a person changed something material. */
  weighs(by: Person, subject: Pledge | Approval): void {
    if ("serves" in subject)
      for (const reference of subject.serves) this.links.add(`${subject.id} ${reference}`);
    this.involvements.push({
      by: by.id,
      subject: "serves" in subject ? subject.id : subject.reference,
      at: this.time,
    });
  }
  wasInvolved(person: Person, { subject, made }: Proposal): boolean {
    return this.involvements.some(
      (involvement) =>
        involvement.by === person.id &&
        involvement.at > made &&
        (involvement.subject === subject || this.links.has(`${involvement.subject} ${subject}`)),
    );
  }

  mayKeep(person: Person, participant: string): boolean {
    return person.role === "MANAGER" || (person.role === "OFFICER" && person.desk.includes(participant));
  }
  whyNotKeep(person: Person, participant: string): string | null {
    if (!keeps(person)) return "role";
    return this.mayKeep(person, participant) ? null : "another-desk";
  }

  /** What a person says of another participant: their desk confirms it, or a manager. */
  claim(by: Person, participant: string): Link {
    return { participant, state: this.mayKeep(by, participant) ? "CONFIRMED" : "CLAIMED", by: by.id };
  }

  /** How a person who keeps the pledge takes a step; null: there is no such step. */
  way({ stage, left }: Pledge, to: Stage): "set" | "propose" | null {
    if (ENDS.includes(stage)) return null;
    if (ENDS.includes(to)) return "propose";
    if (stage === "SUSPENDED") return to === left ? "propose" : null;
    if (to === "SUSPENDED") return "propose";
    return stage === "SIGNALLED" && to === "PLEDGED" ? "set" : "propose";
  }

  /** What a step requires and isn't there: the refusal, or null. */
  lacks(pledge: Pledge, to: Stage, successor: string | null): string | null {
    if (to === "SUPERSEDED" && !this.replaces(pledge, successor)) return "successor-missing";
    if (to === "DECLINED") return reaches(pledge, to) ? null : "evidence-missing";
    if (to === "SUSPENDED" || to === "WITHDRAWN")
      return pledge.papers.some(({ retracted }) => !retracted) ? null : "evidence-missing";
    const [from, until] = [LADDER.indexOf(pledge.stage), LADDER.indexOf(to)];
    if (from < 0) return null;
    for (const rung of LADDER.slice(from + 1, until + 1)) {
      if (!reaches(pledge, rung)) return "evidence-missing";
      if (rung === "ALLOCATED") {
        if (pledge.number === null) return "quantity-missing";
        if (pledge.start === null && pledge.end === null) return "window-missing";
        if (this.needs(pledge).some((one) => !isGiven(one) && one.status !== "NOT_REQUIRED"))
          return "approval-open";
      }
      // There are no delivery reports yet.
      if (rung === "DELIVERING") return "evidence-missing";
    }
    return this.exceeds(pledge, { ...pledge, stage: to }) ? "mandate-exceeded" : null;
  }
  /** Whether more would be set aside than a mandate allows, and more than now. */
  exceeds(before: Pledge, after: Pledge): boolean {
    return this.needs(after).some((approval) => {
      const most = approval.most;
      if (!isGiven(approval) || most === null || setAside(after) === 0) return false;
      const others = this.pledges.filter(
        ({ reference }) => reference !== after.reference && approval.serves.includes(reference),
      );
      const all = (one: Pledge): number => [one, ...others].reduce((sum, each) => sum + setAside(each), 0);
      const was = setAside(before) > 0 && all(before) > most ? all(before) : most;
      return all(after) > was;
    });
  }
  needs({ reference }: Pledge): Approval[] {
    return this.approvals.filter(({ serves }) => serves.includes(reference));
  }
  private replaces(pledge: Pledge, successor: string | null): boolean {
    const newer = this.pledge(successor);
    return (
      newer !== undefined &&
      newer.reference !== pledge.reference &&
      newer.participant === pledge.participant &&
      !newer.voided &&
      newer.successor === null
    );
  }

  wayToVoid(person: Person, pledge: Pledge): "at-once" | "propose" | null {
    if (pledge.voided || !this.mayKeep(person, pledge.participant)) return null;
    if (binds(pledge) || ENDS.includes(pledge.stage)) return "propose";
    return person.role === "MANAGER" ? "at-once" : null;
  }

  /** Whether a binding pledge would have its approval otherwise than it was decided. */
  takesTwo(before: Approval | null, after: Omit<Approval, "version">): boolean {
    return this.pledges.filter(binds).some(({ reference }) => {
      const from = before?.serves.includes(reference) ? before : null;
      const to = after.serves.includes(reference) ? after : null;
      const [was, is] = [from?.status ?? null, to?.status ?? null];
      if (was === is) return OUTCOMES.includes(was) && TERMS.some((field) => from?.[field] !== to?.[field]);
      if (OUTCOMES.includes(is) || OUTCOMES.includes(was)) return true;
      return was !== null && !UNASKED.includes(was) && (is === null || UNASKED.includes(is));
    });
  }

  /** The subject's version, as a proposal sees it. */
  versionOf({ subject }: Proposal): number {
    return (this.pledge(subject) ?? this.approval(subject))?.version ?? 0;
  }

  /** Why a proposal can't be fulfilled as things stand; null when it can. */
  whyNotFulfil({ subject, wish }: Proposal): string | null {
    const pledge = this.pledge(subject);
    if (!pledge) return null;
    if (pledge.voided) return "no-such-step";
    if (wish.do !== "stage" && wish.do !== "change") return null;
    const joint = wish.joint ? merged(pledge.joint, wish.joint) : pledge.joint;
    const after = { ...pledge, ...wish.content, joint };
    if (turned(after)) return "invalid";
    if (wish.do === "change") return this.exceeds(pledge, after) ? "mandate-exceeded" : null;
    if (pledge.stage === wish.to) return "already-there";
    if (this.way(pledge, wish.to) === null) return "no-such-step";
    const lacking = this.lacks(
      { ...after, papers: [...pledge.papers, ...wish.papers] },
      wish.to,
      wish.successor,
    );
    return lacking ?? (this.exceeds(pledge, { ...after, stage: wish.to }) ? "mandate-exceeded" : null);
  }

  /** Does what a wish asks for, as the person who decided it or took the step at once. */
  fulfil(person: Person, subject: string, wish: ModelChange): void {
    const pledge = this.pledge(subject);
    const before = JSON.stringify(pledge);
    if (wish.do === "record") {
      this.approvals.push({ ...wish.approval, version: 1 });
      this.weighs(person, wish.approval as Approval);
    } else if (wish.do === "approval") {
      const approval = this.approval(subject);
      if (approval) Object.assign(approval, wish.changes, { version: approval.version + 1 });
      if (approval) this.weighs(person, approval);
    } else if (pledge) {
      if (wish.do === "void") pledge.voided = true;
      else Object.assign(pledge, wish.content);
      if (wish.do !== "void" && wish.joint) pledge.joint = merged(pledge.joint, wish.joint);
      if (wish.do === "change" && wish.waits !== undefined) pledge.waits = wish.waits;
      if (wish.do === "stage") {
        pledge.left = wish.to === "SUSPENDED" ? pledge.stage : null;
        pledge.stage = wish.to;
        pledge.papers.push(...wish.papers);
        if (wish.to === "SUPERSEDED") pledge.successor = wish.successor;
      }
      if (JSON.stringify(pledge) !== before) this.changed(person, pledge, JSON.parse(before) as Pledge);
    }
  }

  changed(person: Person, pledge: Pledge, before: Pledge): void {
    pledge.version += 1;
    if (WEIGHTY.some((field) => JSON.stringify(pledge[field]) !== JSON.stringify(before[field])))
      this.weighs(person, pledge);
  }
}

/** Fields whose change counts as involvement: also the evidence, and the stage itself. */
const WEIGHTY = [
  "stage",
  "left",
  "start",
  "end",
  "kind",
  "number",
  "papers",
  "joint",
  "waits",
  "voided",
] as const;
/** Fields of an approval that can be revised. */
export const REVISED = ["status", "body", "until", "most", "serves"] as const;
/** Fields of an outcome that take two people to change. */
const TERMS = ["body", "until", "most"] as const;
/** A mandate without an end, one that is over, and one that outlives the test. */
export const ENDS_OF_MANDATES = [null, null, null, "2025-12-31", "2199-12-31"];
const OVER = "2025-12-31";

export const keeps = ({ role }: Person): boolean => role === "OFFICER" || role === "MANAGER";
export const turned = ({ start, end }: Pick<Content, "start" | "end">): boolean =>
  start !== null && end !== null && end < start;
export const binds = ({ stage, left }: Pledge): boolean =>
  LADDER.indexOf(stage === "SUSPENDED" ? (left ?? stage) : stage) >= 2;
export const isWeighty = (content: Partial<Content>, before: Content): boolean =>
  (["start", "end", "kind", "number"] as const).some(
    (field) => field in content && content[field] !== before[field],
  );

const isGiven = ({ status, until }: Approval): boolean => status === "APPROVED" && until !== OVER;
export const confirmedOf = (joint: readonly Link[]): string =>
  joint.flatMap(({ participant, state }) => (state === "CONFIRMED" ? [participant] : [])).join();
/** A link on record keeps its answer; any other is a claim by the person who proposes it. */
export const merged = (recorded: readonly Link[], proposed: readonly Link[]): Link[] =>
  proposed.map((link) => recorded.find(({ participant }) => participant === link.participant) ?? link);
/** Nothing of a joint pledge, since nobody knows whose part it is. */
const setAside = ({ stage, voided, number, joint }: Pledge): number =>
  !voided && LADDER.indexOf(stage) >= 3 && confirmedOf(joint) === "" ? (number ?? 0) : 0;

const reaches = ({ papers }: Pledge, stage: Stage): boolean =>
  papers.some(({ kind, retracted }) => !retracted && STRENGTH[kind] >= (BARS[stage] ?? 0));
