"use client";
import { useState } from "react";
import { TextControl } from "@/components/form/controls";
import { fill } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useKept } from "@/components/form/kept";
import { useSave } from "@/components/form/use-save";
import type { Words } from "@/components/form/words";
import { NEW_SOURCE, sourceBody, type DraftSource } from "@/components/pledge-form/draft";
import type { FormOptions } from "@/components/pledge-form/options";
import { SourceFields } from "@/components/pledge-form/source-fields";
import { describedBy, Field } from "@/components/ui/field";
import { useFigures } from "@/components/ui/language";
import { LONGEST_TEXT } from "@/lib/domain/source";

interface Props {
  account: string;
  options: Pick<FormOptions, "ownerships">;
  words: Words;
}
interface Kept {
  source: DraftSource;
  text: string;
}

const FRESH: Kept = { source: NEW_SOURCE, text: "" };

/** The document and its text, before pledges are logged from it. */
export function CaptureForm({ account, options, words }: Props) {
  const { value, change, forget, startAnew, restored } = useKept(account, "capture-text", FRESH);
  const { save, busy, troubles, errors, attempt } = useSave<{ id: string }>(words);
  const figure = useFigures();
  const [wrong, setWrong] = useState<string | null>(null);
  const { source, text } = value;
  const setText = (next: string) => change((before) => ({ ...before, text: next }));
  const submit = async () => {
    const sent = await save({ method: "POST", path: "/sources", body: { ...sourceBody(source), text } });
    if (!sent?.ok) return;
    forget();
    location.assign(`/sources/${sent.value.id}/log`);
  };
  const readFile = async (file: File) => {
    setWrong(null);
    try {
      const bytes = await file.arrayBuffer();
      const read = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      // oxlint-disable-next-line no-control-regex
      if (/[\0-\x08\x0b\x0c\x0e-\x1f]/.test(read)) return setWrong(words.notText ?? null);
      setText(read.replace(/\r\n?/g, "\n"));
    } catch {
      setWrong(words.notText ?? null);
    }
  };
  return (
    <FormFrame
      {...{ words, troubles, attempt, busy }}
      {...(restored ? { onDiscard: () => startAnew() } : {})}
      title={words.newText ?? ""}
      submit={words.capture ?? ""}
      onSubmit={() => void submit()}
      cancelHref="/sources"
      className="lform"
    >
      <div className="lp mb-4">
        <section aria-labelledby="document">
          <h2 id="document">{words.documentHeading}</h2>
          <SourceFields
            source={source}
            onChange={(part) => change((before) => ({ ...before, source: { ...before.source, ...part } }))}
            at=""
            options={options}
            words={words}
            errors={errors}
          />
        </section>
        <section aria-labelledby="its-text">
          <h2 id="its-text">{words.textHeading}</h2>
          <TextControl
            errors={errors}
            errorPrefix={words.errorPrefix ?? ""}
            path="text"
            label={words.text ?? ""}
            hint={words.textHint}
            rows={16}
            value={text}
            onChange={setText}
            after={
              <p className="cap cnt">
                {fill(words.textCount, { count: figure(text.length), max: figure(LONGEST_TEXT) })}
              </p>
            }
          />
          <Field
            id="textFile"
            label={words.textFile ?? ""}
            hint={words.textFileHint}
            error={wrong ?? undefined}
            errorPrefix={words.errorPrefix ?? ""}
          >
            <input
              type="file"
              id="textFile"
              className="input filein"
              accept=".txt,text/plain"
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = "";
                if (file) void readFile(file);
              }}
              {...describedBy("textFile", { hint: words.textFileHint, error: wrong ?? undefined })}
            />
          </Field>
        </section>
      </div>
    </FormFrame>
  );
}
