"use client";
import type { ReactNode } from "react";
import { useAlive } from "@/components/ui/alive";

interface Props {
  className: string;
  busy: boolean;
  children: ReactNode;
}

/** Disabled until the script runs: sending the form before would leave the page and lose what was typed. */
export function SubmitButton({ className, busy, children }: Props) {
  const ready = useAlive();
  return (
    <button type="submit" className={className} aria-busy={busy} disabled={!ready}>
      {children}
    </button>
  );
}
