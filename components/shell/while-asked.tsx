"use client";
import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";

/** Disappears with its parameters: a page that changes its view in place doesn't render the layout again. */
export function WhileAsked({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const search = useSearchParams();
  return names.some((name) => search.has(name)) ? children : null;
}
