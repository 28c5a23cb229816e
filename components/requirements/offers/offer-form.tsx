"use client";
import { RadioControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
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
  account: string;
  reference: string;
  title: string;
  candidates: readonly CandidateChoice[];
  fits: readonly Option[];
  words: RequirementWords;
}

const FRESH = { contribution: "", amount: "", fit: "", reason: "" };

export function OfferForm({ account, reference, title, candidates, fits, words }: Props) {
  const kept = useDraft(account, `offer-${reference}`, FRESH);
  const { saveAny, say, errors, troubles, attempt, busy } = useSave(words);
  const page = `/requirements/${reference}`;
  const draft = kept.value;
  const set = (part: Partial<typeof FRESH>) => kept.change((before) => ({ ...before, ...part }));
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
    if (!sent?.ok) return;
    kept.forget();
    navigateWithMessage(`${page}#offers`, null);
  };
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(kept.restored ? { onDiscard: () => kept.startAnew() } : {})}
      submit={words.makeOffer}
      onSubmit={() => void submit()}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      <RadioControl
        {...shared}
        path="contribution"
        required
        label={words.contribution}
        value={draft.contribution}
        onChange={(contribution) => set({ contribution })}
        options={candidates}
      />
      {chosen?.hasNumber ? (
        <TextControl
          {...shared}
          path="amount"
          label={words.amountOffered}
          hint={words.amountOfferedHint}
          value={draft.amount}
          onChange={(amount) => set({ amount })}
          numeric
        />
      ) : null}
      {chosen && !isOpen ? (
        <p className="mb-4">{fillIn(words.fitDecided, { fit: chosen.fit ?? "" })}</p>
      ) : null}
      {isOpen ? (
        <RadioControl
          {...shared}
          path="fit"
          required
          label={words.fit}
          hint={fillIn(words.fitHint, { why: chosen.open })}
          value={draft.fit}
          onChange={(fit) => set({ fit })}
          options={fits}
        />
      ) : null}
      <TextControl
        {...shared}
        path="reason"
        required={isOpen}
        label={words.reason}
        hint={words.reasonHint}
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        rows={3}
      />
    </FormFrame>
  );
}
