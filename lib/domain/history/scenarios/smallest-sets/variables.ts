// The open things of a register as variables: triggers and approvals with three values, pledges with their stage.
import { statusOn, isSettled, type Approval } from "../../../pledge/approval";
import type { Day } from "../../../base/day";
import type { Leaf } from "../../../pledge/condition";
import { truthIn } from "../../../conditions/leaf-facts";
import { latestOf } from "../../../conditions/successors";
import type { Pledge } from "../../../pledge/pledge";
import { hasEnded, LADDER, rungOf } from "../../../pledge/stages";
import type { Assumption } from "../assumption";
import type { Snapshot } from "../../snapshot";
import { indexOf } from "../../snapshot-index";
import { allOf, HOLDS_NEVER, type Formula, type Literal } from "./formula";
import { VariablePlaces } from "./places";

/** Values of triggers and approvals. */
const [NO, UNKNOWN, YES] = [0, 1, 2];
export const ALLOCATED = rungOf("ALLOCATED");
const TOP = LADDER.length;

/** Collects what formulas speak of. `dormant`: such triggers are taken as met. */
export class Variables extends VariablePlaces {
  private readonly assumedMet = new Set<string>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly on: Day,
    private readonly dormant: boolean,
  ) {
    super();
  }

  /** That a leaf is true, or is false; it may have to be decided. */
  readonly literal = (leaf: Leaf, wanted: boolean): Formula => {
    if ("trigger" in leaf) return this.trigger(leaf.trigger, wanted);
    if ("approval" in leaf) return this.approval(leaf.approval, wanted);
    const { pledges, replacedBy } = indexOf(this.snapshot);
    const pledge = pledges.get(latestOf(leaf.pledge, replacedBy));
    if (pledge === undefined) return HOLDS_NEVER;
    const rung = rungOf(leaf.atLeast);
    return wanted ? this.stage(pledge, rung, true) : range(this.pledge(pledge), -1, rung - 1);
  };

  /** That a pledge has reached the rung. `isOpen`: this may be decided, unless the pledge has ended. */
  stage(pledge: Pledge, rung: number, isOpen: boolean): Formula {
    const place = this.pledge(pledge);
    const literal = range(place, rung, TOP);
    if (this.now(place) >= rung) return literal;
    const stage = LADDER[rung];
    if (!isOpen || stage === undefined || pledge.voided !== null || hasEnded(pledge.stage)) return literal;
    const needs = rung < ALLOCATED ? [] : this.approvalsOf(pledge);
    this.open(place, rung, { pledge: pledge.reference, atLeast: stage }, needs);
    return needs.length === 0 ? literal : allOf([literal, ...needs]);
  }

  /** That it counts as set aside, however it gets there. */
  isAllocated(pledge: Pledge): Literal {
    return range(this.pledge(pledge), ALLOCATED, TOP);
  }

  /** That an approval is given, decided or not. */
  isGiven(approval: Approval): Literal {
    return range(this.approvalPlace(approval), YES, YES);
  }

  /** That the contribution's number is as high as was said. */
  number(means: Extract<Assumption, { contribution: string }>): Literal {
    const place = this.placeOf(`number ${means.contribution}`, 0);
    this.open(place, 1, means);
    return range(place, 1, 1);
  }

  /** Dormant triggers that were taken as met and named. */
  assumed(): Assumption[] {
    return [...this.assumedMet].sort().map((trigger) => ({ trigger, state: "MET" }));
  }

  private trigger(code: string, wanted: boolean): Formula {
    const trigger = this.snapshot.trigger.get(code);
    if (trigger === undefined) return HOLDS_NEVER;
    const isTaken = this.dormant && trigger.waiting === "DORMANT" && trigger.state !== "MET";
    if (isTaken) this.assumedMet.add(code);
    const truth = isTaken ? true : TRUTHS[trigger.state];
    const place = this.placeOf(`trigger ${code}`, valueOf(truth));
    if (wanted && truth !== true) this.open(place, YES, { trigger: code, state: "MET" });
    if (!wanted && truth === null) this.open(place, NO, { trigger: code, state: "NOT_MET" });
    return is(place, wanted);
  }

  private approval(id: string, wanted: boolean): Formula {
    const approval = this.snapshot.approval.get(id);
    if (approval === undefined) return HOLDS_NEVER;
    const place = this.approvalPlace(approval);
    const now = this.now(place);
    if (wanted && now !== YES) this.open(place, YES, { approval: id, status: "APPROVED" });
    if (!wanted && now === UNKNOWN) this.open(place, NO, { approval: id, status: "REJECTED" });
    return is(place, wanted);
  }

  /** What an allocation requires: each approval that serves the pledge, given or not needed. */
  private approvalsOf({ reference }: Pledge): Literal[] {
    return (indexOf(this.snapshot).approvals.get(reference) ?? [])
      .filter((one) => !isSettled(statusOn(one, this.on)))
      .map((one) => this.approval(one.id, true) as Literal);
  }

  private approvalPlace({ id }: Approval): number {
    const truth = truthIn(
      { triggers: [], approvals: [...this.one(id)], pledges: [] },
      this.on,
    )({ approval: id });
    return this.placeOf(`approval ${id}`, valueOf(truth));
  }

  private one(id: string): Approval[] {
    const found = this.snapshot.approval.get(id);
    return found === undefined ? [] : [found];
  }

  private pledge({ reference, stage, voided }: Pledge): number {
    return this.placeOf(`pledge ${reference}`, voided === null ? rungOf(stage) : -1);
  }
}

const TRUTHS = { MET: true, NOT_MET: false, UNKNOWN: null } as const;

const valueOf = (truth: boolean | null): number => (truth === null ? UNKNOWN : truth ? YES : NO);
const is = (variable: number, wanted: boolean): Literal =>
  wanted ? { variable, from: YES, to: YES } : { variable, from: NO, to: NO };
const range = (variable: number, from: number, to: number): Literal => ({ variable, from, to });
