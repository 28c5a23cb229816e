"use client";
// Nothing was found: where somebody looked, and until which day.
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { navigateWithMessage } from "@/components/form/flash-message";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import type { SearchedFormWords } from "./form-words";

interface Props {
  account: string;
  code: string;
  priority: number;
  today: string;
  title: string;
  words: SearchedFormWords;
}

export function SearchedForm({ account, code, priority, today, title, words }: Props) {
  const kept = useDraft(account, `searched-${code}-${String(priority)}`, { until: today, where: "" });
  const { save, errors, troubles, attempt, busy } = useSave(words);
  const page = `/participants/${code}#priority-${String(priority)}`;
  const { until, where } = kept.value;
  const set = (part: Partial<typeof kept.value>) => kept.change((before) => ({ ...before, ...part }));
  const submit = async () => {
    const body = { priority: priority as 1, until, where: where.trim() };
    const sent = await save({ method: "POST", path: `/participants/${code}/searches`, body });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(page, null);
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.save}
      onSubmit={() => void submit()}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      <TextControl
        {...shared}
        path="where"
        required
        label={words.where}
        hint={words.whereHint}
        value={where}
        onChange={(text) => set({ where: text })}
        rows={3}
      />
      <DateControl
        {...shared}
        path="until"
        required
        label={words.until}
        hint={words.untilHint}
        value={until}
        onChange={(day) => set({ until: day })}
        latest={today}
      />
    </FormFrame>
  );
}
