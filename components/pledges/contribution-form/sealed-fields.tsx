"use client";
// A number given in confidence: two ends for anyone who may see it; others read what becomes of it.
import { Glyph } from "@/components/ui/marks/glyph";
import { TextControl } from "@/components/form/controls";
import type { PledgeFormWords } from "../pledge-form/options";
import type { DraftLine } from "../pledge-form/draft";

interface Props {
  line: DraftLine;
  at: string;
  /** Whether the user may see the participant's sealed numbers. */
  knows: boolean;
  onChange: (change: Partial<DraftLine>) => void;
  words: PledgeFormWords;
  errors: ReadonlyMap<string, string>;
}

export function SealedFields({ line, at, knows, onChange, words, errors }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix, numeric: true } as const;
  const wrong = [...errors.keys()].some((path) => path === `${at}.min` || path === `${at}.max`);
  return (
    <>
      <p className="hint col-span-full flex gap-2">
        <Glyph name="lock" className="mt-0.5 shrink-0" />
        <span>{words[noteOf(line, knows)]}</span>
      </p>
      {knows || wrong ? (
        <>
          <TextControl
            {...shared}
            path={`${at}.min`}
            label={words.sealedFrom}
            value={line.min}
            onChange={(min) => onChange({ min })}
          />
          <TextControl
            {...shared}
            path={`${at}.max`}
            label={words.sealedTo}
            value={line.max}
            onChange={(max) => onChange({ max })}
          />
        </>
      ) : null}
    </>
  );
}

function noteOf({ sealed }: DraftLine, knows: boolean) {
  if (knows) return "sealedEntered";
  return sealed === "" ? "sealedNone" : "sealedKept";
}
