"use client";
import { ScriptButton } from "@/components/ui/script-button";
export function Reload({ label }: { label: string | undefined }) {
  return (
    <ScriptButton className="btn big" onClick={() => location.reload()}>
      {label}
    </ScriptButton>
  );
}
