// Errors of a plain form in words, at their field if there is one.
import type { FieldError } from "@/lib/domain/base/refusal";
import { translator } from "../translator";
import { fieldErrorWords } from "./refusal-words";

const fields = translator("fields");
const provider = translator("single-sign-on");
const PROVIDER_FAULTS = [
  "provider-away",
  "provider-refused",
  "identity-taken",
  "identity-proof",
  "identity-unproven",
] as const;

export interface FaultMessage {
  field?: string;
  message: string;
}

export function faultWords(
  fault: (Pick<FieldError, "code" | "params"> & { field: string | null; minutes: number }) | null,
  area: "inbox" | "profile" | "second-factor" | "set-password",
): FaultMessage[] {
  if (fault === null) return [];
  const say = translator(area);
  if (fault.code === "slow-down") return [{ message: say("slow", { minutes: fault.minutes }) }];
  const ofProvider = PROVIDER_FAULTS.find((code) => code === fault.code);
  if (ofProvider) return [{ message: provider(`errors.${ofProvider}`) }];
  if (fault.field === null || !fields.has(fault.code)) return [{ message: say("failed") }];
  return [{ field: fault.field, message: fieldErrorWords(fault) }];
}

/** Why work on a file failed for good. */
export function jobFaultWords(area: "exports" | "imports", fault: string | null): string {
  const say = translator(area);
  const key = `fault.${fault ?? ""}`;
  return say(say.has(key) ? key : "fault.not-made");
}

export const byField = (faults: readonly FaultMessage[]): ReadonlyMap<string, string> =>
  new Map(faults.flatMap(({ field, message }) => (field === undefined ? [] : [[field, message] as const])));
