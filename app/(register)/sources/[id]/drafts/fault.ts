import type { Trouble } from "@/components/form/field-errors";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { REFUSALS } from "@/lib/domain/base/refusal";
import { translator } from "@/lib/i18n/translator";
import { fieldErrorWords, refusalWords } from "@/lib/i18n/words/refusal-words";

const t = translator("drafts");

/** Why a form sent without a script was refused, at the row's field where it has one. */
export function faultOfForm(row: string | null, error: unknown): Trouble | null {
  if (error === undefined) return null;
  const { field, code, minutes, params } = faultInAddress(error) ?? NOT_UNDERSTOOD;
  const refusal = REFUSALS.find((one) => one === code && (field === "draft" || code === "slow-down"));
  const missing = MISSING.find(([name]) => name === field && NOTHING_SAID.includes(code))?.[1];
  const message = missing
    ? t(missing)
    : refusal
      ? refusalWords({ code: refusal, params: { minutes } }).detail
      : fieldErrorWords({ code, params });
  if (row === null) return { message };
  return { field: ROW_FIELDS.includes(field ?? "") ? `${row}.${field ?? ""}` : `row-${row}`, message };
}

const NOT_UNDERSTOOD = { field: null, code: "invalid", minutes: 0, params: {} };
const ROW_FIELDS = ["participant", "says", "priority", "title", "repeats"];
const NOTHING_SAID = ["required", "empty", "not-one-of"];
const MISSING = [
  ["participant", "missingParticipant"],
  ["priority", "missingPriority"],
  ["title", "missingTitle"],
  ["kind", "missingKind"],
  ["reliability", "missingReliability"],
  ["credibility", "missingCredibility"],
] as const;
