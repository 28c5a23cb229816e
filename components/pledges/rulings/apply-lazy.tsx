"use client";
import { lazy, Suspense, type ComponentProps } from "react";
import type { ApplyButton } from "./apply-button";

/** Loads where a ruling waits to be applied. */
const Loaded = lazy(async () => ({ default: (await import("./apply-button")).ApplyButton }));

export function LazyApplyButton(props: ComponentProps<typeof ApplyButton>) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
