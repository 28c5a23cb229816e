"use client";
// Corrects the cells of one row that are in error; the register tries the row again at once.
import { useState } from "react";
import { TextControl } from "@/components/form/controls";
import { SubmitButton } from "@/components/form/sending/submit-button";
import { troubleLine } from "@/components/form/use-save";
import { buttonLook } from "@/components/ui/looks";
import type { ImportFormWords } from "../words";
import { send } from "@/lib/client/send";
import { useShowTried } from "./place";

export interface BadCell {
  column: number;
  label: string;
  value: string;
}

export function CorrectRow({
  id,
  row,
  open,
  cells,
  words,
}: {
  id: string;
  row: number;
  open: string;
  cells: readonly BadCell[];
  words: ImportFormWords<"mend">;
}) {
  const [values, setValues] = useState<readonly string[]>(() => cells.map(({ value }) => value));
  const [alike, setAlike] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const showTried = useShowTried();
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    const changed = cells.map(({ column }, place) => ({ column, value: values[place] ?? "" }));
    const body = { cells: changed, alike };
    const sent = await send("PATCH", `/imports/${id}/rows/${String(row)}`, body);
    setBusy(false);
    setFailed(sent.ok ? "" : troubleLine(sent.failure, words));
    if (sent.ok) showTried(sent.value);
  };
  return (
    <details className="mt-2 noscript:hidden">
      <summary className={buttonLook("plain")}>{open}</summary>
      <form
        noValidate
        className="mt-2"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {cells.map(({ column, label }, place) => (
          <TextControl
            key={column}
            path={`row-${String(row)}-${String(column)}`}
            label={label}
            value={values[place] ?? ""}
            onChange={(value) => setValues((before) => before.map((one, at) => (at === place ? value : one)))}
          />
        ))}
        <label className="flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            className="check"
            checked={alike}
            onChange={(event) => setAlike(event.target.checked)}
          />
          {words.alike}
        </label>
        <SubmitButton className={buttonLook()} busy={busy}>
          {busy ? words.busy : words.submit}
        </SubmitButton>
        {failed === "" ? null : <p role="alert">{failed}</p>}
      </form>
    </details>
  );
}
