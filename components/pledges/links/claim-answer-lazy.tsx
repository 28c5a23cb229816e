"use client";
import { lazy, Suspense, type ComponentProps } from "react";
import type { ClaimAnswer } from "./claim-answer";

/** Loads where a claim waits. */
const Loaded = lazy(async () => ({ default: (await import("./claim-answer")).ClaimAnswer }));

export function LazyClaimAnswer(props: ComponentProps<typeof ClaimAnswer>) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
