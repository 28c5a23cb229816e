"use client";
import { useRef, useState, type MouseEvent } from "react";
import { useAlive } from "@/components/ui/alive";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { askPasskey, type PasskeyUse } from "@/lib/client/passkey";
import type { PasskeyWords } from "./passkey-words";

interface Props {
  id: string;
  use: PasskeyUse;
  label: string;
  look?: string;
  /** From the form's last answer. */
  error?: string | undefined;
  words: PasskeyWords;
}

/**
 * A device signs the register's challenge, and its answer is sent with the form that the button is in: at
 * once, or with the button that says what to `change`. Needs a script, as all passkeys do.
 */
export function PasskeyButton({ id, use, label, look = "", error, words }: Props) {
  const ready = useAlive();
  const answer = useRef<HTMLInputElement>(null);
  const isBusy = useRef(false);
  const [state, setState] = useState<keyof PasskeyWords | null>(null);
  const isFault = state !== null && state !== "waiting" && state !== "confirmed";
  const fault = isFault ? words[state] : state === null ? error : undefined;

  const ask = async (event: MouseEvent) => {
    event.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    setState("waiting");
    const asked = await askPasskey(use);
    isBusy.current = false;
    const field = answer.current;
    if ("fault" in asked || !field) return setState("fault" in asked ? asked.fault : null);
    field.value = asked.answer;
    if (use === "change") setState("confirmed");
    // Skips the form's checks, because the field for a code stays empty.
    else field.form?.submit();
  };
  return (
    <div className="mb-4">
      <input type="hidden" name="passkey" ref={answer} />
      <p className={errorLook()} id={`${id}-error`} role="alert">
        {fault}
      </p>
      <button
        type={use === "add" ? "submit" : "button"}
        id={id}
        className={buttonLook(look)}
        disabled={!ready}
        aria-busy={state === "waiting"}
        aria-describedby={`${id}-error`}
        onClick={(event) => void ask(event)}
      >
        {state === "waiting" ? words.waiting : label}
      </button>
      <p className="text-muted mt-1" role="status">
        {state === "confirmed" ? words.confirmed : null}
      </p>
    </div>
  );
}
