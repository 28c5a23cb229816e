"use client";
import { evidenceBody, NEW_EVIDENCE, NEW_SOURCE } from "./draft";
import { FormFrame } from "@/components/form/form-frame";
import { useKept } from "@/components/form/kept";
import type { Words } from "@/components/form/words";
import type { FormOptions } from "./options";
import { EvidenceFields, SourceFields } from "./source-fields";
import { useSave } from "@/components/form/use-save";

interface Props {
  account: string;
  reference: string;
  /** The question that it answers: where one goes on. */
  answers?: string | undefined;
  title: string;
  options: FormOptions;
  words: Words;
}

const FRESH = { source: NEW_SOURCE, evidence: NEW_EVIDENCE };

export function EvidenceForm({ account, reference, answers, title, options, words }: Props) {
  const { value, change, forget, startAnew, restored } = useKept(account, `evidence-${reference}`, FRESH);
  const { source, evidence } = value;
  const { save, busy, troubles, errors, attempt } = useSave<{ evidence: { id: string }[] }>(words);
  const page = `/pledges/${reference}`;
  const submit = async () => {
    const sent = await save({
      method: "POST",
      path: `${page}/evidence`,
      body: evidenceBody(source, evidence),
    });
    if (!sent?.ok) return;
    forget();
    const recorded = sent.value.evidence.at(-1)?.id ?? "";
    location.assign(answers ? `/questions/${answers}?evidence=${recorded}#answer` : `${page}#evidence`);
  };
  const shared = { options, words, errors };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, busy }}
      {...(restored ? { onDiscard: () => startAnew() } : {})}
      submit={words.addEvidence ?? ""}
      onSubmit={() => void submit()}
      cancelHref={answers ? `/questions/${answers}#answer` : page}
      className="lform"
    >
      <div className="lp mb-4">
        <div>
          <SourceFields
            {...shared}
            source={source}
            onChange={(part) => change((before) => ({ ...before, source: { ...before.source, ...part } }))}
            at="source"
          />
        </div>
        <div>
          <EvidenceFields
            {...shared}
            evidence={evidence}
            onChange={(part) =>
              change((before) => ({ ...before, evidence: { ...before.evidence, ...part } }))
            }
            at=""
            whole
          />
        </div>
      </div>
    </FormFrame>
  );
}
