// Limits the number of boxes: pledges, then approvals, are joined to one box a participant, largest groups
// first; then the lightest of the remaining boxes become one.
import { compareTexts, groupedByEach } from "../../base/listing";

export interface GraphNode {
  id: string;
  kind: "trigger" | "approval" | "pledge" | "requirement";
  /** Null: of nobody, or not known. */
  participant: string | null;
}

export const BOX_KINDS = [
  "trigger",
  "approval",
  "pledge",
  "requirement",
  "approvals",
  "pledges",
  "rest",
] as const;
export type BoxKind = (typeof BOX_KINDS)[number];

export interface Box {
  /** The id of its node, if it has only one. */
  id: string;
  kind: BoxKind;
  nodes: GraphNode[];
}

interface Limits {
  most: number;
  /** Nodes that stay on their own; fewer than `most`. */
  neverCollapsed: ReadonlySet<string>;
  /** How many wait for it. */
  weightOf: (node: string) => number;
}

export function* boxesOf(
  nodes: readonly GraphNode[],
  { most, neverCollapsed, weightOf }: Limits,
): Generator<void, Box[]> {
  let boxes: Box[] = nodes.map((node) => ({ id: node.id, kind: node.kind, nodes: [node] }));
  for (const kind of ["pledge", "approval"] as const) {
    yield;
    const groups = groupsIn(boxes, kind, neverCollapsed);
    yield;
    const collapsed: Box[] = [];
    for (const group of groups) {
      const saved = collapsed.reduce((sum, one) => sum + one.nodes.length - 1, 0);
      if (boxes.length - saved <= most) break;
      collapsed.push(group);
    }
    const inside = new Set(collapsed.flatMap((group) => group.nodes.map(({ id }) => id)));
    boxes = [...boxes.filter(({ id }) => !inside.has(id)), ...collapsed];
  }
  if (boxes.length <= most) return boxes;
  const weight = (box: Box): number => box.nodes.reduce((sum, { id }) => sum + weightOf(id), 0);
  const light = boxes
    .filter(({ id }) => !neverCollapsed.has(id))
    .map((box) => ({ box, weight: weight(box) }))
    .sort((a, b) => a.weight - b.weight || compareTexts(a.box.id, b.box.id))
    .slice(0, boxes.length - most + 1)
    .map(({ box }) => box);
  const rest: Box = { id: "rest", kind: "rest", nodes: light.flatMap((box) => box.nodes) };
  return [...boxes.filter((box) => !light.includes(box)), rest];
}

/** By participant, largest first. */
function groupsIn(
  boxes: readonly Box[],
  kind: "pledge" | "approval",
  neverCollapsed: ReadonlySet<string>,
): Box[] {
  const groups = groupedByEach(
    boxes.filter((box) => box.kind === kind).flatMap(({ nodes }) => nodes),
    ({ id, participant }) => (participant === null || neverCollapsed.has(id) ? [] : [participant]),
  );
  return [...groups]
    .filter(([, nodes]) => nodes.length > 1)
    .map(([code, nodes]): Box => ({ id: `${kind}s:${code}`, kind: `${kind}s`, nodes }))
    .sort((a, b) => b.nodes.length - a.nodes.length || compareTexts(a.id, b.id));
}
