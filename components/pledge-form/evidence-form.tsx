"use client";
import { evidenceBody, NEW_EVIDENCE, NEW_SOURCE } from "./draft";
import { FormFrame } from "./form-frame";
import { forget, parsed, useFound, useKept } from "./kept";
import type { FormOptions, Words } from "./options";
import { EvidenceFields, SourceFields } from "./source-fields";
import { useSave } from "./use-save";

interface Props {
  account: string;
  reference: string;
  title: string;
  options: FormOptions;
  words: Words;
}

const FRESH = { source: NEW_SOURCE, evidence: NEW_EVIDENCE };

export function EvidenceForm(props: Props) {
  const name = `evidence-${props.reference}`;
  const found = useFound(props.account, name);
  return <Form key={found} {...props} name={name} initial={parsed(found, FRESH)} />;
}

function Form({
  account,
  reference,
  title,
  options,
  words,
  name,
  initial,
}: Props & { name: string; initial: typeof FRESH }) {
  const { value, change } = useKept(account, name, initial);
  const { source, evidence } = value;
  const { save, busy, troubles, errors, attempt, signedOut } = useSave(words);
  const page = `/pledges/${reference}`;
  const submit = async () => {
    const sent = await save({
      method: "POST",
      path: `${page}/evidence`,
      body: evidenceBody(source, evidence),
    });
    if (!sent?.ok) return;
    forget(account, name);
    location.assign(`${page}#evidence`);
  };
  const shared = { options, words, errors };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, signedOut, busy }}
      submit={words.addEvidence ?? ""}
      onSubmit={() => void submit()}
      cancelHref={page}
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
