"use client";
import { useState } from "react";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { TokenWords } from "./words";

/** Shown once, to be copied. */
export function MadeToken({ token, words }: { token: string; words: TokenWords }) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(token).then(() => setCopied(true));
  return (
    <section className={noticeLook()} role="status">
      <h3>{words.madeTitle}</h3>
      <p className="mb-2">{words.madeText}</p>
      <div className="password-row mb-4 flex gap-2">
        <input
          className="input"
          readOnly
          value={token}
          aria-label={words.madeTitle}
          onFocus={(event) => event.target.select()}
        />
        {"clipboard" in navigator ? (
          <ScriptButton className={buttonLook()} onClick={copy}>
            {copied ? words.copied : words.copy}
          </ScriptButton>
        ) : null}
      </div>
      <a className={buttonLook("primary")} href="/profile/tokens">
        {words.done}
      </a>
    </section>
  );
}
