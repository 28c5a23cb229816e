"use client";
// Evidence that a step rests on: pieces on record, and new pieces recorded with it.
import { GroupControl, TickLines, toggled } from "@/components/form/tick-field";
import { fillIn } from "@/components/form/fill";
import type { Option } from "@/components/form/words";
import type { PledgeFormWords, FormOptions } from "../pledge-form/options";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import { PieceFields } from "../pledge-form/source-fields";
import { NEW_PIECE, type DraftPiece } from "../pledge-form/draft";
import type { StageDraft } from "./stage-draft";

interface Props {
  draft: StageDraft;
  onChange: (part: (before: StageDraft) => Partial<StageDraft>) => void;
  /** Evidence on record that supports the pledge. */
  pieces: readonly Option[];
  options: FormOptions;
  words: PledgeFormWords;
}

export function StepEvidenceFields({ draft, onChange, pieces, options, words }: Props) {
  const change = (at: number, part: (before: DraftPiece) => DraftPiece) =>
    onChange(({ brought }) => ({ brought: brought.map((piece, i) => (i === at ? part(piece) : piece)) }));
  return (
    <>
      <GroupControl path="evidence" label={words.restsOn} hint={words.restsOnHint}>
        <TickLines
          options={pieces}
          ticked={draft.cites}
          onToggle={(id) => onChange(({ cites }) => ({ cites: toggled(cites, id) }))}
        />
      </GroupControl>
      {draft.brought.map((piece, at) => (
        <fieldset className="part" key={at}>
          <legend className="field-label">
            {fillIn(words.broughtPiece, { n: at + 1 })}{" "}
            <ScriptButton
              className="icon-target"
              aria-label={fillIn(words.leaveOut, { n: at + 1 })}
              onClick={() => onChange(({ brought }) => ({ brought: brought.filter((_, i) => i !== at) }))}
            >
              <Glyph name="x" />
            </ScriptButton>
          </legend>
          <PieceFields
            {...{ piece, options, words }}
            onChange={(part) => change(at, part)}
            at={`evidence.${at}`}
            whole
          />
        </fieldset>
      ))}
      <p className="mb-4">
        <ScriptButton
          className={buttonLook()}
          onClick={() => onChange(({ brought }) => ({ brought: [...brought, NEW_PIECE] }))}
        >
          {draft.brought.length === 0 ? words.bringPiece : words.bringAnother}
        </ScriptButton>
      </p>
    </>
  );
}
