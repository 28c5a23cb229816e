// A pledge as it is shown: the record, and what follows from it for whoever looks.
import { holds, mayDecide, type Actor } from "./actor";
import type { Approval } from "./approval";
import { completenessOf, type Completeness } from "./completeness";
import { dayOf, type Instant } from "./day";
import { instrumentOf, verificationOf, type EvidenceKind, type Verification } from "./evidence";
import { isBinding, type Pledge } from "./pledge";
import { offeredSteps } from "./stage";
import type { Stage } from "./stages";
import { unresolved, type UnresolvedItem } from "./unresolved";

export interface PledgeSheet extends Pledge {
  instrument: EvidenceKind | null;
  verification: Verification | null;
  /** Reference of the pledge it replaced. */
  supersedes: string | null;
  approvals: Approval[];
  /** Conditions and proposals are not kept yet. */
  condition: null;
  actionable: true;
  proposal: null;
  unresolved: UnresolvedItem[];
  completeness: Completeness;
  may: May;
}

export interface May {
  edit: boolean;
  set: Stage[];
  propose: Stage[];
  decide: boolean;
  void: boolean;
}

/** A row of a list: without evidence, condition and what the reader may do. */
export type PledgeRow = Omit<PledgeSheet, "evidence" | "condition" | "may">;

export interface SheetContext {
  approvals: Approval[];
  supersedes: string | null;
  timeZone: string;
  staleDays: number;
}

export function sheetOf(actor: Actor, pledge: Pledge, context: SheetContext, at: Instant): PledgeSheet {
  const today = dayOf(at, context.timeZone);
  const instrument = instrumentOf(pledge.evidence);
  return {
    ...pledge,
    instrument,
    verification: verificationOf(instrument),
    supersedes: context.supersedes,
    approvals: context.approvals,
    condition: null,
    actionable: true,
    proposal: null,
    unresolved: unresolved(pledge, context, at),
    completeness: completenessOf(pledge),
    may: {
      edit: mayEdit(actor, pledge),
      set: offeredSteps(actor, pledge, { approvals: context.approvals, today, timeZone: context.timeZone }),
      propose: [],
      decide: false,
      void: mayVoid(actor, pledge),
    },
  };
}

export function rowOf(sheet: PledgeSheet): PledgeRow {
  const { evidence: _evidence, condition: _condition, may: _may, ...row } = sheet;
  return row;
}

/** May change what it says. A voided pledge stays as it is. */
export const mayEdit = (actor: Actor, pledge: Pick<Pledge, "participant" | "voided">): boolean =>
  pledge.voided === null && holds(actor, pledge.participant);

/** Voiding is a manager's, with a reason; from COMMITTED on it is a decision, a manager's as well. */
export const mayVoid = (actor: Actor, pledge: Pick<Pledge, "voided" | "stage" | "suspendedFrom">): boolean =>
  pledge.voided === null && (isBinding(pledge) ? mayDecide(actor) : actor.role === "MANAGER");
