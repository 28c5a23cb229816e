"use client";
import { useRef, useState, type FormEvent } from "react";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { ErrorTitle } from "@/components/ui/errors/error-title";
import { LabelledField, describedBy } from "@/components/ui/field";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import { signIn, type SignedIn } from "@/lib/client/sign-in";

export interface SignInWords {
  email: string;
  password: string;
  show: string;
  hide: string;
  showLabel: string;
  hideLabel: string;
  submit: string;
  submitting: string;
  problem: string;
  errorPrefix: string;
  emailMissing: string;
  passwordMissing: string;
  wrong: string;
  /** For one minute, and for several; `#` is replaced by the number. */
  slowOne: string;
  slowMany: string;
  unreachable: string;
}

export interface Problem {
  field?: "email" | "password" | undefined;
  message: string;
}

interface Props {
  next: string;
  /** Whether another way to sign in comes before it. */
  isSecond: boolean;
  /** Problems of the last attempt, when the form was sent without a script. */
  problems: Problem[];
  words: SignInWords;
}

export function SignInForm({ next, isSecond, problems: given, words }: Props) {
  const [problems, setProblems] = useState(given);
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState(false);
  const busy = useRef(false);
  const [waiting, setWaiting] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy.current) return;
    const form = new FormData(event.currentTarget);
    const email = textIn(form, "email").trim();
    const password = textIn(form, "password");
    const missing = missingIn(email, password, words);
    if (missing.length > 0) return show(missing);

    busy.current = true;
    setWaiting(true);
    const outcome = await signIn({ email, password });
    const way = wayOn(outcome, next);
    if (way !== null) return location.assign(way);
    busy.current = false;
    setWaiting(false);
    show([problemOf(outcome, words)]);
  };
  const show = (found: Problem[]) => {
    setProblems(found);
    setAttempt((n) => n + 1);
  };
  const errorAt = (field: Problem["field"]) => problems.find((problem) => problem.field === field)?.message;

  return (
    <form method="post" action="/api/auth/callback/credentials" noValidate onSubmit={submit}>
      <input type="hidden" name="next" value={next} />
      {problems.length > 0 ? (
        <>
          <ErrorTitle prefix={words.errorPrefix} title={words.submit} />
          <ErrorSummary title={words.problem} errors={problems} attempt={attempt} />
        </>
      ) : null}
      <LabelledField id="email" label={words.email} error={errorAt("email")} errorPrefix={words.errorPrefix}>
        <input
          className="input"
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          {...describedBy("email", { error: errorAt("email") })}
        />
      </LabelledField>
      <LabelledField
        id="password"
        label={words.password}
        error={errorAt("password")}
        errorPrefix={words.errorPrefix}
      >
        <div className="flex gap-2">
          <input
            className="input"
            id="password"
            name="password"
            type={shown ? "text" : "password"}
            autoComplete="current-password"
            autoCapitalize="none"
            spellCheck={false}
            {...describedBy("password", { error: errorAt("password") })}
          />
          <ScriptButton
            className={buttonLook("min-h-10")}
            aria-label={shown ? words.hideLabel : words.showLabel}
            onClick={() => setShown(!shown)}
          >
            <Glyph name="eye" />
            {shown ? words.hide : words.show}
          </ScriptButton>
        </div>
      </LabelledField>
      <button
        className={buttonLook(isSecond ? "large full mt-1 w-full" : "primary large full mt-1 w-full")}
        aria-busy={waiting}
      >
        {waiting ? words.submitting : words.submit}
      </button>
    </form>
  );
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function missingIn(email: string, password: string, words: SignInWords): Problem[] {
  return [
    ...(email === "" ? [{ field: "email" as const, message: words.emailMissing }] : []),
    ...(password === "" ? [{ field: "password" as const, message: words.passwordMissing }] : []),
  ];
}

/** The next page; null where signing in failed. */
function wayOn(outcome: SignedIn, next: string): string | null {
  if (outcome === "in") return next;
  const onward = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;
  if (outcome === "second-step") return `/sign-in/code${onward}`;
  return outcome === "set-up" ? `/sign-in/set-up${onward}` : null;
}

/** A wrong pair is reported at the first field; the register doesn't say which of the two is wrong. */
function problemOf(outcome: SignedIn, words: SignInWords): Problem {
  if (typeof outcome === "object") {
    const minutes = Math.ceil(outcome.slowDown / 60);
    return { message: (minutes === 1 ? words.slowOne : words.slowMany).replace("#", String(minutes)) };
  }
  return outcome === "refused" ? { field: "email", message: words.wrong } : { message: words.unreachable };
}
