"use client";
import type { ReactNode } from "react";
import { RadioControl, SelectControl, TextControl, textFields } from "@/components/form/controls";
import type { Day } from "@/lib/domain/base/day";
import { DateControl } from "@/components/form/dates/date-control";
import type { TriggerOptions, TriggerWords } from "./form-words";
import { PieceFields } from "@/components/pledges/pledge-form/source-fields";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { NEW_PIECE, type DraftPiece } from "@/components/pledges/pledge-form/draft";
import type { TriggerDraft } from "./trigger-draft";

interface Props {
  draft: TriggerDraft;
  onChange: (part: Partial<TriggerDraft>) => void;
  onState: (state: string) => void;
  today: Day;
  needsSince: boolean;
  /** What would follow, shown next to the choice. */
  effect?: ReactNode;
  /** True: waiting for it is dormant, whatever is chosen. */
  alwaysDormant: boolean;
  options: TriggerOptions;
  words: TriggerWords;
}

export function TriggerFields(props: Props) {
  const { draft, onChange, onState, today, needsSince, effect, alwaysDormant, options, words } = props;
  const fieldOf = textFields(draft, onChange);
  return (
    <>
      <TextControl {...fieldOf("title")} required label={words.title} hint={words.titleHint} />
      <TextControl
        {...fieldOf("description")}
        label={words.description}
        hint={words.descriptionHint}
        rows={2}
      />
      {alwaysDormant ? (
        <p className="mb-4 mb-1 text-muted">{words.alwaysDormant}</p>
      ) : (
        <RadioControl
          {...fieldOf("waiting")}
          required
          label={words.waiting}
          hint={words.waitingHint}
          options={options.waitings}
        />
      )}
      <RadioControl
        path="state"
        required
        label={words.state}
        value={draft.state}
        onChange={onState}
        options={options.states}
      />
      <DateControl
        {...fieldOf("since")}
        required={needsSince}
        label={words.since}
        hint={words.sinceHint}
        latest={today}
      />
      {effect}
      <Brought {...{ draft, onChange, options, words }} />
    </>
  );
}

function Brought({
  draft,
  onChange,
  options,
  words,
}: Omit<Props, "onState" | "today" | "needsSince" | "effect" | "alwaysDormant">) {
  const change = (at: number, part: (before: DraftPiece) => DraftPiece) =>
    onChange({ brought: draft.brought.map((piece, i) => (i === at ? part(piece) : piece)) });
  return (
    <>
      <h2 className="field-label mb-3">{words.evidencePart}</h2>
      <p className="mb-4 mb-1 text-muted">{words.evidenceHint}</p>
      {draft.brought.map((piece, at) => (
        <fieldset className="part" key={at}>
          <legend className="field-label">
            {words.newEvidence} {draft.brought.length === 1 ? "" : at + 1}{" "}
            <ScriptButton
              className={buttonLook("plain")}
              onClick={() => onChange({ brought: draft.brought.filter((_, i) => i !== at) })}
            >
              {words.dropEvidence}
            </ScriptButton>
          </legend>
          <PieceFields
            {...{ piece, options, words }}
            onChange={(part) => change(at, part)}
            at={`evidence.${at}`}
            whole={false}
          />
          <SelectControl
            path={`evidence.${at}.supports`}
            label={words.supports}
            value={piece.evidence.supports}
            onChange={(supports) =>
              change(at, (before) => ({ ...before, evidence: { ...before.evidence, supports } }))
            }
            options={[
              { value: "true", label: words.supportsYes },
              { value: "false", label: words.supportsNo },
            ]}
          />
        </fieldset>
      ))}
      <p className="mb-4">
        <ScriptButton
          className={buttonLook()}
          onClick={() => onChange({ brought: [...draft.brought, NEW_PIECE] })}
        >
          {words.addEvidence}
        </ScriptButton>
      </p>
    </>
  );
}
