"use client";
// A dialog above a form that asks again who is there.
import { useEffect, useRef, useState } from "react";
import type { SecretFault } from "./secret-field";

/** `step`: what it asks for now. `onEnd`: whether it was answered. */
export function useProofDialog(step: string, onEnd: (isAnswered: boolean) => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const answered = useRef(false);
  const busy = useRef(false);
  const [fault, setFault] = useState<SecretFault | null>(null);
  const [waiting, setWaiting] = useState(false);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [step, fault]);

  const end = (isAnswered: boolean) => {
    answered.current = isAnswered;
    dialog.current?.close();
  };
  /** Null: nothing is wrong any more. */
  const showFault = (message: string | null) =>
    setFault((before) => (message === null ? null : { message, attempt: (before?.attempt ?? 0) + 1 }));
  /** Asks the register; not while another answer is awaited. */
  const inTurn = async <Answer>(ask: () => Promise<Answer>, then: (answer: Answer) => void) => {
    if (busy.current) return;
    busy.current = true;
    setWaiting(true);
    const answer = await ask();
    busy.current = false;
    setWaiting(false);
    then(answer);
  };
  const typed = (): string => field.current?.value ?? "";
  const dialogProps = { className: "dialog", ref: dialog, onClose: () => onEnd(answered.current) };
  return { dialogProps, field, typed, fault, showFault, waiting, inTurn, end };
}
