"use client";
// All that a draft says, in the fields of a pledge's form. It stays a draft.
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import { asNumber, textOrNull } from "@/components/pledges/contribution-form/amount-body";
import { isUntouched, pledgeBody, withDraftChange, type Draft } from "@/components/pledges/pledge-form/draft";
import type { FormOptions, PledgeFormWords } from "@/components/pledges/pledge-form/options";
import { PledgeSide } from "@/components/pledges/pledge-form/pledge-side";
import { DRAFT_SAYS, STAGE_SAID, type DraftContent } from "@/lib/domain/passages/pledge-draft";

interface Props {
  id: string;
  version: number;
  /** What stays as it is. */
  content: Pick<DraftContent, "span" | "words" | "conditions" | "repeats">;
  typed: Draft;
  quote: string;
  /** The page of all drafts of the text. */
  page: string;
  options: FormOptions;
  words: PledgeFormWords & { edit: string; save: string };
}

export function DraftForm({ id, version, content, typed, quote, page, options, words }: Props) {
  const keeping = useDraft<Draft>(`draft-${id}-${String(version)}`, typed);
  const { value: draft, change } = keeping;
  const { saveAny, clear, busy, troubles, attempt } = useSave(words);
  const submit = async () => {
    const sent = await saveAny({
      method: "PUT",
      path: `/drafts/${id}`,
      body: { ...content, ...bodyOf(draft) },
      version,
    });
    if (!sent?.ok) return;
    keeping.forget();
    location.assign(`${page}?row=${id}`);
  };
  return (
    <FormFrame
      {...{ words, troubles, clear, attempt, busy }}
      {...(keeping.restored ? { onDiscard: () => keeping.startOver() } : {})}
      title={words.edit}
      submit={words.save}
      onSubmit={submit}
      cancelHref={`${page}?row=${id}`}
    >
      <PledgeSide
        draft={draft}
        onChange={(part) => change((before) => withDraftChange(before, part))}
        options={options}
        words={words}
        quote={quote}
        mayBeSame={false}
      />
    </FormFrame>
  );
}

/** A line of a draft is the same as no other yet, and a refusal without an amount has none. */
function bodyOf(draft: Draft): object {
  const says = DRAFT_SAYS.find((one) => STAGE_SAID[one] === draft.stage);
  const lines = draft.contributions.filter((line) => says !== "WONT" || !isUntouched(line));
  const { contributions, ...body } = pledgeBody({ ...draft, contributions: lines });
  return {
    ...body,
    participant: textOrNull(draft.participant),
    priority: draft.priority === "" ? null : asNumber(draft.priority),
    says,
    contributions: contributions.map((line) => {
      const { sameAs: _none, ...sent } = line as Record<string, unknown>;
      return sent;
    }),
  };
}
