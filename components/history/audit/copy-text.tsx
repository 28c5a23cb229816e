"use client";
import { useState } from "react";
import { useAlive } from "@/components/ui/alive";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";

/** Copies a text. Without a script or a clipboard, the text is selected and copied by hand. */
export function CopyText({
  text,
  words,
  className = buttonLook("plain"),
}: {
  text: string;
  className?: string;
  words: { copy: string; copied: string; label: string };
}) {
  const [done, setDone] = useState(false);
  const alive = useAlive();
  if (!alive || !("clipboard" in navigator)) return null;
  const copy = () => void navigator.clipboard.writeText(text).then(() => setDone(true));
  return (
    <>
      <ScriptButton
        className={className}
        aria-label={words.label}
        onClick={copy}
        onBlur={() => setDone(false)}
      >
        {done ? words.copied : words.copy}
      </ScriptButton>
      <span className="sr-only" role="status">
        {done ? words.copied : ""}
      </span>
    </>
  );
}
