// Drafts in words, made on the server: the browser gets no translation code.
import { pledgeDraftOf, type Draft } from "@/components/pledges/pledge-form/draft";
import { pledgeFormWords, type FormOptions } from "@/components/pledges/pledge-form/options";
import {
  DRAFT_SAYS,
  STAGE_SAID,
  type DraftPart,
  type DraftSays,
  type DraftState,
  type PledgeDraft,
} from "@/lib/domain/passages/pledge-draft";
import type { Actor } from "@/lib/domain/people/actor";
import { linksTo } from "@/lib/domain/pledge/link";
import { textIn, type TextSpan } from "@/lib/domain/base/sentences";
import { dayInWords } from "@/lib/i18n/dates";
import { isCoalitionOnly } from "@/lib/i18n/coalition-only";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { amountsInWords } from "./amounts-in-words";

const t = translator("drafts");

/** What a person may change in the row itself. */
export interface DraftEdit {
  participant: string;
  says: DraftSays;
  priority: string;
  title: string;
  repeats: string;
}

export interface DraftRow {
  id: string;
  version: number;
  state: DraftState;
  edit: DraftEdit;
  howMuch: string | null;
  by: string | null;
  /** The words of its conditions; what they mean. */
  conditions: { words: string; means: string }[];
  quote: string;
  span: TextSpan;
  marks: DraftMark[];
  pledge: string | null;
  isCoalitionOnly: boolean;
}

export interface DraftMark extends TextSpan {
  part: DraftPart | "IF";
}

export function draftRow(text: string, draft: PledgeDraft, triggers: ReadonlyMap<string, string>): DraftRow {
  const { id, version, state, pledge, content } = draft;
  const { says, title, windowEnd, windowStart, conditions } = content;
  const by = windowEnd ?? windowStart;
  return {
    ...{ id, version, state, pledge, span: content.span },
    edit: {
      participant: content.participant ?? "",
      says,
      priority: String(content.priority ?? ""),
      title,
      repeats: content.repeats ?? "",
    },
    howMuch: amountsInWords(content),
    by: by === null ? null : dayInWords(by),
    conditions: conditions.map(({ span, trigger, approval }) => {
      const words = textIn(text, span).replace(/\s+/g, " ");
      const body = approval?.body ?? "";
      if (trigger !== null)
        return { words, means: t("meansTrigger", { words, title: triggers.get(trigger) ?? trigger }) };
      return { words, means: t(approval ? "meansApproval" : "meansNothing", { words, body }) };
    }),
    quote: textIn(text, content.span),
    marks: [
      ...content.words.map(({ part, span }) => ({ ...span, part })),
      ...conditions.map(({ span }) => ({ ...span, part: "IF" as const })),
    ],
    isCoalitionOnly: [pledge, content.repeats].some((one) => one !== null && isCoalitionOnly(one)),
  };
}

/** In the fields of a pledge's form. */
export function typedDraft(actor: Actor, content: PledgeDraft["content"]): Draft {
  const { participant, priority, says, jointWith, onBehalfOf, contributions } = content;
  const lines = contributions.map((line) => ({ ...line, id: "", allocated: null, sameAs: null }));
  const typed = pledgeDraftOf({
    ...content,
    participant: participant ?? "",
    priority: priority ?? 1,
    stage: STAGE_SAID[says],
    jointWith: linksTo(actor, [], jointWith),
    onBehalfOf: linksTo(actor, [], onBehalfOf),
    contributions: lines,
  });
  return {
    ...typed,
    priority: String(priority ?? ""),
    contributions: typed.contributions.map(({ id: _new, ...line }) => line),
  };
}

export type DraftsWords = ReturnType<typeof draftsWords>;

export function draftsWords() {
  const form = pledgeFormWords();
  const { evidenceKind, reliability, credibility, choose, participant, priority } = form;
  return {
    ...currentMessages().form,
    ...currentMessages().drafts,
    ...{ evidenceKind, reliability, credibility, choose, participant, priority },
    saysOptions: DRAFT_SAYS.map((value) => ({ value, label: t(value) })),
  };
}

export type DraftsOptions = Pick<
  FormOptions,
  "participants" | "priorities" | "evidenceKinds" | "reliabilities" | "credibilities"
>;
