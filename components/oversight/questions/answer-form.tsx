"use client";
// What came back, when, and where it is on record: evidence of the pledge, or the pledge that was logged.
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import type { Option } from "@/components/form/words";
import type { QuestionWords } from "./words";
import { Reload } from "./reload";
import { useQuestionEntry } from "./use-question-entry";

interface Props {
  account: string;
  reference: string;
  version: number;
  /** Whether the answer names evidence of a pledge, or a pledge itself. */
  names: "evidence" | "pledge";
  options: readonly Option[];
  /** What was just put on record, chosen beforehand. */
  given: string | null;
  /** The form that puts it on record first. */
  record: string | null;
  today: string;
  words: QuestionWords;
}

export function AnswerForm(props: Props) {
  const { account, reference, version, names, options, given, record, today, words } = props;
  const kept = useDraft(
    account,
    `question-answer-${reference}`,
    { text: "", answeredOn: today, named: "" },
    (found) => (given === null ? found : { ...found, named: given }),
  );
  const { write, say, errors, troubles, attempt, busy, overtaken } = useQuestionEntry(words);
  const draft = kept.value;
  const set = (part: Partial<typeof draft>) => kept.change((before) => ({ ...before, ...part }));
  const submit = () => {
    const missing = (["text", "answeredOn"] as const).filter((field) => draft[field].trim() === "");
    if (missing.length > 0)
      return say(missing.map((field) => ({ field, message: words[`missing-answer-${field}`] })));
    const { text, answeredOn, named } = draft;
    return void write({
      reference,
      version,
      does: "answer",
      body: { text: text.trim(), answeredOn, [names]: named || null },
      field: "text",
      done: words.answered,
      forget: kept.forget,
    });
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title: words.answer, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.answer}
      onSubmit={submit}
      also={overtaken ? <Reload label={words.reload} /> : undefined}
      cancelHref="/questions"
      className="lform max-w-3xl"
    >
      <TextControl
        {...shared}
        path="text"
        required
        label={words.answerLabel}
        hint={words.answerHint}
        value={draft.text}
        onChange={(text) => set({ text })}
        rows={4}
      />
      <DateControl
        {...shared}
        path="answeredOn"
        required
        label={words.answeredOn}
        latest={today}
        value={draft.answeredOn}
        onChange={(answeredOn) => set({ answeredOn })}
      />
      <SelectControl
        {...shared}
        path={names}
        label={words[names]}
        hint={words[`${names}Hint`]}
        value={draft.named}
        onChange={(named) => set({ named })}
        options={options}
        none={names === "evidence" ? words.noEvidence : words.noPledge}
      />
      {record === null ? null : (
        <p className="mb-4">
          <a href={record}>{names === "evidence" ? words.addEvidence : words.logPledge}</a>{" "}
          <span className="muted">{words.addEvidenceHint}</span>
        </p>
      )}
    </FormFrame>
  );
}
