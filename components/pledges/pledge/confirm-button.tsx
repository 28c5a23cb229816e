"use client";
import { useState } from "react";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { newKey, send } from "@/lib/client/send";

/** One press, one event. */
export function ConfirmButton({
  reference,
  label,
  offline,
}: {
  reference: string;
  label: string;
  offline: string;
}) {
  const [error, setError] = useState<string | null>(null);
  const [key] = useState(newKey);
  const confirm = async () => {
    const sent = await send("POST", `/pledges/${reference}/confirm`, {}, { key });
    if (sent.ok) return location.reload();
    setError(sent.failure.is === "offline" ? offline : sent.failure.refusal.detail);
  };
  return (
    <>
      <ScriptButton className={buttonLook("primary")} id="confirm" onClick={() => void confirm()}>
        {label}
      </ScriptButton>
      {error ? (
        <p className={errorLook()} role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}
