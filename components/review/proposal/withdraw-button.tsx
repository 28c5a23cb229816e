"use client";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { FormWords } from "@/components/form/words";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";

interface Props {
  id: string;
  label: string;
  doneMessage: string;
  words: FormWords;
}

/** Withdraws the user's own proposal, even one that was sent back. */
export function WithdrawButton({ id, label, doneMessage, words }: Props) {
  const { save, busy, troubles } = useSave(words);
  const withdraw = async () => {
    const sent = await save({ method: "POST", path: `/proposals/${id}/withdraw`, body: {} });
    if (sent?.ok) navigateWithMessage(location.pathname, doneMessage);
  };
  return (
    <>
      <ScriptButton className={buttonLook("plain")} aria-busy={busy} onClick={() => void withdraw()}>
        {label}
      </ScriptButton>
      {troubles[0] ? (
        <p className={errorLook()} role="alert">
          {troubles[0].message}
        </p>
      ) : null}
    </>
  );
}
