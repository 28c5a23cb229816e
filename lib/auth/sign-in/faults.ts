// Errors of a plain form, passed in the address: `password:password-short`, `title:too-long:max=120`, `slow-down:2`.
import type { Refusal } from "@/lib/domain/base/refusal";

export interface Fault {
  field: string | null;
  code: string;
  minutes: number;
  /** Numbers and characters that the message names. */
  params: Record<string, string | number>;
}

export function faultOf({ code, errors, params }: Refusal): string {
  const [error] = errors ?? [];
  if (error) return `${error.path}:${error.code}${carried(error.params)}`;
  return code === "slow-down" ? `slow-down:${params?.minutes ?? 1}` : code;
}

const carried = (params: Refusal["params"] = {}): string =>
  Object.entries(params)
    .filter(([, value]) => /^(?:\d{1,9}|U\+[0-9A-F]{4,6})$/.test(String(value)))
    .map(([name, value]) => `:${name}=${encodeURIComponent(value)}`)
    .join("");

/** An address can contain anything, so this returns only codes, for looking up messages, and numbers. */
export function faultInAddress(text: unknown): Fault | null {
  const match =
    /^([a-z]{1,20}(?:-[a-z]{1,20})*)(?::([a-z0-9-]{1,40}))?((?::[a-z]{1,10}=(?:\d{1,9}|U\+[0-9A-F]{4,6})){0,4})$/.exec(
      typeof text === "string" ? text : "",
    );
  if (!match) return null;
  const [, first = "", second, named = ""] = match;
  const found = { field: null, code: first, minutes: 0, params: {} };
  if (first === "slow-down") return { ...found, minutes: Math.min(Math.max(Number(second) || 1, 1), 60) };
  if (second === undefined) return found;
  const params = [...named.matchAll(/:([a-z]+)=([^:]+)/g)].map(
    ([, name = "", value = ""]) => [name, /^\d/.test(value) ? Number(value) : value] as const,
  );
  return { ...found, field: first, code: second, params: Object.fromEntries(params) };
}
