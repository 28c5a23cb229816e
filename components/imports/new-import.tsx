"use client";
// A file, or cells pasted from one: sent as it is, and read by the register.
import { useRef, useState } from "react";
import { TextControl } from "@/components/form/controls";
import { errorsByField, type Trouble } from "@/components/form/field-errors";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { troublesOf } from "@/components/form/use-save";
import type { ImportFormWords } from "./words";
import { describedBy, LabelledField } from "@/components/ui/field";
import { sendFile } from "@/lib/client/send-file";

export function NewImportForm({
  title,
  limits,
  words,
}: {
  title: string;
  limits: string;
  words: ImportFormWords<"new">;
}) {
  const file = useRef<HTMLInputElement>(null);
  const [pasted, setPasted] = useState("");
  const [troubles, setTroubles] = useState<Trouble[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const errors = errorsByField(troubles);
  const say = (found: Trouble[]) => {
    setTroubles(found);
    setAttempt((n) => n + 1);
  };

  const submit = async () => {
    if (busy) return;
    const chosen = file.current?.files?.[0] ?? null;
    const hasCells = pasted.trim() !== "";
    if (chosen && hasCells) return say([{ field: "file", message: words.both }]);
    if (!chosen && !hasCells) return say([{ field: "file", message: words["missing-file"] }]);
    const name = chosen?.name.slice(0, 200) ?? words.pastedName;
    const body = chosen ?? new Blob([pasted]);
    const type = chosen ? "application/octet-stream" : "text/tab-separated-values";
    setBusy(true);
    const sent = await sendFile<{ id: string }>(
      `/imports?name=${encodeURIComponent(name.toWellFormed())}`,
      body,
      type,
    );
    setBusy(false);
    if (!sent.ok) return say(troublesOf(sent.failure, words));
    navigateWithMessage(`/imports/${sent.value.id}`, null);
  };
  const errorPrefix = words.errorPrefix;
  return (
    <FormFrame
      className="max-w-none"
      {...{ words, title, troubles, attempt, busy }}
      submit={words.submit}
      onSubmit={submit}
      cancelHref="/imports"
    >
      <LabelledField
        id="file"
        label={words.file}
        hint={`${limits} ${words.fileHint}`}
        error={errors.get("file")}
        errorPrefix={errorPrefix}
      >
        <input
          ref={file}
          type="file"
          id="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values"
          {...describedBy("file", { hint: true, error: errors.get("file") })}
        />
      </LabelledField>
      <TextControl
        path="pasted"
        label={words.pasted}
        hint={words.pastedHint}
        value={pasted}
        onChange={setPasted}
        rows={4}
      />
    </FormFrame>
  );
}
