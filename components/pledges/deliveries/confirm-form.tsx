"use client";
// The recipient's confirmation of a delivery: the day, the office, and the document that says so.
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { Option } from "@/components/form/words";
import type { DeliveryFormWords } from "./form-words";

interface Props {
  reference: string;
  delivery: string;
  title: string;
  pieces: Option[];
  words: DeliveryFormWords;
}

const FRESH = { on: "", by: "", evidence: "" };
const FIELDS = ["on", "by", "evidence"] as const;

export function ConfirmForm({ reference, delivery, title, pieces, words }: Props) {
  const { draft, fieldOf, save, say, leave, frame } = useForm(words, {
    name: `confirm-${delivery}`,
    fresh: FRESH,
  });
  const submit = async () => {
    const missing = FIELDS.filter((field) => draft[field].trim() === "");
    if (missing.length > 0)
      return say(missing.map((field) => ({ field, message: words[`missing-confirm-${field}`] })));
    const body = { ...draft, by: draft.by.trim() };
    const sent = await save({ method: "POST", path: `/deliveries/${delivery}/confirm`, body });
    if (sent?.ok) leave(`/pledges/${reference}#deliveries`, words.confirmedSaid);
  };
  return (
    <FormFrame
      {...frame}
      title={title}
      submit={words.confirm}
      onSubmit={submit}
      cancelHref={`/pledges/${reference}#deliveries`}
    >
      <DateControl {...fieldOf("on")} required label={words.confirmedOnLabel} />
      <TextControl {...fieldOf("by")} required label={words.confirmedByLabel} hint={words.confirmedByHint} />
      <SelectControl
        {...fieldOf("evidence")}
        required
        label={words.confirmedIn}
        hint={words.confirmedInHint}
        options={pieces}
        none={words.choosePiece}
      />
    </FormFrame>
  );
}
