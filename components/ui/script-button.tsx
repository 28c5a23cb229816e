"use client";
import type { ComponentProps } from "react";
import { useAlive } from "./alive";

/** A button whose work the page's script does: it isn't offered before that is there, nor without it. */
export function ScriptButton({ disabled, ...props }: ComponentProps<"button">) {
  const ready = useAlive();
  return <button {...props} type="button" disabled={!ready || disabled} />;
}
