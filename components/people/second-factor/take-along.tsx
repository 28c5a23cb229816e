"use client";
import { useState } from "react";
import { useAlive } from "@/components/ui/alive";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";

/** Codes that are shown once, to copy or download. Without a script, they are selected and copied by hand. */
export function TakeAlong({
  codes,
  words,
}: {
  codes: readonly string[];
  words: { copy: string; copied: string; print: string };
}) {
  const [done, setDone] = useState(false);
  const alive = useAlive();
  if (!alive) return null;
  const copy = () => void navigator.clipboard.writeText(codes.join("\n")).then(() => setDone(true));
  return (
    <p className="mb-4 flex gap-3">
      {"clipboard" in navigator ? (
        <ScriptButton className={buttonLook()} onClick={copy}>
          {done ? words.copied : words.copy}
        </ScriptButton>
      ) : null}
      <ScriptButton className={buttonLook()} onClick={() => print()}>
        {words.print}
      </ScriptButton>
      <span className="sr-only" role="status">
        {done ? words.copied : ""}
      </span>
    </p>
  );
}
