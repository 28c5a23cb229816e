"use client";
import { fillIn } from "@/components/form/fill";
import { navigateWithMessage } from "@/components/form/flash-message";
import { SubmitButton } from "@/components/form/submit-button";
import { useSave } from "@/components/form/use-save";
import { buttonLook, errorLook } from "@/components/ui/looks";
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
