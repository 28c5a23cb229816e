"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { showMessage } from "@/components/form/flash-message";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { newKey, send } from "@/lib/client/send";

/** One press, one event. */
export function ConfirmButton({
  reference,
  words,
}: {
  reference: string;
  words: { confirm: string; confirmed: string; offline: string };
}) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const confirm = async () => {
    const sent = await send("POST", `/pledges/${reference}/confirm`, {}, { key });
    if (!sent.ok)
      return setError(sent.failure.is === "offline" ? words.offline : sent.failure.refusal.detail);
    setError(null);
    setKey(newKey());
    showMessage(words.confirmed);
    router.refresh();
  };
  return (
    <>
      <ScriptButton className={buttonLook("primary")} id="confirm" onClick={() => void confirm()}>
        {words.confirm}
      </ScriptButton>
      {error ? (
        <p className={errorLook()} role="alert">
          {error}
        </p>
      ) : null}
    </>
  );
}
