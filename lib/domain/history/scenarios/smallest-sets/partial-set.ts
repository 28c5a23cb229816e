// A set of decisions while it is being chosen: what holds with it, and what could still be added.
import { isLiteral, type Formula, type Literal } from "./formula";
import type { OpenChoice, SearchProblem, SharedLimit } from "./problem";

export class PartialSet {
  readonly values: number[];
  readonly chosen: number[] = [];
  /** By variable. */
  private readonly isDecided: boolean[];
  /** By choice: it is ruled out below this point. */
  private readonly isOut: boolean[];
  private readonly byVariable: readonly (readonly number[])[];
  private readonly before: readonly bigint[];
  /** Literals looked at: the measure of work. */
  steps = 0;

  constructor(readonly problem: SearchProblem) {
    const { variables, choices, limits } = problem;
    this.values = variables.map(({ now }) => now);
    this.isDecided = variables.map(() => false);
    this.isOut = choices.map(() => false);
    const byVariable: number[][] = variables.map(() => []);
    choices.forEach(({ variable }, choice) => byVariable[variable]?.push(choice));
    this.byVariable = byVariable;
    this.before = limits.map((limit) => this.allocatedUnder(limit));
  }

  decide(choice: number): void {
    const { variable, value } = this.choice(choice);
    this.values[variable] = value;
    this.isDecided[variable] = true;
    this.chosen.push(choice);
  }

  /** Takes the last decision back. */
  undo(): void {
    const choice = this.chosen.pop();
    if (choice === undefined) return;
    const { variable } = this.choice(choice);
    this.values[variable] = this.problem.variables[variable]?.now ?? 0;
    this.isDecided[variable] = false;
  }

  exclude(choice: number): void {
    this.isOut[choice] = true;
  }

  include(choice: number): void {
    this.isOut[choice] = false;
  }

  choice(choice: number): OpenChoice {
    const found = this.problem.choices[choice];
    if (found === undefined) throw new Error("no such choice");
    return found;
  }

  holds(formula: Formula): boolean {
    if (isLiteral(formula)) {
      this.steps += 1;
      const value = this.values[formula.variable] ?? 0;
      return value >= formula.from && value <= formula.to;
    }
    let left = formula.needed;
    for (const part of formula.parts) {
      if (left <= 0) return true;
      if (this.holds(part)) left -= 1;
    }
    return left <= 0;
  }

  /** Choices that would make it hold and may still be made. */
  ways({ variable, from, to }: Literal): number[] {
    if (this.isDecided[variable]) return [];
    return (this.byVariable[variable] ?? []).filter((choice) => {
      this.steps += 1;
      const { value } = this.choice(choice);
      return !this.isOut[choice] && value >= from && value <= to;
    });
  }

  /** What the choices made so far need and don't have. */
  pending(): Literal[] {
    const found = new Map<number, Literal>();
    for (const choice of this.chosen)
      for (const literal of this.choice(choice).needs)
        if (!this.holds(literal)) found.set(literal.variable, literal);
    return [...found.values()];
  }

  /** No further decision could put this right. */
  exceedsLimits(): boolean {
    return this.problem.limits.some((limit, at) => {
      if (!this.holds(limit.given)) return false;
      const allocated = this.allocatedUnder(limit);
      return allocated > limit.most && allocated > (this.before[at] ?? 0n);
    });
  }

  isReached(): boolean {
    return (
      !this.exceedsLimits() &&
      this.pending().length === 0 &&
      this.problem.items.reduce((sum, { formula, gain }) => (this.holds(formula) ? sum + gain : sum), 0n) >=
        this.problem.need
    );
  }

  private allocatedUnder({ parts }: SharedLimit): bigint {
    const largest = new Map<string, bigint>();
    for (const { unit, allocated, low, raised, high } of parts) {
      if (!this.holds(allocated)) continue;
      const amount = raised !== null && this.holds(raised) ? high : low;
      if (amount > (largest.get(unit) ?? 0n)) largest.set(unit, amount);
    }
    return [...largest.values()].reduce((sum, amount) => sum + amount, 0n);
  }
}
