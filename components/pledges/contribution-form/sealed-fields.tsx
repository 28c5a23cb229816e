"use client";
// A number given in confidence: two ends for anyone who may see it; others read what becomes of it.
import { Glyph } from "@/components/ui/marks/glyph";
import { TextControl, textFields } from "@/components/form/controls";
import { useFieldErrors } from "@/components/form/field-errors";
import type { PledgeFormWords } from "../pledge-form/options";
import type { DraftLine } from "../pledge-form/draft";

interface Props {
  line: DraftLine;
  at: string;
  /** Whether the user may see the participant's sealed numbers. */
  knows: boolean;
  onChange: (change: Partial<DraftLine>) => void;
  words: PledgeFormWords;
}

export function SealedFields({ line, at, knows, onChange, words }: Props) {
  const { errors } = useFieldErrors();
  const fieldOf = textFields(line, onChange, at);
  const wrong = [...errors.keys()].some((path) => path === `${at}.min` || path === `${at}.max`);
  return (
    <>
      <p className="col-span-full flex gap-2 mb-1 text-muted">
        <Glyph name="lock" className="mt-0.5 shrink-0" />
        <span>{words[noteOf(line, knows)]}</span>
      </p>
      {knows || wrong ? (
        <>
          <TextControl numeric {...fieldOf("min")} label={words.sealedFrom} />
          <TextControl numeric {...fieldOf("max")} label={words.sealedTo} />
        </>
      ) : null}
    </>
  );
}

function noteOf({ sealed }: DraftLine, knows: boolean) {
  if (knows) return "sealedEntered";
  return sealed === "" ? "sealedNone" : "sealedKept";
}
