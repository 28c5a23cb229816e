"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { showMessage } from "@/components/form/flash-message";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { newKey, send } from "@/lib/client/send";

interface Props {
  reference: string;
  version: number;
  ruling: string;
  label: string;
  /** The message when it is done. */
  done: string;
  offline: string;
}

/** Saved at once or proposed: `done` says which. */
export function ApplyButton({ reference, version, ruling, label, done, offline }: Props) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const apply = async () => {
    const sent = await send("POST", `/pledges/${reference}/apply-ruling`, { ruling }, { version, key });
    if (!sent.ok) return setError(sent.failure.is === "offline" ? offline : sent.failure.refusal.detail);
    setError(null);
    setKey(newKey());
    showMessage(done);
    // The button is gone after this.
    document.getElementById("main")?.focus({ preventScroll: true });
    router.refresh();
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
