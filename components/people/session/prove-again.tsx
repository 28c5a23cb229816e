"use client";
// What was sent needs a fresh proof of who is there: asks for the password, a code or a passkey, above the form.
import { useEffect, useRef, useState, type FormEvent } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { AskProps } from "./account";
import { byPasskey, firstProof, otherProof, sendProof, textOfProof, type ProofWay } from "./proofs";
import { AccountName, SecretField, type SecretFault } from "./secret-field";
import { ToProvider } from "./to-provider";
import { sessionWords } from "./words";

export function ProveAgain({ account, onEnd }: AskProps) {
  const words = sessionWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const proven = useRef(false);
  const busy = useRef(false);
  const [by, setBy] = useState<ProofWay>(firstProof(account));
  const [fault, setFault] = useState<SecretFault | null>(null);
  const [waiting, setWaiting] = useState(false);
  const other = otherProof(by, account);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [by, fault]);

  const end = (isProven: boolean) => {
    proven.current = isProven;
    dialog.current?.close();
  };
  const tell = (message: string) => setFault((before) => ({ message, attempt: (before?.attempt ?? 0) + 1 }));
  const prove = async (proof: () => Promise<string | null>) => {
    if (busy.current) return;
    busy.current = true;
    setWaiting(true);
    const message = await proof();
    busy.current = false;
    setWaiting(false);
    if (message === null) end(true);
    else tell(message);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Whether they did, the register knows: what is sent again is refused where they didn't.
    if (by === "provider" || by === "there") return end(true);
    const typed = field.current?.value ?? "";
    if (typed.trim() === "") return tell(by === "code" ? words.codeMissing : words.passwordMissing);
    void prove(() => sendProof({ [by]: typed }));
  };

  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby="prove-title"
      aria-describedby="prove-text"
      onClose={() => onEnd(proven.current)}
    >
      <form method="post" noValidate onSubmit={submit}>
        <h2 className="mb-2" id="prove-title">
          {words.proofTitle}
        </h2>
        <p className="mb-4" id="prove-text" role="status">
          {textOfProof(by)}
        </p>
        <AccountName email={account.email} />
        {by === "password" || by === "code" ? (
          <SecretField step={by} fault={fault} field={field} />
        ) : (
          <p className="mb-4" role="alert" key={fault?.attempt}>
            {fault?.message}
          </p>
        )}
        <div className="btns">
          {by === "provider" ? null : (
            <button className={buttonLook("primary")} aria-busy={waiting}>
              {waiting ? words.proving : by === "there" ? words.provedThere : words.prove}
            </button>
          )}
          {account.byProvider ? (
            <ToProvider to="prove" isFirst={by === "provider"} onGo={() => setBy("there")} />
          ) : null}
          <ScriptButton className={buttonLook("plain")} onClick={() => end(false)}>
            {words.later}
          </ScriptButton>
          {account.byPasskey ? (
            <ScriptButton className={buttonLook("plain")} onClick={() => void prove(byPasskey)}>
              {words.byPasskey}
            </ScriptButton>
          ) : null}
          {other === null ? null : (
            <ScriptButton
              className={buttonLook("plain")}
              onClick={() => {
                setFault(null);
                setBy(other);
              }}
            >
              {other === "code" ? words.byCode : words.byPassword}
            </ScriptButton>
          )}
        </div>
      </form>
    </dialog>
  );
}
