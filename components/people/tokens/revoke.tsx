"use client";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { OneButtonForm } from "@/components/form/sending/one-button-form";
import { useSave } from "@/components/form/use-save";
import type { TokenWords } from "./words";

export function RevokeToken({ number, label, words }: { number: number; label: string; words: TokenWords }) {
  const { save, busy, troubles } = useSave(words);
  const send = async () => {
    const sent = await save({ method: "POST", path: `/tokens/${String(number)}/revoke`, body: {} });
    if (sent?.ok) navigateWithMessage(location.pathname, fillIn(words.revoked, { number: String(number) }));
  };
  return (
    <OneButtonForm onSubmit={send} {...{ busy, troubles }}>
      {label}
    </OneButtonForm>
  );
}
