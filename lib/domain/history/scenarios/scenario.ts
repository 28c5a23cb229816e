// What-if: the register at a moment and the same with assumptions, side by side by the same rules. Nothing is written to
// the records concerned.
import type { Assumption } from "./assumption";
import type { Leaf } from "../../pledge/condition";
import type { Instant } from "../../base/day";
import type { Pledge } from "../../pledge/pledge";
import type { Requirement } from "../../requirements/requirement";
import type { CoverageFigure, Strength } from "../../requirements/strength-figures";
import type { Measure } from "../../requirements/quantity-range";
import type { UnresolvedCode } from "../../unresolved/unresolved";

/**
 * Increase it with every rule change that could alter the result of the same snapshot and assumptions. That concerns
 * conditions, keystones, fit and coverage, a pledge's obstacles, and result.ts. It is stored with each scenario, so
 * that a page can say its figures come from older rules.
 */
export const RULES_VERSION = 4;

export const MOST_SCENARIOS = 1_000;

export interface Scenario {
  id: string;
  name: string;
  note: string | null;
  /** Id of the author. */
  ownerId: string;
  /** The moment of the register it starts from, and the last event of the log then. */
  asOf: Instant;
  position: number;
  /** The rules version that produced the result. */
  rules: number;
  assumptions: Assumption[];
  /** For any reader: without sealed numbers. */
  result: ScenarioResult;
  withdrawn: { at: Instant; reason: string } | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface ScenarioResult {
  /** Most needed first. */
  coverage: ScenarioCoverage[];
  /** Open pledges with a condition, after the assumptions. */
  conditioned: number;
  /** How many of these can't start. */
  waiting: BeforeAndAfter<number>;
  /** Can start after but not before, and the reverse. */
  started: Several<PledgeName>;
  stopped: Several<PledgeName>;
  /** Pledges whose obstacles change. */
  obstacles: Several<Obstacle>;
  /** The item that would free most, without those that are no gap. */
  next: BeforeAndAfter<Bottleneck | null>;
}

export interface BeforeAndAfter<T> {
  base: T;
  supposed: T;
}

/** The total, and the first few by reference. */
export interface Several<T> {
  count: number;
  first: T[];
}
export const MOST_LISTED = 100;

export type PledgeName = Pick<Pledge, "reference" | "participant" | "title">;

export interface Obstacle extends PledgeName {
  appeared: UnresolvedCode[];
  gone: UnresolvedCode[];
}

export interface ScenarioCoverage extends BeforeAndAfter<ScenarioReading> {
  /** Reference of the requirement. */
  requirement: string;
  title: string;
  priority: Requirement["priority"];
  criticality: Requirement["criticality"];
  measure: Measure;
  need: string;
  /** References of its offered pledges with a new obstacle. */
  held: string[];
}

/** The three figures of a requirement as exact decimals; they are never summed. */
export interface ScenarioReading extends Record<Strength, FigureText> {
  shortfall: string;
}
export interface FigureText extends Pick<CoverageFigure, "unsaid" | "sealed"> {
  low: string;
  high: string | null;
  /** Left out where no part is approximate, as in results from before. */
  about?: true;
}

export interface Bottleneck {
  leaf: Leaf;
  named: number;
  necessary: number;
  frees: number;
  freesAssumed: number;
}
