"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { RequirementWords } from "../words";

interface Props {
  account: string;
  reference: string;
  offer: string;
  title: string;
  words: RequirementWords;
}

export function WithdrawOfferForm({ account, reference, offer, title, words }: Props) {
  const kept = useDraft(account, `offer-withdraw-${offer}`, { reason: "" });
  const { save, errors, troubles, attempt, busy } = useSave(words);
  const page = `/requirements/${reference}#offers`;
  const submit = async () => {
    const body = { reason: kept.value.reason.trim() };
    const sent = await save({ method: "POST", path: `/offers/${offer}/withdraw`, body });
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(page, null);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.withdrawOffer}
      onSubmit={() => void submit()}
      cancelHref={page}
      danger
      className="lform max-w-3xl"
    >
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix}
        path="reason"
        required
        label={words.withdrawReason}
        value={kept.value.reason}
        onChange={(reason) => kept.change(() => ({ reason }))}
        rows={3}
      />
    </FormFrame>
  );
}
