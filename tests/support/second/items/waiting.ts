// What a pledge's condition leaves open, once more: by trying.
import type { Day } from "@/lib/domain/base/day";
import type { Condition, Leaf } from "@/lib/domain/pledge/condition";
import type { Cycle } from "@/lib/domain/conditions/deadlock";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { cyclesByTrying, nameOf } from "../cycles";
import { lastOf } from "../days";
import { supporting } from "../evidence";
import type { SmallRegister } from "../register";
import type { Cause } from "../causes";
import { decidingByTrying, leavesIn, valueOf } from "../trying";
import {
  asFollowed,
  canStart,
  distinct,
  isDormantLeaf,
  lastChangeOf,
  lineOf,
  truthOfLeaf,
  waitingPledges,
} from "../waiting";

export function* saidOfCondition(register: SmallRegister, pledge: Pledge): Generator<Cause> {
  const { condition, conditionSetOn } = pledge;
  if (condition === null || conditionSetOn === null) return;
  yield* saidOfGrounds(register, pledge, condition, conditionSetOn);
  if (!canStart(register, pledge)) yield* saidOfLeaves(register, condition, conditionSetOn);
}

function* saidOfLeaves(register: SmallRegister, condition: Condition, conditionSetOn: Day): Generator<Cause> {
  const by = (leaf: Leaf) => asSaid(basisOf(condition, leaf));
  const leaves = leavesIn(condition);
  const now = leaves.map((leaf) => truthOfLeaf(register, leaf));
  const wanted = decidingByTrying(condition, now);
  const deciding = leaves.flatMap((leaf, place) => {
    const value = wanted[place] ?? null;
    return value === null ? [] : [{ leaf: bare(leaf), wanted: value }];
  });
  for (const one of distinct(deciding)) {
    if ("pledge" in one.leaf)
      for (const said of saidOfPledgeLeaf(register, one.leaf, one.wanted, conditionSetOn))
        yield { ...said, data: { ...said.data, ...by(one.leaf) } };
    if ("trigger" in one.leaf && !isDormantLeaf(register, one.leaf)) {
      const since = lastOf(conditionSetOn, ...lastChangeOf(register, one.leaf));
      const { what, data } = triggerCause(register, one.leaf, one.wanted);
      yield { code: "TRIGGER_BLOCKING", what, since, data: { ...data, ...by(one.leaf) } };
    }
  }
  const awake = valueOf(condition, (leaf) => isDormantLeaf(register, leaf) || truthOfLeaf(register, leaf));
  if (awake !== 2) return;
  for (const one of distinct(deciding))
    if ("trigger" in one.leaf && isDormantLeaf(register, one.leaf)) {
      const { what, data } = triggerCause(register, one.leaf, one.wanted);
      yield { code: "TRIGGER_WAITING", what, since: conditionSetOn, data: { ...data, ...by(one.leaf) } };
    }
}

function* saidOfPledgeLeaf(
  register: SmallRegister,
  leaf: Extract<Leaf, { pledge: string }>,
  wanted: boolean,
  setOn: Day,
): Generator<Cause> {
  const last = lineOf(register, leaf.pledge).at(-1);
  const { atLeast } = leaf;
  const since = lastOf(setOn, ...lastChangeOf(register, leaf));
  const stage = last?.voided ? "VOIDED" : (last?.stage ?? "");
  const data = {
    ...{ pledge: last?.reference ?? "", participant: last?.participant ?? "", title: last?.title ?? "" },
    ...{ atLeast, stage },
  };
  if (wanted && ["VOIDED", "DECLINED", "WITHDRAWN", "LAPSED"].includes(stage) && last) {
    yield { code: "CONDITION_DEAD", what: "ended", since, data };
    return;
  }
  yield { code: "DEPENDS_ON_PARTNER", what: wanted ? "pledge" : "not-pledge", since, data };
}

function triggerCause(
  { triggers }: SmallRegister,
  leaf: Leaf,
  wanted: boolean,
): Pick<Cause, "what" | "data"> {
  const trigger = triggers.find((one) => "trigger" in leaf && one.code === leaf.trigger);
  const data = { trigger: trigger?.code ?? "", title: trigger?.title ?? "", state: trigger?.state ?? "" };
  return { what: wanted ? "trigger" : "not-trigger", data };
}

/** Of each thing that is said to be stated or reported: whether evidence says so. */
function* saidOfGrounds(
  register: SmallRegister,
  { evidence }: Pledge,
  condition: Condition,
  since: Day,
): Generator<Cause> {
  const standing = supporting(evidence);
  const unsourced = leavesIn(condition).filter(
    ({ basis, evidence: named = [] }) =>
      (basis === "STATED" || basis === "REPORTED") &&
      !standing.some(({ id, field }) => field === "condition" || named.includes(id)),
  );
  for (const leaf of distinct(unsourced.map(bare))) {
    const basis = basisOf(condition, leaf);
    if ("pledge" in leaf) {
      const data = { pledge: leaf.pledge, atLeast: leaf.atLeast, basis };
      yield { code: "CONDITION_UNSOURCED", what: "pledge", since, data };
    } else if ("trigger" in leaf) {
      const title = register.triggers.find(({ code }) => code === leaf.trigger)?.title ?? "";
      yield {
        code: "CONDITION_UNSOURCED",
        what: "trigger",
        since,
        data: { trigger: leaf.trigger, title, basis },
      };
    } else {
      const { body = "", kind = "" } = register.approvals.find(({ id }) => id === leaf.approval) ?? {};
      const data = { approval: leaf.approval, body, kind, basis };
      yield { code: "CONDITION_UNSOURCED", what: "approval", since, data };
    }
  }
}

const bare = ({ basis: _basis, evidence: _evidence, ...leaf }: Leaf): Leaf => leaf;

/** What nobody has recorded isn't said. */
const asSaid = (basis: string) => (basis === "NONE" ? {} : { basis });

/** The best that is said of it anywhere in the condition. */
function basisOf(condition: Condition, leaf: Leaf): string {
  const bases = leavesIn(condition)
    .filter((one) => nameOf(one) === nameOf(leaf))
    .map(({ basis = "NONE" }) => basis);
  return IN_ORDER.find((one) => bases.includes(one)) ?? "NONE";
}

const IN_ORDER = ["STATED", "REPORTED", "NONE", "INFERRED"] as const;

const known = new WeakMap<SmallRegister, Cycle[]>();

export function cyclesOf(register: SmallRegister): Cycle[] {
  const cycles =
    known.get(register) ??
    cyclesByTrying(
      waitingPledges(register).map(({ reference, participant, condition, conditionSetOn }) => ({
        ...{ reference, participant, conditionSetOn: conditionSetOn ?? "" },
        condition: asFollowed(register, condition),
      })),
      (leaf) => truthOfLeaf(register, leaf),
    );
  known.set(register, cycles);
  return cycles;
}

export function* saidOfDeadlock(register: SmallRegister, { reference, condition }: Pledge): Generator<Cause> {
  for (const { pledges, participants, isDeadlock, since } of cyclesOf(register))
    if (isDeadlock && pledges.includes(reference)) {
      const others = pledges.filter((name) => name !== reference);
      const bases = (condition === null ? [] : leavesIn(condition)).flatMap((leaf) => {
        const last = "pledge" in leaf ? lineOf(register, leaf.pledge).at(-1)?.reference : undefined;
        return condition && last !== undefined && pledges.includes(last) ? basisOf(condition, leaf) : [];
      });
      const basis = IN_ORDER.filter((one) => bases.includes(one)).join(" ");
      const data = { with: others.join(", "), participants: participants.join(", "), ...asSaid(basis) };
      yield { code: "DEADLOCK", what: "cycle", since, data };
    }
}
