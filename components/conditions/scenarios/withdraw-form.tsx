"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { ScenarioWords } from "./words";

interface Props {
  account: string;
  title: string;
  id: string;
  version: number;
  words: ScenarioWords;
}

/** It leaves the list and stays on record. */
export function WithdrawForm({ account, title, id, version, words }: Props) {
  const kept = useDraft(account, `scenario-withdraw-${id}`, { reason: "" });
  const { save, say, busy, troubles, errors, attempt } = useSave(words);
  const send = async () => {
    const reason = kept.value.reason.trim();
    if (reason === "") return say([{ field: "reason", message: words["missing-withdrawn-reason"] }]);
    const body = { withdrawn: { reason } };
    const sent = await save({ method: "PATCH", path: `/scenarios/${id}`, version, body });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage("/scenarios", words.withdrawn);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      submit={words.withdraw}
      onSubmit={() => void send()}
      cancelHref={`/scenarios/${id}`}
      danger
      className="lform max-w-3xl"
    >
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix}
        path="reason"
        required
        label={words.reason}
        value={kept.value.reason}
        onChange={(reason) => kept.change(() => ({ reason }))}
      />
    </FormFrame>
  );
}
