"use client";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { OneButtonForm } from "@/components/form/sending/one-button-form";
import { useSave } from "@/components/form/use-save";
import type { SignInGroupWords } from "./words";

interface Props {
  group: { id: string; name: string };
  label: string;
  words: SignInGroupWords;
}

export function RemoveSignInGroup({ group, label, words }: Props) {
  const { save, busy, troubles } = useSave(words);
  const send = async () => {
    const sent = await save({ method: "POST", path: `/sign-in-groups/${group.id}/remove`, body: {} });
    if (sent?.ok) navigateWithMessage(location.pathname, fillIn(words.removed, { name: group.name }));
  };
  return (
    <OneButtonForm onSubmit={send} {...{ busy, troubles }}>
      {label}
    </OneButtonForm>
  );
}
