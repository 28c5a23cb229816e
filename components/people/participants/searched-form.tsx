"use client";
// Nothing was found: where someone looked, and until which day.
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { SearchedFormWords } from "./form-words";

interface Props {
  code: string;
  priority: number;
  today: string;
  title: string;
  words: SearchedFormWords;
}

export function SearchedForm({ code, priority, today, title, words }: Props) {
  const { draft, fieldOf, save, leave, frame } = useForm(words, {
    name: `searched-${code}-${String(priority)}`,
    fresh: { until: today, where: "" },
  });
  const page = `/participants/${code}#priority-${String(priority)}`;
  const { until, where } = draft;
  const submit = async () => {
    const body = { priority: priority as 1, until, where: where.trim() };
    const sent = await save({ method: "POST", path: `/participants/${code}/searches`, body });
    if (sent?.ok) leave(page);
  };
  return (
    <FormFrame {...frame} title={title} submit={words.save} onSubmit={submit} cancelHref={page}>
      <TextControl {...fieldOf("where")} required label={words.where} hint={words.whereHint} rows={3} />
      <DateControl {...fieldOf("until")} required label={words.until} hint={words.untilHint} latest={today} />
    </FormFrame>
  );
}
