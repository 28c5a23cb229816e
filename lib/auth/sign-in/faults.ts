// Errors of a plain form, passed in the address: `password:password-short`, `slow-down:2`.
import type { Refusal } from "@/lib/domain/base/refusal";

export interface Fault {
  field: string | null;
  code: string;
  minutes: number;
}

export function faultOf({ code, errors, params }: Refusal): string {
  const [error] = errors ?? [];
  if (error) return `${error.path}:${error.code}`;
  return code === "slow-down" ? `slow-down:${params?.minutes ?? 1}` : code;
}

/** An address can contain anything, so this returns only codes, for looking up messages. */
export function faultInAddress(text: unknown): Fault | null {
  const match = /^([a-z]{1,20}(?:-[a-z]{1,20})*)(?::([a-z0-9-]{1,40}))?$/.exec(
    typeof text === "string" ? text : "",
  );
  if (!match) return null;
  const [, first = "", second] = match;
  if (first === "slow-down")
    return { field: null, code: first, minutes: Math.min(Math.max(Number(second) || 1, 1), 60) };
  return second === undefined
    ? { field: null, code: first, minutes: 0 }
    : { field: first, code: second, minutes: 0 };
}
