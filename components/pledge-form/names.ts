// What the fields of a record are called where two people's changes of it meet.
import { CONTENT_FIELDS } from "@/lib/domain/pledge";
import { messages } from "@/lib/i18n/messages";

const { field } = messages.domain;
type Named = keyof typeof field;

const BESIDES = [
  "stage",
  "stageReason",
  "lastConfirmedOn",
  "evidence",
  "condition",
  "supersededBy",
  "voided",
] as const;
export const LINE_FIELDS = [
  "kind",
  "domain",
  "location",
  "quantity",
  "money",
  "noticeToMoveDays",
  "availableFrom",
  "availableTo",
  "caveats",
] as const;

/** With those of its lines, as `contributions.quantity`. */
export const pledgeNames = (): Record<string, string> => ({
  ...named([...CONTENT_FIELDS, ...BESIDES]),
  "contributions.line": messages["pledge-form"].contribution,
  ...Object.fromEntries(LINE_FIELDS.map((of) => [`contributions.${of}`, field[of]])),
});

export const approvalNames = (): Record<string, string> =>
  named(["kind", "body", "subject", "status", "statusSince", "scheduledFor", "decidedOn", "serves"]);

const named = (fields: readonly Named[]): Record<string, string> =>
  Object.fromEntries(fields.map((one) => [one, field[one]]));
