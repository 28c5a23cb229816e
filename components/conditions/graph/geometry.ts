// The drawing's dimensions, in CSS pixels, and its parts.
import type { GraphBox, GraphCycle, GraphEdge, NamedGraph } from "@/lib/domain/conditions/graph/graph";

export interface PlacedBox {
  box: GraphBox;
  look: "event" | "waits" | "between";
  x: number;
  /** Of its middle. */
  y: number;
  width: number;
  height: number;
  /** Height of the bar, from the number of lines that leave it. */
  bar: number;
}

export interface PlacedEdge {
  edge: GraphEdge;
  path: string;
  /** Whether it is part of a deadlock, or leads out of one. */
  isShut: boolean;
  isInCircle: boolean;
}

export interface PlacedCircle {
  cycle: GraphCycle;
  x: number;
  /** Of the gap between its first two boxes. */
  y: number;
}

export interface PlacedGraph {
  width: number;
  height: number;
  boxes: PlacedBox[];
  edges: PlacedEdge[];
  circles: PlacedCircle[];
}

export const GRAPH_HEAD = 30;
export const ROW = 26;
export const BAR = 7;
export const EVENT = { width: 268, port: 276 };
export const BETWEEN = { width: 250, gap: 96, after: 190 };
export const WAITING_ROW = { width: 330 };
export const CIRCLE_GAP = 38;
export const HIGH = 62;
export const LOW = 46;

export type Drawn = Pick<NamedGraph, "boxes" | "edges" | "cycles">;

export interface GraphColumn {
  items: (string | number)[];
  x: number;
  width: number;
  look: PlacedBox["look"];
}
export type Kinds = ReadonlyMap<string, { layer: number; height: number }>;
