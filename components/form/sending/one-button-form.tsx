"use client";
import type { ReactNode } from "react";
import { buttonLook, errorLook } from "@/components/ui/looks";
import type { Trouble } from "../field-errors";
import { SubmitButton } from "./submit-button";

interface Props {
  onSubmit: () => Promise<void>;
  busy: boolean;
  troubles: readonly Trouble[];
  children: ReactNode;
}

/** One press does it; the page says what it does. */
export function OneButtonForm({ onSubmit, busy, troubles, children }: Props) {
  return (
    <form
      className="noscript:hidden"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit();
      }}
    >
      <SubmitButton className={buttonLook("danger")} busy={busy}>
        {children}
      </SubmitButton>
      <p role="alert" className={errorLook()}>
        {troubles[0]?.message}
      </p>
    </form>
  );
}
