"use client";
// What was sent needs a fresh proof of who is there: asks for the password, a code or a passkey, above the form.
import { useEffect, useRef, useState, type FormEvent } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { ApiBody } from "@/lib/client/api";
import { askPasskey } from "@/lib/client/passkey";
import { send, type Failure } from "@/lib/client/send";
import type { AskProps } from "./account";
import { AccountName, SecretField, type SecretFault } from "./secret-field";
import { passkeyFault, sessionWords } from "./words";

export function ProveAgain({ account, onEnd }: AskProps) {
  const words = sessionWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const proven = useRef(false);
  const busy = useRef(false);
  const [by, setBy] = useState<"password" | "code" | "provider">("password");
  const [fault, setFault] = useState<SecretFault | null>(null);
  const [waiting, setWaiting] = useState(false);

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
    if (by === "provider") return end(true);
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
        <p className="mb-4" id="prove-text">
          {{ code: words.proofTextCode, password: words.proofText, provider: words.proofTextProvider }[by]}
        </p>
        <AccountName email={account.email} />
        {by === "provider" ? null : <SecretField step={by} fault={fault} field={field} />}
        <div className="btns">
          <button className={buttonLook("primary")} aria-busy={waiting}>
            {waiting ? words.proving : by === "provider" ? words.provedThere : words.prove}
          </button>
          <ScriptButton className={buttonLook("plain")} onClick={() => end(false)}>
            {words.later}
          </ScriptButton>
          {account.byPasskey ? (
            <ScriptButton className={buttonLook("plain")} onClick={() => void prove(byPasskey)}>
              {words.byPasskey}
            </ScriptButton>
          ) : null}
          {account.byProvider ? (
            <a
              className={buttonLook("plain")}
              href="/api/auth/single-sign-on?prove="
              target="_blank"
              rel="noopener"
              onClick={() => setBy("provider")}
            >
              {words.byProvider}
            </a>
          ) : null}
          {account.byCode ? (
            <ScriptButton
              className={buttonLook("plain")}
              onClick={() => {
                setFault(null);
                setBy(by === "code" ? "password" : "code");
              }}
            >
              {by === "code" ? words.byPassword : words.byCode}
            </ScriptButton>
          ) : null}
        </div>
      </form>
    </dialog>
  );
}

/** What is wrong; null: it is proved. Where the session has ended, what is sent again asks for it. */
async function sendProof(body: ApiBody<"POST", "/me/proof">): Promise<string | null> {
  const sent = await send("POST", "/me/proof", body, { asIs: true });
  return sent.ok || isSignedOut(sent.failure) ? null : messageOf(sent.failure);
}

async function byPasskey(): Promise<string | null> {
  const asked = await askPasskey("prove");
  return "fault" in asked ? passkeyFault(asked.fault) : sendProof({ passkey: asked.answer });
}

const isSignedOut = (failure: Failure): boolean =>
  failure.is === "refused" && failure.refusal.code === "not-signed-in";

function messageOf(failure: Failure): string {
  if (failure.is === "offline") return sessionWords().offline;
  const [first] = failure.is === "fields" ? failure.errors : [];
  return first?.message ?? `${failure.refusal.title}. ${failure.refusal.detail}`;
}
