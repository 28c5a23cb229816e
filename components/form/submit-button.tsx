"use client";
import { useSyncExternalStore, type ReactNode } from "react";

interface Props {
  className: string;
  busy: boolean;
  children: ReactNode;
}

/** Until the page's script is there, sending a form would leave the page, and what was typed, for nothing. */
export function SubmitButton({ className, busy, children }: Props) {
  const ready = useSyncExternalStore(never, yes, no);
  return (
    <button type="submit" className={className} aria-busy={busy} disabled={!ready}>
      {children}
    </button>
  );
}

const never = () => () => undefined;
const yes = () => true;
const no = () => false;
