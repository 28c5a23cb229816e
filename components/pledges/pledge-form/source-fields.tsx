"use client";
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import type { DraftEvidence, DraftPiece, DraftSource } from "./draft";
import { withEvidence } from "./language-of-text";
import type { PledgeFormWords, FormOptions } from "./options";

interface SourceProps {
  source: DraftSource;
  onChange: (change: Partial<DraftSource>) => void;
  /** Its path in the body: `evidence.0.source`, or "" at the top. */
  at: string;
  options: Pick<FormOptions, "ownerships">;
  words: PledgeFormWords;
}

export function SourceFields({ source, onChange, at, options, words }: SourceProps) {
  const set = (change: Partial<DraftSource>) => onChange({ id: "", ...change });
  const fieldOf = textFields(source, set, at);
  return (
    <>
      <TextControl {...fieldOf("publisher")} required label={words.publisher} hint={words.publisherHint} />
      <TextControl {...fieldOf("title")} label={words.sourceTitle} />
      <TextControl {...fieldOf("url")} label={words.url} type="url" />
      <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        <DateControl {...fieldOf("publishedOn")} label={words.publishedOn} />
        <TextControl
          {...fieldOf("language")}
          required
          label={words.language}
          after={<p className="text-caption text-muted mt-1">{words.languageHint}</p>}
        />
      </div>
      <SelectControl
        {...fieldOf("ownership")}
        required
        label={words.ownership}
        options={options.ownerships}
        none={words.choose}
      />
    </>
  );
}

interface EvidenceProps {
  evidence: DraftEvidence;
  onChange: (change: Partial<DraftEvidence>) => void;
  /** Its path in the body: `evidence.0`, or "" at the top. */
  at: string;
  /** Whether it may contradict, speak to a field and expire. Not while the pledge is being logged. */
  whole: boolean;
  /** The quote is chosen elsewhere. */
  quoted?: boolean;
  options: Pick<FormOptions, "evidenceKinds" | "reliabilities" | "credibilities" | "fields">;
  words: PledgeFormWords;
}

export function EvidenceFields(props: EvidenceProps) {
  const { evidence, onChange, at, whole, quoted = false, options, words } = props;
  const fieldOf = textFields(evidence, onChange, at);
  const sides = [
    { value: "true", label: words.supportsYes },
    { value: "false", label: words.supportsNo },
  ];
  return (
    <>
      <SelectControl
        {...fieldOf("kind")}
        required
        label={words.evidenceKind}
        hint={words.evidenceKindHint}
        options={options.evidenceKinds}
        none={words.choose}
      />
      <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        <SelectControl
          {...fieldOf("reliability")}
          required
          label={words.reliability}
          options={options.reliabilities}
          none={words.choose}
        />
        <SelectControl
          {...fieldOf("credibility")}
          required
          label={words.credibility}
          options={options.credibilities}
          none={words.choose}
        />
      </div>
      {quoted ? null : (
        <TextControl {...fieldOf("quote")} label={words.quote} hint={words.quoteHint} rows={3} />
      )}
      {whole ? (
        <>
          <SelectControl {...fieldOf("supports")} label={words.supports} options={sides} />
          <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
            <SelectControl
              {...fieldOf("field")}
              label={words.speaksTo}
              options={options.fields}
              none={words.notStated}
            />
            <TextControl {...fieldOf("claims")} label={words.claims} />
          </div>
          <DateControl {...fieldOf("validUntil")} label={words.validUntil} />
        </>
      ) : null}
    </>
  );
}

interface PieceProps extends Pick<EvidenceProps, "at" | "whole" | "words"> {
  piece: DraftPiece;
  onChange: (change: (before: DraftPiece) => DraftPiece) => void;
  options: SourceProps["options"] & EvidenceProps["options"];
}

export function PieceFields({
  piece: { source, evidence },
  onChange,
  at,
  whole,
  options,
  words,
}: PieceProps) {
  return (
    <>
      <SourceFields
        {...{ source, options, words }}
        onChange={(part) => onChange((before) => ({ ...before, source: { ...before.source, ...part } }))}
        at={`${at}.source`}
      />
      <EvidenceFields
        {...{ evidence, at, whole, options, words }}
        onChange={(part) => onChange((before) => withEvidence(before, part))}
      />
    </>
  );
}
