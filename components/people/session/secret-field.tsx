"use client";
// Parts of the dialogs that ask for a password or a code.
import type { RefObject } from "react";
import { describedBy, LabelledField } from "@/components/ui/field";
import { sessionWords } from "./words";

export interface SecretFault {
  message: string;
  attempt: number;
}

/** Shown to the person, and to their password manager. */
export function AccountName({ email }: { email: string }) {
  return (
    <>
      <dl className="facts mb-4">
        <dt>{sessionWords().email}</dt>
        <dd>{email}</dd>
      </dl>
      <input
        className="sr-only hover:bg-sunken"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
    </>
  );
}

interface SecretProps {
  step: "password" | "code";
  fault: SecretFault | null;
  field: RefObject<HTMLInputElement | null>;
}

/** The password, or the code. */
export function SecretField({ step, fault, field }: SecretProps) {
  const words = sessionWords();
  const id = `again-${step}`;
  const error = fault?.message;
  return (
    <>
      <LabelledField
        id={id}
        label={step === "code" ? words.code : words.password}
        hint={step === "code" ? words.codeHint : undefined}
        error={error}
        errorPrefix={words.errorPrefix}
      >
        <input
          key={id}
          className="input hover:bg-sunken"
          ref={field}
          id={id}
          name={step}
          type={step === "code" ? "text" : "password"}
          autoComplete={step === "code" ? "one-time-code" : "current-password"}
          autoCapitalize="none"
          spellCheck={false}
          {...describedBy(id, { hint: step === "code", error })}
        />
      </LabelledField>
      <p className="sr-only" role="alert" key={fault?.attempt}>
        {error}
      </p>
    </>
  );
}
