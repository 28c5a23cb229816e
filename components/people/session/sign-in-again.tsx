"use client";
// The session ended while a form was open: asks the same account for its password, above the form.
import { useState, type FormEvent } from "react";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { askPasskey } from "@/lib/client/passkey";
import { secondStep, signIn } from "@/lib/client/sign-in";
import type { AskProps, SignedInAccount } from "./account";
import { AccountName, SecretField } from "./secret-field";
import { wayOn, type SignInStep, type WayOn } from "./steps";
import { ToProvider } from "./to-provider";
import { useProofDialog } from "./use-proof-dialog";
import { useOther } from "./use-other";
import { passkeyFault, sessionWords } from "./words";

/** `provider`: not opened yet; `there`: opened in another tab. */
type Step = SignInStep | "provider" | "there";

const firstStep = ({ byProvider, byPassword }: SignedInAccount): Step =>
  byProvider && !byPassword ? "provider" : "password";

export function SignInAgain({ account, onEnd }: AskProps) {
  const words = sessionWords();
  const [step, setStep] = useState<Step>(firstStep(account));
  const { dialogProps, field, typed, fault, showFault, waiting, inTurn, end } = useProofDialog(step, onEnd);
  const other = useOther(account.id, () => end(true));

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Only the register knows whether they did; if not, it refuses the request again.
    if (step === "provider" || step === "there") return end(true);
    const secret = typed();
    if (waiting) return;
    if (secret.trim() === "") return showFault(step === "code" ? words.codeMissing : words.passwordMissing);
    await proceed(async () =>
      wayOn(
        step === "code"
          ? await secondStep({ code: secret.trim() })
          : await signIn({ email: account.email, password: secret }),
        step,
      ),
    );
  };
  const proceed = (ask: () => Promise<WayOn>) =>
    inTurn(ask, (next) => {
      if (next.to === "in") return end(true);
      setStep(next.to);
      showFault(next.message);
    });

  return (
    <dialog {...dialogProps} aria-labelledby="again-title" aria-describedby="again-text">
      <form method="post" noValidate onSubmit={(event) => void submit(event)}>
        <h2 className="mb-2" id="again-title">
          {other === null ? words.title : words.otherTitle}
        </h2>
        <p className="mb-4" id="again-text" role="status">
          {textAt(step, other, account.byPasskey)}
        </p>
        <AccountName email={account.email} />
        {step === "set-up" ? <ToSetUp /> : null}
        {step === "password" || step === "code" ? (
          <SecretField step={step} fault={fault} field={field} />
        ) : null}
        <div className="btns">
          {step === "set-up" || step === "provider" ? null : (
            <button className={buttonLook("primary")} aria-busy={waiting}>
              {waiting ? words.waiting : step === "there" ? words.provedThere : words.submit}
            </button>
          )}
          {account.byProvider && step !== "set-up" ? (
            <ToProvider to="sign-in" isFirst={step === "provider"} onGo={() => setStep("there")} />
          ) : null}
          {step === "code" && account.byPasskey ? (
            <ScriptButton className={buttonLook()} onClick={() => void proceed(wayByPasskey)}>
              {words.byPasskey}
            </ScriptButton>
          ) : null}
          <ScriptButton className={buttonLook("plain")} onClick={() => end(false)}>
            {words.later}
          </ScriptButton>
          <a className={buttonLook("plain")} href={`/sign-in?next=${here()}`}>
            {words.somebodyElse}
          </a>
        </div>
      </form>
    </dialog>
  );
}

function ToSetUp() {
  const { setUp, setUpLink } = sessionWords();
  return (
    <p className="mb-4" role="alert">
      {setUp} <a href={`/sign-in/set-up?next=${here()}`}>{setUpLink}</a>
    </p>
  );
}

async function wayByPasskey(): Promise<WayOn> {
  const asked = await askPasskey("sign-in");
  if ("fault" in asked) return { to: "code", message: passkeyFault(asked.fault) };
  const answer = await secondStep({ passkey: asked.answer });
  return answer === "refused" ? { to: "code", message: sessionWords().wrongPasskey } : wayOn(answer, "code");
}

function textAt(step: Step, other: string | null, byPasskey: boolean): string {
  const words = sessionWords();
  if (step === "provider" || step === "there") return words.textProvider;
  if (step === "code") return byPasskey ? words.textPasskey : words.textCode;
  return other === null ? words.text : words.otherText.replace("{name}", other);
}

const here = (): string => encodeURIComponent(`${location.pathname}${location.search}`);
