// What a transaction has touched: its pending events, and what must be derived again.
import type { EntityType } from "@/lib/domain/base/audit";
import { isSameCondition } from "@/lib/domain/pledge/condition";
import { movedPositions } from "@/lib/domain/unresolved/position";
import { allocatesOtherwise } from "@/lib/domain/pledge/mandate";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Priority } from "@/lib/domain/base/priority";
import { isSameToThoseWaiting } from "@/lib/domain/pledge/trigger";
import type { PendingEvent } from "../log/append";
import type { RecordOf } from "../records/record-of";
import { sentTogether } from "../sql/sent-together";
import { CounterDelta } from "./counter-delta";
import type { PledgeInContext } from "./in-context";

export interface TouchedPosition {
  participant: string;
  priority: Priority;
}

export class UnitOfWork {
  readonly events: PendingEvent[] = [];
  readonly pledges = new Set<string>();
  /** Of these, by id, the new ones, as written. */
  readonly fresh = new Map<string, Pledge>();
  /** Pledges touched through related records: by reference, and possibly not locked yet. */
  readonly served = new Set<string>();
  readonly participants = new Set<string>();
  /** Of these, those whose leaving has changed: all their pledges are derived again. */
  readonly leaving = new Set<string>();
  /** References of pledges that allocate differently: those that share a limit with them are derived again. */
  readonly allocating = new Set<string>();
  /** Ids of changed requirements: pledges offered for them are derived again. */
  readonly requirements = new Set<string>();
  /** Changed leaves of conditions: pledges that wait for them are derived again. */
  private readonly leavesByKey = new Map<string, LeafName>();
  /** Pledges whose position in cycles of conditions may have changed. */
  readonly moved: { before: Pledge; after: Pledge }[] = [];
  readonly delta = new CounterDelta();
  private readonly cellsByKey = new Map<string, TouchedPosition>();
  /** By id, pledges as of the last save, with everything that their items are derived from. */
  readonly contexts = new Map<string, PledgeInContext>();
  /** Ids of the pledges that wait for a changed leaf, if they are known since the last save. */
  waiting: readonly string[] | null = null;
  /** Sent and not answered yet. */
  private writes: Promise<void>[] = [];
  everything = false;
  everyCell = false;

  get cells(): TouchedPosition[] {
    return [...this.cellsByKey.values()];
  }

  get leaves(): LeafName[] {
    return [...this.leavesByKey.values()];
  }

  sent(write: Promise<void>): void {
    write.catch(() => undefined);
    this.writes.push(write);
  }

  /** Fails if a record couldn't be written. */
  async written(): Promise<void> {
    const writes = this.writes;
    this.writes = [];
    await sentTogether(writes);
  }

  noteLeaf(kind: LeafName["kind"], key: string): void {
    this.leavesByKey.set(`${kind} ${key}`, { kind, key });
  }

  /** Pledges that wait for it are derived already. */
  isDerived(kind: LeafName["kind"], key: string): void {
    this.waiting = null;
    this.leavesByKey.delete(`${kind} ${key}`);
  }

  note<E extends EntityType>(entity: E, before: RecordOf[E] | null, after: RecordOf[E]): void {
    this.contexts.clear();
    this.waiting = null;
    NOTES[entity](this, before, after);
  }

  notePledge(before: Pledge | null, after: Pledge): void {
    this.pledges.add(after.id);
    if (before) this.fresh.delete(after.id);
    else this.fresh.set(after.id, after);
    if (before) this.noteChange(before, after);
    this.delta.addPledge(after, 1);
    for (const participant of movedPositions(before, after))
      this.cellsByKey.set(`${participant}-${after.priority}`, { participant, priority: after.priority });
  }

  private noteChange(before: Pledge, after: Pledge): void {
    this.delta.addPledge(before, -1);
    if (allocatesOtherwise(before, after)) this.allocating.add(after.reference);
    const stands =
      before.stage === after.stage &&
      (before.voided === null) === (after.voided === null) &&
      before.supersededBy === after.supersededBy;
    if (!stands || before.title !== after.title) this.noteLeaf("pledge", after.reference);
    if (!stands || !isSameCondition(before.condition, after.condition)) this.moved.push({ before, after });
  }
}

/** The record a leaf names. */
export interface LeafName {
  kind: "trigger" | "approval" | "pledge";
  key: string;
}

const NOTES: {
  [E in EntityType]: (touched: UnitOfWork, before: RecordOf[E] | null, after: RecordOf[E]) => void;
} = {
  pledge: (touched, before, after) => touched.notePledge(before, after),
  approval: (touched, before, after) => {
    for (const reference of [...(before?.serves ?? []), ...after.serves]) touched.served.add(reference);
    touched.noteLeaf("approval", after.id);
  },
  participant: (touched, before, after) => {
    touched.participants.add(after.code);
    if (before && (before.leftOn !== after.leftOn || before.leftReason !== after.leftReason))
      touched.leaving.add(after.code);
  },
  baseline: (touched) => void (touched.everyCell = true),
  register: (touched, before, after) => {
    const settings = ["timeZone", "staleDays", "mandateDays"] as const;
    if (before && settings.some((name) => before[name] !== after[name])) touched.everything = true;
  },
  person: () => undefined,
  source: () => undefined,
  comment: () => undefined,
  proposal: (touched, _before, after) => {
    for (const reference of after.concerns) touched.served.add(reference);
  },
  ruling: (touched, _before, after) => void touched.served.add(after.pledge),
  handover: () => undefined,
  access: () => undefined,
  trigger: (touched, before, after) => {
    if (before === null || !isSameToThoseWaiting(before, after)) touched.noteLeaf("trigger", after.code);
  },
  requirement: (touched, before, after) => void (before && touched.requirements.add(after.id)),
  offer: (touched, _before, after) => void touched.served.add(after.pledge),
  delivery: (touched, _before, after) => void touched.served.add(after.pledge),
  scenario: () => undefined,
  finding: () => undefined,
  question: () => undefined,
  export: () => undefined,
  import: () => undefined,
};
