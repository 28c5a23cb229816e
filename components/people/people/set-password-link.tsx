"use client";
import { useState } from "react";
import { fillIn } from "@/components/form/fill";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { PersonWords } from "./words";

/** Shown once, to be handed over. */
export function SetPasswordLink({ path, name, words }: { path: string; name: string; words: PersonWords }) {
  const [copied, setCopied] = useState(false);
  const address = new URL(path, location.origin).href;
  const copy = () => void navigator.clipboard.writeText(address).then(() => setCopied(true));
  return (
    <section className={noticeLook()} role="status">
      <h2>{words.link.title}</h2>
      <p className="mb-2">{fillIn(words.link.text, { name })}</p>
      <div className="flex gap-2">
        <input
          className={"input"}
          readOnly
          value={address}
          aria-label={words.link.label}
          onFocus={(event) => event.target.select()}
        />
        {"clipboard" in navigator ? (
          <ScriptButton className={buttonLook("min-h-10")} onClick={copy}>
            {copied ? words.link.copied : words.link.copy}
          </ScriptButton>
        ) : null}
      </div>
    </section>
  );
}
