"use client";
// The words come with the script: when they are needed, the server may not answer.
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "../script-button";
import { documentLanguage } from "../language/document-language";
import english from "@/lib/i18n/messages/en/failed.json";
import french from "@/lib/i18n/messages/fr/failed.json";
import ukrainian from "@/lib/i18n/messages/uk/failed.json";

/** A page that broke: what is safe, what to do, what to quote. Next passes an error boundary no words. */
export function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const words = WORDS[documentLanguage()];
  const digest = digestOf(error);
  return (
    <div className="state" role="alert">
      <title>{words.title}</title>
      <h1 className="mb-3">{words.title}</h1>
      <p>{words.text}</p>
      {digest === null ? null : <p className="text-muted">{words.number.replace("{digest}", digest)}</p>}
      <p className="btns">
        <ScriptButton className={buttonLook("primary")} onClick={retry}>
          {words.again}
        </ScriptButton>
        <a className={buttonLook()} href="/">
          {words.home}
        </a>
      </p>
    </div>
  );
}

const WORDS = { en: english, fr: french, uk: ukrainian };

function digestOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
}
