"use client";
// The recipient's confirmation of a delivery: the day, the office, and the document that says so.
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { Option } from "@/components/form/words";
import type { DeliveryFormWords } from "./form-words";

interface Props {
  account: string;
  reference: string;
  delivery: string;
  title: string;
  pieces: Option[];
  words: DeliveryFormWords;
}

const FRESH = { on: "", by: "", evidence: "" };
const FIELDS = ["on", "by", "evidence"] as const;

export function ConfirmForm({ account, reference, delivery, title, pieces, words }: Props) {
  const kept = useDraft(account, `confirm-${delivery}`, FRESH);
  const { save, say, errors, troubles, attempt, busy } = useSave(words);
  const draft = kept.value;
  const set = (part: Partial<typeof FRESH>) => kept.change((before) => ({ ...before, ...part }));
  const submit = async () => {
    const missing = FIELDS.filter((field) => draft[field].trim() === "");
    if (missing.length > 0)
      return say(missing.map((field) => ({ field, message: words[`missing-confirm-${field}`] })));
    const body = { ...draft, by: draft.by.trim() };
    const sent = await save({ method: "POST", path: `/deliveries/${delivery}/confirm`, body });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(`/pledges/${reference}#deliveries`, words.confirmedSaid);
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.confirm}
      onSubmit={() => void submit()}
      cancelHref={`/pledges/${reference}#deliveries`}
      className="lform max-w-3xl"
    >
      <DateControl
        {...shared}
        path="on"
        required
        label={words.confirmedOnLabel}
        value={draft.on}
        onChange={(on) => set({ on })}
      />
      <TextControl
        {...shared}
        path="by"
        required
        label={words.confirmedByLabel}
        hint={words.confirmedByHint}
        value={draft.by}
        onChange={(by) => set({ by })}
      />
      <SelectControl
        {...shared}
        path="evidence"
        required
        label={words.confirmedIn}
        hint={words.confirmedInHint}
        value={draft.evidence}
        onChange={(evidence) => set({ evidence })}
        options={pieces}
        none={words.choosePiece}
      />
    </FormFrame>
  );
}
