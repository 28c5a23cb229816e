"use client";
import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";

/** What is said of parameters goes with them: a page that changes its view in place leaves the layout as it is. */
export function WhileAsked({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const search = useSearchParams();
  return names.some((name) => search.has(name)) ? children : null;
}
