"use client";
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import type { DraftEvidence, DraftSource } from "./draft";
import { type PledgeFormWords, type FormOptions } from "./options";

interface SourceProps {
  source: DraftSource;
  onChange: (change: Partial<DraftSource>) => void;
  /** Its path in the body: `evidence.0.source`, or "" at the top. */
  at: string;
  options: Pick<FormOptions, "ownerships">;
  words: PledgeFormWords;
  errors: ReadonlyMap<string, string>;
}

export function SourceFields({ source, onChange, at, options, words, errors }: SourceProps) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const set = (change: Partial<DraftSource>) => onChange({ id: "", ...change });
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  return (
    <>
      <TextControl
        {...shared}
        path={path("publisher")}
        required
        label={words.publisher}
        hint={words.publisherHint}
        value={source.publisher}
        onChange={(publisher) => set({ publisher })}
      />
      <TextControl
        {...shared}
        path={path("title")}
        label={words.sourceTitle}
        value={source.title}
        onChange={(title) => set({ title })}
      />
      <TextControl
        {...shared}
        path={path("url")}
        label={words.url}
        type="url"
        value={source.url}
        onChange={(url) => set({ url })}
      />
      <div className="g2 even">
        <DateControl
          {...shared}
          path={path("publishedOn")}
          label={words.publishedOn}
          value={source.publishedOn}
          onChange={(publishedOn) => set({ publishedOn })}
        />
        <TextControl
          {...shared}
          path={path("language")}
          required
          label={words.language}
          value={source.language}
          onChange={(language) => set({ language })}
          after={<p className="cap cnt">{words.languageHint}</p>}
        />
      </div>
      <SelectControl
        {...shared}
        path={path("ownership")}
        required
        label={words.ownership}
        value={source.ownership}
        onChange={(ownership) => set({ ownership })}
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
  errors: ReadonlyMap<string, string>;
}

export function EvidenceFields(props: EvidenceProps) {
  const { evidence, onChange, at, whole, quoted = false, options, words, errors } = props;
  const shared = { errors, errorPrefix: words.errorPrefix };
  const set = onChange;
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  const sides = [
    { value: "true", label: words.supportsYes },
    { value: "false", label: words.supportsNo },
  ];
  return (
    <>
      <SelectControl
        {...shared}
        path={path("kind")}
        required
        label={words.evidenceKind}
        hint={words.evidenceKindHint}
        value={evidence.kind}
        onChange={(kind) => set({ kind })}
        options={options.evidenceKinds}
        none={words.choose}
      />
      <div className="g2 even">
        <SelectControl
          {...shared}
          path={path("reliability")}
          required
          label={words.reliability}
          value={evidence.reliability}
          onChange={(reliability) => set({ reliability })}
          options={options.reliabilities}
          none={words.choose}
        />
        <SelectControl
          {...shared}
          path={path("credibility")}
          required
          label={words.credibility}
          value={evidence.credibility}
          onChange={(credibility) => set({ credibility })}
          options={options.credibilities}
          none={words.choose}
        />
      </div>
      {quoted ? null : (
        <TextControl
          {...shared}
          path={path("quote")}
          label={words.quote}
          hint={words.quoteHint}
          rows={3}
          value={evidence.quote}
          onChange={(quote) => set({ quote })}
        />
      )}
      {whole ? (
        <>
          <SelectControl
            {...shared}
            path={path("supports")}
            label={words.supports}
            value={evidence.supports}
            onChange={(supports) => set({ supports })}
            options={sides}
          />
          <div className="g2 even">
            <SelectControl
              {...shared}
              path={path("field")}
              label={words.speaksTo}
              value={evidence.field}
              onChange={(field) => set({ field })}
              options={options.fields}
              none={words.notStated}
            />
            <TextControl
              {...shared}
              path={path("claims")}
              label={words.claims}
              value={evidence.claims}
              onChange={(claims) => set({ claims })}
            />
          </div>
          <DateControl
            {...shared}
            path={path("validUntil")}
            label={words.validUntil}
            value={evidence.validUntil}
            onChange={(validUntil) => set({ validUntil })}
          />
        </>
      ) : null}
    </>
  );
}
