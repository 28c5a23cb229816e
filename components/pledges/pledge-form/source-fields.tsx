"use client";
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import type { DraftEvidence, DraftSource } from "./draft";
import type { Words } from "@/components/form/words";
import type { FormOptions } from "./options";

interface SourceProps {
  source: DraftSource;
  onChange: (change: Partial<DraftSource>) => void;
  /** Its path in the body: `evidence.0.source`, or "" at the top. */
  at: string;
  options: Pick<FormOptions, "ownerships">;
  words: Words;
  errors: ReadonlyMap<string, string>;
}

export function SourceFields({ source, onChange, at, options, words, errors }: SourceProps) {
  const w = (key: string) => words[key] ?? key;
  const shared = { errors, errorPrefix: w("errorPrefix") };
  const set = (change: Partial<DraftSource>) => onChange({ id: "", ...change });
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  return (
    <>
      <TextControl
        {...shared}
        path={path("publisher")}
        required
        label={w("publisher")}
        hint={w("publisherHint")}
        value={source.publisher}
        onChange={(publisher) => set({ publisher })}
      />
      <TextControl
        {...shared}
        path={path("title")}
        label={w("sourceTitle")}
        value={source.title}
        onChange={(title) => set({ title })}
      />
      <TextControl
        {...shared}
        path={path("url")}
        label={w("url")}
        type="url"
        value={source.url}
        onChange={(url) => set({ url })}
      />
      <div className="g2 even">
        <DateControl
          {...shared}
          path={path("publishedOn")}
          label={w("publishedOn")}
          value={source.publishedOn}
          onChange={(publishedOn) => set({ publishedOn })}
        />
        <TextControl
          {...shared}
          path={path("language")}
          required
          label={w("language")}
          value={source.language}
          onChange={(language) => set({ language })}
          after={<p className="cap cnt">{w("languageHint")}</p>}
        />
      </div>
      <SelectControl
        {...shared}
        path={path("ownership")}
        required
        label={w("ownership")}
        value={source.ownership}
        onChange={(ownership) => set({ ownership })}
        options={options.ownerships}
        none={w("choose")}
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
  words: Words;
  errors: ReadonlyMap<string, string>;
}

export function EvidenceFields(props: EvidenceProps) {
  const { evidence, onChange, at, whole, quoted = false, options, words, errors } = props;
  const w = (key: string) => words[key] ?? key;
  const shared = { errors, errorPrefix: w("errorPrefix") };
  const set = onChange;
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  const sides = [
    { value: "true", label: w("supportsYes") },
    { value: "false", label: w("supportsNo") },
  ];
  return (
    <>
      <SelectControl
        {...shared}
        path={path("kind")}
        required
        label={w("evidenceKind")}
        hint={w("evidenceKindHint")}
        value={evidence.kind}
        onChange={(kind) => set({ kind })}
        options={options.evidenceKinds}
        none={w("choose")}
      />
      <div className="g2 even">
        <SelectControl
          {...shared}
          path={path("reliability")}
          required
          label={w("reliability")}
          value={evidence.reliability}
          onChange={(reliability) => set({ reliability })}
          options={options.reliabilities}
          none={w("choose")}
        />
        <SelectControl
          {...shared}
          path={path("credibility")}
          required
          label={w("credibility")}
          value={evidence.credibility}
          onChange={(credibility) => set({ credibility })}
          options={options.credibilities}
          none={w("choose")}
        />
      </div>
      {quoted ? null : (
        <TextControl
          {...shared}
          path={path("quote")}
          label={w("quote")}
          hint={w("quoteHint")}
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
            label={w("supports")}
            value={evidence.supports}
            onChange={(supports) => set({ supports })}
            options={sides}
          />
          <div className="g2 even">
            <SelectControl
              {...shared}
              path={path("field")}
              label={w("speaksTo")}
              value={evidence.field}
              onChange={(field) => set({ field })}
              options={options.fields}
              none={w("notStated")}
            />
            <TextControl
              {...shared}
              path={path("claims")}
              label={w("claims")}
              value={evidence.claims}
              onChange={(claims) => set({ claims })}
            />
          </div>
          <DateControl
            {...shared}
            path={path("validUntil")}
            label={w("validUntil")}
            value={evidence.validUntil}
            onChange={(validUntil) => set({ validUntil })}
          />
        </>
      ) : null}
    </>
  );
}
