"use client";
import type { ComponentProps } from "react";
import { useAlive } from "./alive";

/** A button that needs the page's script: disabled until it runs, and without one. */
export function ScriptButton({ disabled, ...props }: ComponentProps<"button">) {
  const ready = useAlive();
  return <button {...props} type="button" disabled={!ready || disabled} />;
}
