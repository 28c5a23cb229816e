"use client";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { SubmitButton } from "@/components/form/submit-button";
import { useSave } from "@/components/form/use-save";
import { buttonLook, errorLook } from "@/components/ui/looks";
import type { TokenWords } from "./words";

export function RevokeToken({ number, label, words }: { number: number; label: string; words: TokenWords }) {
  const { save, busy, troubles } = useSave(words);
  const send = async () => {
    const sent = await save({ method: "POST", path: `/tokens/${String(number)}/revoke`, body: {} });
    if (sent?.ok) navigateWithMessage(location.pathname, fillIn(words.revoked, { number: String(number) }));
  };
  return (
    <form
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <SubmitButton className={buttonLook("danger")} busy={busy}>
        {label}
      </SubmitButton>
      <p role="alert" className={errorLook()}>
        {troubles[0]?.message}
      </p>
    </form>
  );
}
