"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useRecord } from "@/components/form/use-record";
import type { PledgeFormWords, FormOptions } from "./options";
import { linesAsked, linksAsked } from "./asked";
import { isBinding, materialChanges, type Pledge, type PledgeContent } from "@/lib/domain/pledge/pledge";
import { pledgeBody, pledgeDraftOf, withDraftChange, type Draft, type DraftChange } from "./draft";
import { ContentFields, TitleFields } from "./pledge-fields";
import { leaveWith } from "../stage-form/proposed";
import { clashText } from "./value-text";
import { StepWayNote } from "../stage-form/way-note";

interface Props {
  pledge: Pledge;
  title: string;
  options: FormOptions;
  words: PledgeFormWords;
  names: Readonly<Record<string, string>>;
  /** What to begin with: a proposal that was sent back, or a suggestion that was followed; by its id. */
  resubmission: { id: string; draft: Partial<Draft> } | null;
}

export function EditForm({ pledge, title, options, words, names, resubmission }: Props) {
  const path = `/pledges/${pledge.reference}`;
  const form = useRecord<Draft, Pledge>({
    words,
    name: `edit-${pledge.reference}${resubmission ? `-${resubmission.id}` : ""}`,
    read: pledge,
    path,
    toDraft: pledgeDraftOf,
    ...(resubmission ? { start: resubmission.draft } : {}),
    body: pledgeBody,
    request: (changes, { reason }) => ({
      method: "PATCH",
      path,
      body: { ...changes, ...(reason.trim() ? { reason: reason.trim() } : {}) },
    }),
    names,
    onSaved: (saved, message) =>
      leaveWith({ page: path }, saved, message, { what: mattering.join(", "), words }),
  });
  const { draft, fieldOf } = form;
  // As typed: text that is no number yet counts as a change, too.
  const sent = pledgeBody(draft) as unknown as PledgeContent;
  const mattering = isBinding(pledge)
    ? materialChanges(pledge, {
        ...pledge,
        ...sent,
        contributions: linesAsked(pledge.contributions, sent.contributions, draft, options),
        jointWith: linksAsked(pledge.jointWith, draft.jointWith, options),
        onBehalfOf: linksAsked(pledge.onBehalfOf, draft.onBehalfOf, options),
      }).map((field) => names[field] ?? field)
    : [];
  const set = (part: DraftChange) => form.set((before) => withDraftChange(before, part));

  if (form.against) {
    return (
      <ConflictComparison
        {...form.against}
        textOf={(clash, value) => clashText(clash, value, options, words)}
        words={words}
      />
    );
  }
  const shared = { draft, onChange: set, options, words };
  return (
    <FormFrame
      className="max-w-none"
      {...form.frame}
      title={title}
      submit={mattering.length > 0 ? words.proposeChanges : words.saveChanges}
      cancelHref={path}
    >
      <TitleFields {...shared} />
      <ContentFields {...shared} />
      <StepWayNote
        way={mattering.length > 0 ? "propose" : null}
        what={fillIn(words.matters, { fields: mattering.join(", ") })}
        words={words}
      />
      <TextControl
        {...fieldOf("reason")}
        required={mattering.length > 0}
        label={words.reason}
        hint={words.reasonHint}
      />
      <p className="text-caption text-muted keysrow mb-4 noscript:hidden max-md:hidden">
        {words.keysEdit} {words.kept}
      </p>
    </FormFrame>
  );
}
