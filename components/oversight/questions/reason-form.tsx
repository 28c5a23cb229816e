"use client";
// Withdraws a question, or reopens it with a new due date. Either needs a reason.
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import type { QuestionWords } from "./words";
import { Reload } from "./reload";
import { useQuestionEntry } from "./use-question-entry";

interface Props {
  account: string;
  reference: string;
  version: number;
  does: "withdraw" | "reopen";
  words: QuestionWords;
}

const SAID = { withdraw: "withdrawn", reopen: "reopened" } as const;

export function QuestionReasonForm({ account, reference, version, does, words }: Props) {
  const kept = useDraft(account, `question-${does}-${reference}`, { reason: "", dueOn: "" });
  const { write, say, errors, troubles, attempt, busy, overtaken } = useQuestionEntry(words);
  const draft = kept.value;
  const set = (part: Partial<typeof draft>) => kept.change((before) => ({ ...before, ...part }));
  const submit = () => {
    const reason = draft.reason.trim();
    if (reason === "") return say([{ field: "reason", message: words["missing-reason"] }]);
    return void write({
      reference,
      version,
      does,
      body: does === "withdraw" ? { reason } : { reason, dueOn: draft.dueOn || null },
      field: "reason",
      done: words[SAID[does]],
      forget: kept.forget,
    });
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title: words[does], troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words[does]}
      onSubmit={submit}
      also={overtaken ? <Reload label={words.reload} /> : undefined}
      cancelHref="/questions"
      className="lform max-w-3xl"
    >
      <TextControl
        {...shared}
        path="reason"
        required
        label={words[`${does}Label`]}
        hint={words[`${does}Hint`]}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
      />
      {does === "reopen" ? (
        <DateControl
          {...shared}
          path="dueOn"
          label={words.dueOn}
          hint={words.dueOnHint}
          value={draft.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      ) : null}
    </FormFrame>
  );
}
