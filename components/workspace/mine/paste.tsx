"use client";
// Passes a pasted text to "Log from a text" as its draft, in this browser.
import { useState, type SyntheticEvent } from "react";
import { adoptTyped } from "@/components/form/typed-early";
import { SubmitButton } from "@/components/form/sending/submit-button";
import { useDraft } from "@/components/form/use-draft";
import { CAPTURE_DRAFT } from "@/components/pledges/passages/capture-draft";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { visibleText } from "@/lib/domain/base/characters";
import type { Messages } from "@/lib/i18n/message-files";

interface Props {
  words: Messages["mine"]["paste"];
}

const NOTHING = { text: "" };

export function PasteText({ words }: Props) {
  const { value, change } = useDraft(CAPTURE_DRAFT, NOTHING);
  const [isMissing, setMissing] = useState(false);
  const setText = (typed: string) => void change((before) => ({ ...before, text: visibleText(typed) }));
  const go = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(value.text.trim() === "");
    if (value.text.trim() !== "") location.assign("/sources/new");
  };
  return (
    <form method="post" onSubmit={go}>
      <label htmlFor="said" className="mb-2 block">
        {words.label}
      </label>
      <textarea
        id="said"
        rows={5}
        className="input w-full"
        ref={adoptTyped(value.text, setText)}
        value={value.text}
        aria-describedby="said-hint said-error"
        aria-invalid={isMissing}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go(event);
        }}
      />
      <p id="said-error" role="alert" className={errorLook()}>
        {isMissing ? words.missing : null}
      </p>
      <p id="said-hint" className="text-muted my-2 text-caption">
        {words.hint}
      </p>
      <p className="flex items-center gap-4">
        <SubmitButton className={buttonLook()} busy={false}>
          {words.submit}
        </SubmitButton>
        <a href="/pledges/new" className="inlinelink print:hidden">
          {words.empty}
        </a>
      </p>
    </form>
  );
}
