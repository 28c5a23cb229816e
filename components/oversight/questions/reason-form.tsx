"use client";
// Withdraws a question, or reopens it with a new due date. Either needs a reason.
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { FormFrame } from "@/components/form/form-frame";
import type { QuestionWords } from "./words";
import { useEntry } from "../use-entry";

interface Props {
  reference: string;
  version: number;
  does: "withdraw" | "reopen";
  words: QuestionWords;
}

const SAID = { withdraw: "withdrawn", reopen: "reopened" } as const;

export function QuestionReasonForm({ reference, version, does, words }: Props) {
  const fresh = { reason: "", dueOn: "" };
  const name = `question-${does}-${reference}`;
  const { draft, fieldOf, write, say, frame } = useEntry(words, { name, fresh });
  const submit = () => {
    const reason = draft.reason.trim();
    if (reason === "") return say([{ field: "reason", message: words["missing-reason"] }]);
    return void write({
      page: `/questions/${reference}`,
      version,
      does,
      body: does === "withdraw" ? { reason } : { reason, dueOn: draft.dueOn || null },
      field: "reason",
      done: words[SAID[does]],
    });
  };
  return (
    <FormFrame {...frame} title={words[does]} submit={words[does]} onSubmit={submit} cancelHref="/questions">
      <TextControl
        {...fieldOf("reason")}
        required
        label={words[`${does}Label`]}
        hint={words[`${does}Hint`]}
        rows={3}
      />
      {does === "reopen" ? (
        <DateControl {...fieldOf("dueOn")} label={words.dueOn} hint={words.dueOnHint} />
      ) : null}
    </FormFrame>
  );
}
