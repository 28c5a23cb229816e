"use client";
import { useState } from "react";
import { buttonLook, noticeLook } from "../looks";
import { ScriptButton } from "../script-button";

interface Props {
  secret: string;
  /** The next page. */
  href: string;
  words: { madeTitle: string; madeText: string; copy: string; copied: string; done: string };
}

/** A secret to be copied now: it isn't shown again. */
export function ShownOnce({ secret, href, words }: Props) {
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true));
  return (
    <section className={noticeLook()} role="status">
      <h3>{words.madeTitle}</h3>
      <p className="mb-2">{words.madeText}</p>
      <div className="mb-4 flex gap-2">
        <input
          className="input"
          readOnly
          value={secret}
          aria-label={words.madeTitle}
          onFocus={(event) => event.target.select()}
        />
        {"clipboard" in navigator ? (
          <ScriptButton className={buttonLook("min-h-10")} onClick={copy}>
            {copied ? words.copied : words.copy}
          </ScriptButton>
        ) : null}
      </div>
      <a className={buttonLook("primary")} href={href}>
        {words.done}
      </a>
    </section>
  );
}
