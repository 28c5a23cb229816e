// Names of a record's fields, for comparing two people's changes.
import { namesOf } from "@/lib/domain/base/field";
import { APPROVAL_FIELDS } from "@/lib/domain/pledge/approval";
import { CONTRIBUTION_FIELDS } from "@/lib/domain/pledge/contribution";
import { CONTENT_FIELDS } from "@/lib/domain/pledge/pledge";
import type { Messages } from "@/lib/i18n/message-files";
import { currentMessages } from "@/lib/i18n/translator";

type Named = keyof Messages["domain"]["field"];

const BESIDES = [
  "stage",
  "stageReason",
  "lastConfirmedOn",
  "evidence",
  "condition",
  "supersededBy",
  "voided",
] as const;
/** With the fields of its lines, as `contributions.quantity`. */
export const pledgeNames = (): Record<string, string> => ({
  ...named([...CONTENT_FIELDS, ...BESIDES]),
  "contributions.line": currentMessages()["pledge-form"].contribution,
  ...Object.fromEntries(
    namesOf(CONTRIBUTION_FIELDS).map((of) => [`contributions.${of}`, currentMessages().domain.field[of]]),
  ),
});

export const approvalNames = (): Record<string, string> => named(namesOf(APPROVAL_FIELDS));

function named(fields: readonly Named[]): Record<string, string> {
  const { field } = currentMessages().domain;
  return Object.fromEntries(fields.map((one) => [one, field[one]]));
}
