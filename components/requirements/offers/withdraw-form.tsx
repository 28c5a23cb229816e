"use client";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import type { RequirementWords } from "../words";

interface Props {
  reference: string;
  offer: string;
  title: string;
  words: RequirementWords;
}

export function WithdrawOfferForm({ reference, offer, title, words }: Props) {
  const { draft, fieldOf, save, leave, frame } = useForm(words, {
    name: `offer-withdraw-${offer}`,
    fresh: { reason: "" },
  });
  const page = `/requirements/${reference}#offers`;
  const submit = async () => {
    const body = { reason: draft.reason.trim() };
    const sent = await save({ method: "POST", path: `/offers/${offer}/withdraw`, body });
    if (sent?.ok) leave(page);
  };
  return (
    <FormFrame
      {...frame}
      title={title}
      submit={words.withdrawOffer}
      onSubmit={submit}
      cancelHref={page}
      danger
    >
      <TextControl {...fieldOf("reason")} required label={words.withdrawReason} rows={3} />
    </FormFrame>
  );
}
