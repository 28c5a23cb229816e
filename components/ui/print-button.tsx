"use client";
import { ScriptButton } from "./script-button";

/** Opens the browser's own dialog; without a script there is the browser's menu. */
export function PrintButton({ label }: { label: string }) {
  return (
    <ScriptButton className="btn noscript:hidden" onClick={() => window.print()}>
      {label}
    </ScriptButton>
  );
}
