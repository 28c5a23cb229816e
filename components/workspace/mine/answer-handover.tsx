"use client";
// The taker's answer, a manager's decision, or the giver's withdrawal.
import { RadioControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { FormWords } from "@/components/form/words";
import type { HandoverAnswer } from "@/lib/domain/people/handover";
import type { Messages } from "@/lib/i18n/message-files";

interface Props {
  id: string;
  may: readonly HandoverAnswer[];
  words: FormWords & Messages["mine"]["handover"]["offer"]["answer"];
}

const FRESH: { does: HandoverAnswer | ""; note: string } = { does: "", note: "" };

export function AnswerHandover({ id, may, words }: Props) {
  const { draft, fieldOf, saveAny, say, leave, frame } = useForm(words, {
    name: `handover-${id}`,
    fresh: FRESH,
  });
  const { does, note } = draft;
  const send = async () => {
    const isNo = does === "decline" || does === "refuse";
    if (does === "") return say([{ field: "does", message: words.choose }]);
    if (isNo && note.trim() === "") return say([{ field: "note", message: words["missing-note"] }]);
    const sent = await saveAny({ method: "POST", ...requestOf(id, does, note.trim() || null) });
    if (sent?.ok) leave(`/mine/hand-over/${id}`, words.done);
  };
  return (
    <FormFrame
      {...frame}
      title={words.title}
      submit={does === "" ? words.submit : words[does]}
      onSubmit={send}
      cancelHref="/mine"
    >
      <RadioControl
        {...fieldOf("does")}
        required
        label={words.legend}
        options={may.map((value) => ({ value, label: words[value], meaning: words[`${value}Meaning`] }))}
      />
      <TextControl
        {...fieldOf("note")}
        required={does === "decline" || does === "refuse"}
        label={words.note}
        hint={words.noteHint}
        rows={3}
      />
    </FormFrame>
  );
}

function requestOf(id: string, does: HandoverAnswer, note: string | null): { path: string; body: object } {
  const path = `/handovers/${id}`;
  if (does === "approve" || does === "refuse")
    return { path: `${path}/decision`, body: { decision: does.toUpperCase(), note } };
  return { path: `${path}/answer`, body: { does, note } };
}
