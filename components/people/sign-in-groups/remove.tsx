"use client";
import { navigateWithMessage } from "@/components/form/flash-message";
import { OneButtonForm } from "@/components/form/sending/one-button-form";
import { useSave } from "@/components/form/use-save";
import type { SignInGroupWords } from "./words";

interface Props {
  id: string;
  label: string;
  /** Shown once it is removed. */
  done: string;
  words: SignInGroupWords;
}

export function RemoveSignInGroup({ id, label, done, words }: Props) {
  const { save, busy, troubles } = useSave(words);
  const send = async () => {
    const sent = await save({ method: "POST", path: `/sign-in-groups/${id}/remove`, body: {} });
    if (sent?.ok) navigateWithMessage(location.pathname, done);
  };
  return (
    <OneButtonForm onSubmit={send} {...{ busy, troubles }}>
      {label}
    </OneButtonForm>
  );
}
