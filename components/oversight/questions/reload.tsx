"use client";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
export function Reload({ label }: { label: string | undefined }) {
  return (
    <ScriptButton className={buttonLook("large")} onClick={() => location.reload()}>
      {label}
    </ScriptButton>
  );
}
