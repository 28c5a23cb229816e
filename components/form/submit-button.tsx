"use client";
import type { ReactNode } from "react";
import { useAlive } from "@/components/ui/alive";

interface Props {
  className: string;
  busy: boolean;
  children: ReactNode;
}

/** Until the page's script is there, sending a form would leave the page, and what was typed, for nothing. */
export function SubmitButton({ className, busy, children }: Props) {
  const ready = useAlive();
  return (
    <button type="submit" className={className} aria-busy={busy} disabled={!ready}>
      {children}
    </button>
  );
}
