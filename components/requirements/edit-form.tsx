"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import type { Clash } from "@/components/form/merging/merge";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useRecord } from "@/components/form/use-record";
import type { Option } from "@/components/form/words";
import type { RequirementWords, RequirementOptions } from "./words";
import { namesOf } from "@/lib/domain/base/field";
import { REQUIREMENT_FIELDS } from "@/lib/domain/requirements/requirement";
import { changesBody, requirementDraftOf, type ReadRequirement, type RequirementDraft } from "./draft";
import { RequirementFields } from "./requirement-fields";

interface Props {
  reference: string;
  requirement: ReadRequirement;
  title: string;
  options: RequirementOptions;
  words: RequirementWords;
}

/** The reference can't be changed. A closed requirement stays on record, and nothing counts for it. */
export function EditRequirementForm({ reference, requirement, title, options, words }: Props) {
  const page = `/requirements/${reference}`;
  const form = useRecord<RequirementDraft, ReadRequirement>({
    words,
    name: `requirement-${reference}`,
    read: requirement,
    path: page,
    toDraft: requirementDraftOf,
    body: changesBody,
    together: [["quantity", "money"]],
    names: Object.fromEntries(FIELDS.map((field) => [field, words[field]])),
    onSaved: (_saved, said) => navigateWithMessage(page, said),
  });
  const { draft, set, fieldOf } = form;
  if (form.against) {
    const textOf = (clash: Clash, value: unknown) => textIn(clash.field, value, options, words);
    return <ConflictComparison {...form.against} {...{ textOf, words }} />;
  }
  return (
    <FormFrame {...form.frame} title={title} submit={words.saveChanges} cancelHref={page}>
      <RequirementFields {...{ draft, set, options, words }} />
      <TextControl
        {...fieldOf("closed", "closed.reason")}
        label={words.closed}
        hint={words.closingHint}
        rows={2}
      />
    </FormFrame>
  );
}

const FIELDS = [...namesOf(REQUIREMENT_FIELDS), "closed"] as const;

function textIn(field: string, value: unknown, options: RequirementOptions, words: RequirementWords): string {
  const lists: Record<string, readonly Option[]> = {
    capability: options.capabilities,
    priority: options.priorities,
    domain: options.domains,
    location: options.locations,
    criticality: options.criticalities,
    lead: options.leads,
  };
  if (value === null || value === undefined) return words.notStated;
  if (typeof value === "object")
    return Object.values(value)
      .filter((part) => part !== null && part !== "")
      .join(" ");
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  return lists[field]?.find((option) => option.value === text)?.label ?? text;
}
