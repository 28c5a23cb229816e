"use client";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "./script-button";

/** Opens the browser's print dialog; without a script, the browser's menu does. */
export function PrintButton({ label }: { label: string }) {
  return (
    <ScriptButton className={buttonLook("noscript:hidden")} onClick={() => window.print()}>
      {label}
    </ScriptButton>
  );
}
