import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, instant, priority, reference, stage, version, writer } from "@/lib/api/parts";
import { DRAFT_PARTS, DRAFT_SAYS, DRAFT_STATES, type PledgeDraft } from "@/lib/domain/passages/pledge-draft";
import { AGREEMENTS, COMPARED, type AlikePledge } from "@/lib/domain/passages/pledges-alike";
import { APPROVAL_KINDS } from "@/lib/domain/pledge/approval";
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { contribution } from "@/lib/pledges/pledges/answers";
import { answersOf } from "@/lib/schema/by-field";

const place = z.object({ start: z.int(), end: z.int() });

export const draft = z
  .object({
    id: z.uuid(),
    version,
    state: z.enum(DRAFT_STATES),
    source: z.uuid(),
    participant: code.nullable(),
    priority: priority.nullable(),
    says: z.enum(DRAFT_SAYS),
    span: place,
    words: z.array(z.object({ part: z.enum(DRAFT_PARTS), span: place })),
    ...answersOf(PLEDGE_FIELDS, {}),
    jointWith: z.array(code),
    onBehalfOf: z.array(code),
    contributions: z.array(contribution.omit({ id: true, allocated: true, sameAs: true })),
    conditions: z.array(
      z.object({
        span: place,
        trigger: z.string().nullable(),
        approval: z.object({ kind: z.enum(APPROVAL_KINDS), body: z.string() }).nullable(),
      }),
    ),
    repeats: reference.nullable(),
    pledge: reference
      .nullable()
      .meta({ description: "The pledge that it became or was added to; null until it is accepted." }),
    proposedBy: writer,
    createdAt: instant,
  })
  .register(answers, { id: "PledgeDraft" });

export const draftAlike = z
  .object({
    reference,
    title: z.string(),
    stage,
    priority,
    agrees: z.array(z.enum(AGREEMENTS)),
    differs: z.array(z.enum(COMPARED)).meta({ description: "Which of the facts in the draft differ." }),
  })
  .register(answers, { id: "DraftAlike" });

export const presentAlike = ({ pledge, ...found }: AlikePledge): Shaped<typeof draftAlike> => ({
  reference: pledge.reference,
  title: pledge.title,
  stage: pledge.stage,
  priority: pledge.priority,
  ...found,
});

export const drafts = z.object({ items: z.array(draft) });

export const presentDraft = ({ content, ...one }: PledgeDraft): Shaped<typeof draft> => ({
  ...content,
  ...one,
});

export const presentDrafts = (items: readonly PledgeDraft[]): Shaped<typeof drafts> => ({
  items: items.map(presentDraft),
});
