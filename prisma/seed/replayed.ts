// Results of the replay's steps, and what they refer to; each function throws if there is none.
import type { Result } from "@/lib/domain/base/result";
import type { ProposedOutcome } from "@/lib/domain/proposals/proposal";

/** Throws if the rules refuse the step, because the data is then wrong. */
export function done<T>(result: Result<T>, step: { do: string; at: string }): T {
  if (result.ok) return result.value;
  throw new Error(`${step.do} at ${step.at} was refused: ${JSON.stringify(result.refusal)}`);
}

export function atOnce<T>({ done: record }: ProposedOutcome<T>, name: string): T {
  if (record === null) throw new Error(`${name} was only proposed`);
  return record;
}

export function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`${name} is not on file`);
  return value;
}
