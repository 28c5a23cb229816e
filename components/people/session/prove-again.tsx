"use client";
// The request needs a fresh proof of who is there: asks for password, code or passkey, above the form.
import { useState, type FormEvent } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { AskProps } from "./account";
import { byPasskey, firstProof, otherProof, sendProof, textOfProof, type ProofWay } from "./proofs";
import { AccountName, SecretField } from "./secret-field";
import { ToProvider } from "./to-provider";
import { useProofDialog } from "./use-proof-dialog";
import { sessionWords } from "./words";

export function ProveAgain({ account, onEnd }: AskProps) {
  const words = sessionWords();
  const [by, setBy] = useState<ProofWay>(firstProof(account));
  const { dialogProps, field, typed, fault, showFault, waiting, inTurn, end } = useProofDialog(by, onEnd);
  const other = otherProof(by, account);

  const prove = (proof: () => Promise<string | null>) =>
    inTurn(proof, (message) => (message === null ? end(true) : showFault(message)));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Only the register knows whether they did; if not, it refuses the request again.
    if (by === "provider" || by === "there") return end(true);
    const secret = typed();
    if (secret.trim() === "") return showFault(by === "code" ? words.codeMissing : words.passwordMissing);
    void prove(() => sendProof({ [by]: secret }));
  };

  return (
    <dialog {...dialogProps} aria-labelledby="prove-title" aria-describedby="prove-text">
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
                showFault(null);
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
