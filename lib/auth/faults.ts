import type { Refusal } from "@/lib/domain/refusal";

/** What was wrong, short enough for an address: `password:password-short`, `slow-down:2`. */
export function faultOf({ code, errors, params }: Refusal): string {
  const [error] = errors ?? [];
  if (error) return `${error.path}:${error.code}`;
  return code === "slow-down" ? `slow-down:${params?.minutes ?? 1}` : code;
}
