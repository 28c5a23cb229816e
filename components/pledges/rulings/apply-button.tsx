"use client";
import { useState } from "react";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { newKey, send } from "@/lib/client/send";

interface Props {
  reference: string;
  version: number;
  ruling: string;
  label: string;
  offline: string;
}

/** Saved at once or proposed: the page then shows which. */
export function ApplyButton({ reference, version, ruling, label, offline }: Props) {
  const [error, setError] = useState<string | null>(null);
  const [key] = useState(newKey);
  const apply = async () => {
    const sent = await send("POST", `/pledges/${reference}/apply-ruling`, { ruling }, { version, key });
    if (sent.ok) return location.reload();
    setError(sent.failure.is === "offline" ? offline : sent.failure.refusal.detail);
  };
  return (
    <>
      <ScriptButton className={buttonLook("primary")} onClick={() => void apply()}>
        {label}
      </ScriptButton>
      {error ? (
        <span className={errorLook()} role="alert">
          {error}
        </span>
      ) : null}
    </>
  );
}
