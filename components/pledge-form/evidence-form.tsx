"use client";
import { useState } from "react";
import { evidenceBody, NEW_EVIDENCE, NEW_SOURCE } from "./draft";
import { FormFrame } from "./form-frame";
import { forget, keep, parsed, useFound } from "./kept";
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
  const [{ source, evidence }, setKept] = useState(initial);
  const { save, busy, troubles, errors, attempt, signedOut } = useSave(words);
  const page = `/pledges/${reference}`;
  const change = (next: typeof FRESH) => {
    setKept(next);
    keep(account, name, next);
  };
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
            onChange={(next) => change({ source: next, evidence })}
            at="source"
          />
        </div>
        <div>
          <EvidenceFields
            {...shared}
            evidence={evidence}
            onChange={(next) => change({ source, evidence: next })}
            at=""
            whole
          />
        </div>
      </div>
    </FormFrame>
  );
}
