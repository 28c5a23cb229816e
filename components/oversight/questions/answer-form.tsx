"use client";
// What came back, when, and where it is on record: evidence of the pledge, or the pledge that was logged.
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { FormFrame } from "@/components/form/form-frame";
import type { Option } from "@/components/form/words";
import type { QuestionWords } from "./words";
import { useEntry } from "../use-entry";

interface Props {
  reference: string;
  version: number;
  /** Whether the answer names evidence of a pledge, or a pledge itself. */
  names: "evidence" | "pledge";
  options: readonly Option[];
  /** What was just put on record; preselected. */
  given: string | null;
  /** The form that puts it on record first. */
  record: string | null;
  today: string;
  words: QuestionWords;
}

export function AnswerForm(props: Props) {
  const { reference, version, names, options, given, record, today, words } = props;
  const fresh = { text: "", answeredOn: today, named: "" };
  const { draft, fieldOf, write, say, frame } = useEntry(words, {
    name: `question-answer-${reference}`,
    fresh,
    placed: (found) => (given === null ? found : { ...found, named: given }),
  });
  const submit = () => {
    const missing = (["text", "answeredOn"] as const).filter((field) => draft[field].trim() === "");
    if (missing.length > 0)
      return say(missing.map((field) => ({ field, message: words[`missing-answer-${field}`] })));
    const { text, answeredOn, named } = draft;
    return void write({
      page: `/questions/${reference}`,
      version,
      does: "answer",
      body: { text: text.trim(), answeredOn, [names]: named || null },
      field: "text",
      done: words.answered,
    });
  };
  return (
    <FormFrame
      {...frame}
      title={words.answer}
      submit={words.answer}
      onSubmit={submit}
      cancelHref="/questions"
    >
      <TextControl {...fieldOf("text")} required label={words.answerLabel} hint={words.answerHint} rows={4} />
      <DateControl {...fieldOf("answeredOn")} required label={words.answeredOn} latest={today} />
      <SelectControl
        {...fieldOf("named", names)}
        label={words[names]}
        hint={words[`${names}Hint`]}
        options={options}
        none={names === "evidence" ? words.noEvidence : words.noPledge}
      />
      {record === null ? null : (
        <p className="mb-4">
          <a href={record}>{names === "evidence" ? words.addEvidence : words.logPledge}</a>{" "}
          <span className="text-muted">{words.addEvidenceHint}</span>
        </p>
      )}
    </FormFrame>
  );
}
