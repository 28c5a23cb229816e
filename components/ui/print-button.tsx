"use client";
import { ScriptButton } from "./script-button";

/** Opens the browser's print dialog; without a script, the browser's menu does. */
export function PrintButton({ label }: { label: string }) {
  return (
    <ScriptButton className="btn noscript:hidden" onClick={() => window.print()}>
      {label}
    </ScriptButton>
  );
}
