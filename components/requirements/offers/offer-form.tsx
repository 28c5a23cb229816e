"use client";
import { RadioControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import { fillIn } from "@/components/form/fill";
import type { Option } from "@/components/form/words";
import type { RequirementWords } from "../words";
import { typedNumber } from "@/lib/i18n/typed-number";

/** A line that could be offered: its label is the pledge, its meaning what the line says. */
export interface CandidateChoice extends Option {
  pledge: string;
  /** The caveat table's verdict in words; null where the table leaves it open. */
  fit: string | null;
  /** What the table leaves open. */
  open: string;
  /** Whether a part of it can be offered. */
  hasNumber: boolean;
}

interface Props {
  reference: string;
  title: string;
  candidates: readonly CandidateChoice[];
  fits: readonly Option[];
  words: RequirementWords;
}

const FRESH = { contribution: "", amount: "", fit: "", reason: "" };

export function OfferForm({ reference, title, candidates, fits, words }: Props) {
  const { draft, fieldOf, saveAny, say, leave, frame } = useForm(words, {
    name: `offer-${reference}`,
    fresh: FRESH,
  });
  const page = `/requirements/${reference}`;
  const chosen = candidates.find(({ value }) => value === draft.contribution);
  const isOpen = chosen !== undefined && chosen.fit === null;
  const submit = async () => {
    if (!chosen) return say([{ field: "contribution", message: words.choose }]);
    if (isOpen && draft.fit === "") return say([{ field: "fit", message: words.chooseFit }]);
    const body = {
      pledge: chosen.pledge,
      contribution: chosen.value,
      amount: chosen.hasNumber ? typedNumber(draft.amount) || null : null,
      fit: isOpen ? draft.fit : null,
      reason: draft.reason.trim() || null,
    };
    const sent = await saveAny({ method: "POST", path: `${page}/offers`, body });
    if (sent?.ok) leave(`${page}#offers`);
  };
  return (
    <FormFrame {...frame} title={title} submit={words.makeOffer} onSubmit={submit} cancelHref={page}>
      <RadioControl {...fieldOf("contribution")} required label={words.contribution} options={candidates} />
      {chosen?.hasNumber ? (
        <TextControl
          {...fieldOf("amount")}
          label={words.amountOffered}
          hint={words.amountOfferedHint}
          numeric
        />
      ) : null}
      {chosen && !isOpen ? (
        <p className="mb-4">{fillIn(words.fitDecided, { fit: chosen.fit ?? "" })}</p>
      ) : null}
      {isOpen ? (
        <RadioControl
          {...fieldOf("fit")}
          required
          label={words.fit}
          hint={fillIn(words.fitHint, { why: chosen.open })}
          options={fits}
        />
      ) : null}
      <TextControl
        {...fieldOf("reason")}
        required={isOpen}
        label={words.reason}
        hint={words.reasonHint}
        rows={3}
      />
    </FormFrame>
  );
}
