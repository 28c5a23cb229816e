"use client";
import { useState } from "react";
import { useSave } from "@/components/form/use-save";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { SetPasswordLink } from "../people/set-password-link";
import type { PersonWords } from "../people/words";

interface Props {
  id: string;
  name: string;
  label: string;
  hint: string;
  words: PersonWords;
}

/** The approved link, once; the register records that it was shown. */
export function ShowLink({ id, name, label, hint, words }: Props) {
  const [path, setPath] = useState<string | null>(null);
  const { saveAny, busy, troubles } = useSave(words, false);
  const show = async () => {
    const sent = await saveAny<{ setPasswordLink: string }>({
      method: "POST",
      path: `/proposals/${id}/link`,
      body: {},
    });
    if (sent?.ok) setPath(sent.value.setPasswordLink);
  };
  if (path !== null) return <SetPasswordLink path={path} name={name} words={words} />;
  return (
    <p className="mb-4">
      <ScriptButton className={buttonLook("primary")} aria-busy={busy} onClick={() => void show()}>
        {label}
      </ScriptButton>
      <br />
      <span className="text-muted">{hint}</span>
      {troubles[0] ? (
        <span className={errorLook()} role="alert">
          {troubles[0].message}
        </span>
      ) : null}
    </p>
  );
}
