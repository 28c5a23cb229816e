"use client";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { showMessage } from "@/components/form/flash-message";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { newKey, sendAny, type Failure } from "@/lib/client/send";
import { visibleLine } from "@/lib/domain/base/characters";
import type { LinkAnswer } from "@/lib/domain/pledge/link";

interface Props {
  path: string;
  /** Of the pledge as it is shown. */
  version: number;
  /** What the claim is about, as the operation names it. */
  about: Readonly<Record<string, string>>;
  words: Record<
    "confirm" | "confirmedSaid" | "decline" | "declinedSaid" | "reason" | "missingReason" | "offline",
    string
  >;
}

/** One press confirms; declining asks why. */
export function ClaimAnswer({ path, version, about, words }: Props) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const id = useId();
  const answer = async (does: LinkAnswer) => {
    if (does === "decline" && reason.trim() === "") return setError(words.missingReason);
    const body = { ...about, does, reason: does === "decline" ? reason.trim() : null };
    const sent = await sendAny("POST", path, body, { key: `${key}-${does}`, version });
    if (!sent.ok) return setError(errorOf(sent.failure) ?? words.offline);
    setError(null);
    setKey(newKey());
    showMessage(does === "confirm" ? words.confirmedSaid : words.declinedSaid);
    // The button is gone after this.
    document.getElementById("main")?.focus({ preventScroll: true });
    router.refresh();
  };
  return (
    <div className="mt-2">
      <p>
        <ScriptButton className={buttonLook("primary")} onClick={() => void answer("confirm")}>
          {words.confirm}
        </ScriptButton>
      </p>
      <div className="field mt-2">
        <label htmlFor={id}>{words.reason}</label>
        <input
          id={id}
          className="input"
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(visibleLine(event.target.value))}
        />
      </div>
      <p>
        <ScriptButton className={buttonLook()} onClick={() => void answer("decline")}>
          {words.decline}
        </ScriptButton>
      </p>
      {error ? (
        <p className={errorLook()} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** Null: the register couldn't be reached. */
const errorOf = (failure: Failure): string | null =>
  failure.is === "fields"
    ? failure.errors.map(({ message }) => message).join(" ")
    : failure.is === "offline"
      ? null
      : failure.refusal.detail;
