"use client";
import { RadioControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import { SUGGESTION_ANSWERS, type SuggestionAnswer } from "@/lib/domain/people/suggestion";
import type { ReplyWords } from "./words";

interface Props {
  account: string;
  id: string;
  /** What is suggested. */
  text: string;
  page: string;
  /** The form where the change is made. */
  form: string;
  words: ReplyWords;
}

const FRESH: { does: SuggestionAnswer | ""; reason: string } = { does: "", reason: "" };

/** Taking it up leads on to the form, with what was suggested above it. */
export function ReplyForm({ account, id, text, page, form, words }: Props) {
  const kept = useDraft(account, `suggestion-${id}`, FRESH);
  const { saveAny, say, errors, troubles, attempt, busy } = useSave(words);
  const { does, reason } = kept.value;
  const submit = async () => {
    if (does === "") return say([{ field: "does", message: words.choose }]);
    if (does === "decline" && reason.trim() === "")
      return say([{ field: "reason", message: words.missingReason }]);
    const body = { does, reason: reason.trim() || null };
    const sent = await saveAny({ method: "POST", path: `/suggestions/${id}/answer`, body });
    if (!sent?.ok) return;
    kept.forget();
    if (does === "take-up") navigateWithMessage(form, fillIn(words.takenUp, { text }));
    else navigateWithMessage(page, words.declined);
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title: words.title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={does === "" ? words.submit : words[does]}
      onSubmit={() => void submit()}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      <RadioControl
        {...shared}
        path="does"
        required
        label={words.legend}
        value={does}
        onChange={(value) => kept.change((before) => ({ ...before, does: value as SuggestionAnswer }))}
        options={SUGGESTION_ANSWERS.map((value) => ({
          value,
          label: words[value],
          meaning: words[`${value}Meaning`],
        }))}
      />
      <TextControl
        {...shared}
        path="reason"
        required={does === "decline"}
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onChange={(value) => kept.change((before) => ({ ...before, reason: value }))}
        rows={3}
      />
    </FormFrame>
  );
}
