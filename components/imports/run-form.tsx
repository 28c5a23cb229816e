"use client";
import { useState } from "react";
import { TextControl } from "@/components/form/controls";
import { adoptTick } from "@/components/form/typed-early";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import { errorLook } from "@/components/ui/looks";
import type { ImportFormWords } from "./words";

interface Props {
  id: string;
  title: string;
  words: ImportFormWords<"run"> & { submitCount: string; goodRowsOnlyCount: string };
  hasErrors: boolean;
  hasProposals: boolean;
}

export function RunForm({ id, title, words, hasErrors, hasProposals }: Props) {
  const [reason, setReason] = useState("");
  const [goodRowsOnly, setGoodRowsOnly] = useState(false);
  const { save, say, busy, troubles, errors, attempt } = useSave(words, false);
  const submit = async () => {
    const lacking = [
      ...(hasErrors && !goodRowsOnly ? [{ field: "goodRowsOnly", message: words["rows-in-error"] }] : []),
      ...(hasProposals && reason.trim() === ""
        ? [{ field: "reason", message: words["missing-reason"] }]
        : []),
    ];
    if (lacking.length > 0) return say(lacking);
    const body = { goodRowsOnly, ...(hasProposals ? { reason: reason.trim() } : {}) };
    const sent = await save({ method: "POST", path: `/imports/${id}/run`, body });
    if (sent?.ok) navigateWithMessage(`/imports/${id}`, null);
  };
  const error = errors.get("goodRowsOnly");
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      submit={words.submitCount}
      onSubmit={submit}
      cancelHref="/imports"
    >
      {hasProposals ? (
        <TextControl
          path="reason"
          required
          label={words.reason}
          hint={words.reasonHint}
          value={reason}
          onChange={setReason}
          rows={2}
        />
      ) : null}
      {hasErrors ? (
        <div className={error ? "field in-error" : "field"}>
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="check hover:bg-sunken"
              id="goodRowsOnly"
              ref={adoptTick(goodRowsOnly, () => setGoodRowsOnly(true))}
              checked={goodRowsOnly}
              aria-describedby="goodRowsOnly-hint"
              onChange={(event) => setGoodRowsOnly(event.target.checked)}
            />
            {words.goodRowsOnlyCount}
          </label>
          <p className="mb-1 text-muted" id="goodRowsOnly-hint">
            {words.goodRowsHint}
          </p>
          {error ? <p className={errorLook()}>{error}</p> : null}
        </div>
      ) : null}
    </FormFrame>
  );
}
