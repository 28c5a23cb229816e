"use client";
import { TextControl } from "@/components/form/controls";
import { LabelledTick } from "@/components/form/tick-field";
import { FormFrame } from "@/components/form/form-frame";
import { useForm } from "@/components/form/use-form";
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
  const { draft, set, fieldOf, save, say, leave, errors, frame } = useForm(words, {
    name: `run-${id}`,
    fresh: { reason: "", goodRowsOnly: false },
    keyed: false,
  });
  const reason = draft.reason.trim();
  const goodRowsOnly = hasErrors && draft.goodRowsOnly;
  const submit = async () => {
    const lacking = [
      ...(hasErrors && !goodRowsOnly ? [{ field: "goodRowsOnly", message: words["rows-in-error"] }] : []),
      ...(hasProposals && reason === "" ? [{ field: "reason", message: words["missing-reason"] }] : []),
    ];
    if (lacking.length > 0) return say(lacking);
    const body = { goodRowsOnly, ...(hasProposals ? { reason } : {}) };
    const sent = await save({ method: "POST", path: `/imports/${id}/run`, body });
    if (sent?.ok) leave(`/imports/${id}`);
  };
  const error = errors.get("goodRowsOnly");
  return (
    <FormFrame {...frame} title={title} submit={words.submitCount} onSubmit={submit} cancelHref="/imports">
      {hasProposals ? (
        <TextControl {...fieldOf("reason")} required label={words.reason} hint={words.reasonHint} rows={2} />
      ) : null}
      {hasErrors ? (
        <div className={error ? "field in-error" : "field"}>
          <LabelledTick
            id="goodRowsOnly"
            ticked={draft.goodRowsOnly}
            aria-describedby="goodRowsOnly-hint"
            onToggle={() => set((before) => ({ goodRowsOnly: !before.goodRowsOnly }))}
          >
            {words.goodRowsOnlyCount}
          </LabelledTick>
          <p className="mb-1 text-muted" id="goodRowsOnly-hint">
            {words.goodRowsHint}
          </p>
          {error ? <p className={errorLook()}>{error}</p> : null}
        </div>
      ) : null}
    </FormFrame>
  );
}
