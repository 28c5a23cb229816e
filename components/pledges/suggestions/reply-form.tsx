"use client";
import { RadioControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import { SUGGESTION_ANSWERS, type SuggestionAnswer } from "@/lib/domain/proposals/suggestion";
import type { ReplyWords } from "./words";

interface Props {
  id: string;
  /** What is suggested. */
  text: string;
  page: string;
  /** The form where the change is made. */
  form: string;
  words: ReplyWords;
}

const FRESH: { does: SuggestionAnswer | ""; reason: string } = { does: "", reason: "" };

/** Taking it up leads to the form, with the suggestion above it. */
export function ReplyForm({ id, text, page, form, words }: Props) {
  const { draft, fieldOf, saveAny, say, leave, frame } = useForm(words, {
    name: `suggestion-${id}`,
    fresh: FRESH,
  });
  const { does, reason } = draft;
  const submit = async () => {
    if (does === "") return say([{ field: "does", message: words.choose }]);
    if (does === "decline" && reason.trim() === "")
      return say([{ field: "reason", message: words.missingReason }]);
    const body = { does, reason: reason.trim() || null };
    const sent = await saveAny({ method: "POST", path: `/suggestions/${id}/answer`, body });
    if (!sent?.ok) return;
    if (does === "take-up") leave(form, fillIn(words.takenUp, { text }));
    else leave(page, words.declined);
  };
  return (
    <FormFrame
      {...frame}
      title={words.title}
      submit={does === "" ? words.submit : words[does]}
      onSubmit={submit}
      cancelHref={page}
    >
      <RadioControl
        {...fieldOf("does")}
        required
        label={words.legend}
        options={SUGGESTION_ANSWERS.map((value) => ({
          value,
          label: words[value],
          meaning: words[`${value}Meaning`],
        }))}
      />
      <TextControl
        {...fieldOf("reason")}
        required={does === "decline"}
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
      />
    </FormFrame>
  );
}
