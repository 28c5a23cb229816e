// What can be changed of a pledge in a list: none of it ever needs a decision.
import type { PossibleOwner } from "@/lib/domain/people/person";
import type { Pledge } from "@/lib/domain/pledge/pledge";

export const INLINE_FIELDS = ["owner", "nextAction", "nextActionDueOn", "dueOn"] as const;
export type InlineField = (typeof INLINE_FIELDS)[number];
export type InlineDraft = Record<InlineField, string>;

export interface InlineRead extends Pick<Pledge, "reference" | "version" | "participant" | InlineField> {
  may: { edit: boolean };
}

export const cellDraftOf = (read: InlineRead): InlineDraft => ({
  owner: read.owner ?? "",
  nextAction: read.nextAction ?? "",
  nextActionDueOn: read.nextActionDueOn ?? "",
  dueOn: read.dueOn ?? "",
});

/** As sent: an empty field is null. */
export const cellBodyOf = (draft: InlineDraft): Record<InlineField, string | null> => ({
  owner: draft.owner || null,
  nextAction: draft.nextAction.trim() || null,
  nextActionDueOn: draft.nextActionDueOn || null,
  dueOn: draft.dueOn || null,
});

export interface EditorProps {
  reference: string;
  owners: readonly PossibleOwner[];
  onClose: () => void;
  onDone: (message: string) => void;
}
