"use client";
// Whom to ask, what, and by when. The prepared text can be edited; the register stores it and sends nothing.
import { useState } from "react";
import { TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
import { buttonLook } from "@/components/ui/looks";
import { currentLanguage } from "@/lib/i18n/reader";
import type { QuestionWords } from "./words";

interface Props {
  /** `FR-3-001`, or `FR-3`. */
  about: string;
  code: string | null;
  prepared: string;
  /** Offices that were asked before. */
  offices: readonly string[];
  title: string;
  /** The page of what it is about. */
  page: string;
  words: QuestionWords;
}

export function AskForm({ about, code, prepared, offices, title, page, words }: Props) {
  const name = `question-new-${about}-${code ?? ""}`;
  // The text is in this language; a restored draft keeps its own.
  const fresh = { askedOf: "", text: prepared, language: currentLanguage(), dueOn: "" };
  const { draft, fieldOf, save, say, leave, frame } = useForm(words, { name, fresh });
  const [openQuestion, setOpenQuestion] = useState<string | null>(null);
  const submit = async () => {
    const missing = (["askedOf", "text"] as const).filter((field) => draft[field].trim() === "");
    if (missing.length > 0)
      return say(missing.map((field) => ({ field, message: words[`missing-${field}`] })));
    const body = {
      about,
      code,
      askedOf: draft.askedOf.trim(),
      text: draft.text.trim(),
      language: draft.language,
      dueOn: draft.dueOn || null,
    };
    const sent = await save({ method: "POST", path: "/questions", body });
    if (!sent) return;
    if (sent.ok) {
      const { reference } = sent.value;
      return leave(`/questions/${reference}`, fillIn(words.said, { reference }));
    }
    if (sent.failure.is === "refused")
      setOpenQuestion(/\bQ-\d{4,9}\b/.exec(sent.failure.refusal.detail)?.[0] ?? null);
  };
  return (
    <FormFrame
      {...frame}
      title={title}
      submit={words.submit}
      onSubmit={submit}
      also={
        openQuestion === null ? undefined : (
          <a className={buttonLook("large")} href={`/questions/${openQuestion}`}>
            {fillIn(words.see, { reference: openQuestion })}
          </a>
        )
      }
      cancelHref={page}
    >
      <TextControl
        {...fieldOf("askedOf")}
        required
        label={words.askedOf}
        hint={words.askedOfHint}
        list="offices"
        after={
          <datalist id="offices">
            {offices.map((office) => (
              <option key={office} value={office} />
            ))}
          </datalist>
        }
      />
      <TextControl {...fieldOf("text")} required label={words.text} hint={words.textHint} rows={12} />
      <DateControl {...fieldOf("dueOn")} label={words.dueOn} hint={words.dueOnHint} />
    </FormFrame>
  );
}
