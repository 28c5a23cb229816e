// A condition being edited: a tree of lines. Each line has a number, so it keeps its identity when it moves.
// A line may be incomplete, and carries its own negation.
import { isLeaf, partsOf, type LeafBasis, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import type { ApprovalFact, PledgeFact } from "@/lib/domain/conditions/leaf-facts";

interface Own {
  id: number;
  /** True: it must not hold. */
  not: boolean;
}
export interface Group extends Own {
  kind: "group";
  of: "all" | "any" | "kOf";
  /** How many must hold; for `kOf` alone. */
  k: number;
  parts: ConditionLine[];
}
interface OwnLeaf extends Own {
  /** "": nobody has said. */
  basis: LeafBasis | "";
  /** Ids of evidence. */
  evidence: readonly string[];
}
export interface TriggerLine extends OwnLeaf {
  kind: "trigger";
  trigger: string;
}
export interface ApprovalLine extends OwnLeaf {
  kind: "approval";
  /** The participant whose approval it is. */
  participant: string;
  approval: string;
}
export interface PledgeLeafLine extends OwnLeaf {
  kind: "pledge";
  /** As typed. */
  pledge: string;
  atLeast: string;
}
export type LeafLine = TriggerLine | ApprovalLine | PledgeLeafLine;
export type ConditionLine = Group | LeafLine;

export interface ConditionDraft {
  /** Always a group; empty: nothing to wait for. */
  condition: Group;
  reason: string;
  /** Facts looked up while editing. */
  known: { approvals: ApprovalFact[]; pledges: PledgeFact[] };
}

/** `whose`: the participant of an approval, by its id. */
export function conditionDraftOf(condition: Condition | null, whose: (approval: string) => string): Group {
  let last = 0;
  const lineOf = (part: Condition, turned: boolean): ConditionLine => {
    if ("not" in part) return lineOf(part.not, !turned);
    last += 1;
    const own = { id: last, not: turned };
    if (isLeaf(part)) return { ...own, ...leafLine(part, whose) };
    const of = "all" in part ? "all" : "any" in part ? "any" : "kOf";
    const k = "kOf" in part ? part.kOf : FEWEST_OF;
    return { ...own, kind: "group", of, k, parts: partsOf(part).map((one) => lineOf(one, false)) };
  };
  const top = condition && lineOf(condition, false);
  if (top?.kind === "group") return { ...top, id: 0 };
  return { id: 0, kind: "group", of: "all", k: FEWEST_OF, not: false, parts: top ? [top] : [] };
}

/** With one it would be "any". */
export const FEWEST_OF = 2;

/** As sent: null for an empty group; a group with one part is sent as that part. */
export function conditionOf(group: Group): Condition | null {
  const [only] = group.parts;
  if (only === undefined) return null;
  return conditionPartOf(isPlain(group) ? only : group);
}

/** The line that a path like `condition.all.0.trigger` belongs to; the whole group where no line does. */
export function lineAt(group: Group, path: string): ConditionLine {
  const [only] = group.parts;
  const paths = pathsOf(isPlain(group) && only ? only : group, "condition");
  const fitting = paths.filter(([of]) => path === of || path.startsWith(`${of}.`));
  return fitting.at(-1)?.[1] ?? group;
}

/** A part as sent, complete or not. */
export function conditionPartOf(line: ConditionLine): Condition {
  const part: Condition =
    line.kind === "group" ? groupOf(line, line.parts.map(conditionPartOf)) : groundedLeaf(line);
  return line.not ? { not: part } : part;
}

function groupOf({ of, k }: Group, parts: Condition[]): Condition {
  if (of === "kOf") return { kOf: k, of: parts };
  return of === "all" ? { all: parts } : { any: parts };
}

function groundedLeaf(line: LeafLine): Leaf {
  const { basis, evidence } = line;
  return {
    ...leafOf(line),
    ...(basis === "" ? {} : { basis }),
    ...(evidence.length === 0 ? {} : { evidence: [...evidence] }),
  };
}

/** Without its basis. */
export function leafOf(line: LeafLine): Leaf {
  if (line.kind === "trigger") return { trigger: line.trigger };
  if (line.kind === "approval") return { approval: line.approval };
  return { pledge: line.pledge.trim().toUpperCase(), atLeast: line.atLeast } as Leaf;
}

export const isSaid = (line: LeafLine): boolean => Object.values(leafOf(line)).every((value) => value !== "");

const isPlain = ({ parts, not }: Group): boolean => parts.length === 1 && !not;

function leafLine(leaf: Leaf, whose: (approval: string) => string) {
  const grounds = { basis: leaf.basis ?? "", evidence: leaf.evidence ?? [] } as const;
  if ("trigger" in leaf) return { ...grounds, kind: "trigger", trigger: leaf.trigger } as const;
  if ("pledge" in leaf)
    return { ...grounds, kind: "pledge", pledge: leaf.pledge, atLeast: leaf.atLeast } as const;
  const participant = whose(leaf.approval);
  return { ...grounds, kind: "approval", participant, approval: leaf.approval } as const;
}

/** Inner lines come after the groups they are in. */
function pathsOf(line: ConditionLine, path: string): [string, ConditionLine][] {
  const own = line.not ? `${path}.not` : path;
  if (line.kind !== "group") return [[path, line]];
  const step = line.of === "kOf" ? "of" : line.of;
  return [[path, line], ...line.parts.flatMap((part, index) => pathsOf(part, `${own}.${step}.${index}`))];
}
