"use client";
import type { ReactNode } from "react";
import { RadioControl, SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import type { TriggerOptions, TriggerWords } from "./form-words";
import { EvidenceFields, SourceFields } from "@/components/pledges/pledge-form/source-fields";
import { ScriptButton } from "@/components/ui/script-button";
import { NEW_TRIGGER_PIECE, type TriggerDraft, type TriggerPiece } from "./trigger-draft";

interface Props {
  draft: TriggerDraft;
  onChange: (part: Partial<TriggerDraft>) => void;
  onState: (state: string) => void;
  /** What would follow, shown next to the choice. */
  effect?: ReactNode;
  /** True: waiting for it is dormant, whatever is chosen. */
  alwaysDormant: boolean;
  options: TriggerOptions;
  words: TriggerWords;
  errors: ReadonlyMap<string, string>;
}

export function TriggerFields(props: Props) {
  const { draft, onChange, onState, effect, alwaysDormant, options, words, errors } = props;
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <>
      <TextControl
        {...shared}
        path="title"
        required
        label={words.title}
        hint={words.titleHint}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      <TextControl
        {...shared}
        path="description"
        label={words.description}
        hint={words.descriptionHint}
        rows={2}
        value={draft.description}
        onChange={(description) => onChange({ description })}
      />
      {alwaysDormant ? (
        <p className="hint mb-4">{words.alwaysDormant}</p>
      ) : (
        <RadioControl
          {...shared}
          path="waiting"
          required
          label={words.waiting}
          hint={words.waitingHint}
          value={draft.waiting}
          onChange={(waiting) => onChange({ waiting })}
          options={options.waitings}
        />
      )}
      <RadioControl
        {...shared}
        path="state"
        required
        label={words.state}
        value={draft.state}
        onChange={onState}
        options={options.states}
      />
      <DateControl
        {...shared}
        path="since"
        label={words.since}
        hint={words.sinceHint}
        value={draft.since}
        onChange={(since) => onChange({ since })}
      />
      {effect}
      <Brought {...{ draft, onChange, options, words, errors }} />
    </>
  );
}

function Brought({
  draft,
  onChange,
  options,
  words,
  errors,
}: Omit<Props, "onState" | "effect" | "alwaysDormant">) {
  const change = (at: number, part: (piece: TriggerPiece) => TriggerPiece) =>
    onChange({ brought: draft.brought.map((piece, i) => (i === at ? part(piece) : piece)) });
  const shared = { options, words, errors };
  return (
    <>
      <h2 className="lab">{words.evidencePart}</h2>
      <p className="hint mb-4">{words.evidenceHint}</p>
      {draft.brought.map(({ source, evidence }, at) => (
        <fieldset className="part" key={at}>
          <legend className="lab">
            {words.newEvidence} {draft.brought.length === 1 ? "" : at + 1}{" "}
            <ScriptButton
              className="btn plain"
              onClick={() => onChange({ brought: draft.brought.filter((_, i) => i !== at) })}
            >
              {words.dropEvidence}
            </ScriptButton>
          </legend>
          <SourceFields
            {...shared}
            source={source}
            onChange={(part) => change(at, (piece) => ({ ...piece, source: { ...piece.source, ...part } }))}
            at={`evidence.${at}.source`}
          />
          <EvidenceFields
            {...shared}
            evidence={evidence}
            onChange={(part) =>
              change(at, (piece) => ({ ...piece, evidence: { ...piece.evidence, ...part } }))
            }
            at={`evidence.${at}`}
            whole={false}
          />
          <SelectControl
            errors={errors}
            errorPrefix={words.errorPrefix}
            path={`evidence.${at}.supports`}
            label={words.supports}
            value={evidence.supports}
            onChange={(supports) =>
              change(at, (piece) => ({ ...piece, evidence: { ...piece.evidence, supports } }))
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
          className="btn"
          onClick={() => onChange({ brought: [...draft.brought, NEW_TRIGGER_PIECE] })}
        >
          {words.addEvidence}
        </ScriptButton>
      </p>
    </>
  );
}
