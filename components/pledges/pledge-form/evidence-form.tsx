"use client";
import { ChosenFiles } from "@/components/pledges/files/chosen-files";
import { FileControl } from "@/components/pledges/files/file-control";
import { useFile } from "@/components/pledges/files/use-file";
import type { ReceivedFile } from "@/lib/domain/pledge/file";
import { evidenceBody, NEW_EVIDENCE, NEW_SOURCE, type DraftEvidence, type DraftSource } from "./draft";
import { navigateWithMessage } from "@/components/form/flash-message";
import { errorAt } from "@/components/form/field-errors";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import type { FileWords } from "../files/words";
import { withEvidence } from "./language-of-text";
import type { PledgeFormWords, FormOptions } from "./options";
import { EvidenceFields, SourceFields } from "./source-fields";
import { useSave } from "@/components/form/use-save";

interface EvidenceDraft {
  source: DraftSource;
  evidence: DraftEvidence;
  /** Already sent; attached when the form is. */
  files: ReceivedFile[];
}
interface Props {
  reference: string;
  /** The question that this evidence answers; saving leads back to it. */
  answers?: string | undefined;
  title: string;
  options: FormOptions;
  words: PledgeFormWords & FileWords;
}

const FRESH: EvidenceDraft = { source: NEW_SOURCE, evidence: NEW_EVIDENCE, files: [] };

export function EvidenceForm({ reference, answers, title, options, words }: Props) {
  const { value, change, forget, startOver, restored } = useDraft(`evidence-${reference}`, FRESH);
  const { source, evidence, files } = value;
  const { saveAny, say, clear, busy, troubles, errors, attempt } = useSave(words);
  const { state, send, stop, unsettled } = useFile(
    words,
    () => clear("files"),
    (file) => change((before) => ({ ...before, files: [...before.files, file] })),
  );
  const page = `/pledges/${reference}`;
  const submit = async () => {
    if (unsettled !== null) return say([{ field: "files", message: unsettled }]);
    const sent = await saveAny<{ evidence: { id: string }[] }>({
      method: "POST",
      path: `${page}/evidence`,
      body: { ...evidenceBody(source, evidence), files: files.map(({ id }) => id) },
    });
    if (!sent?.ok) return;
    forget();
    const recorded = sent.value.evidence.at(-1)?.id ?? "";
    navigateWithMessage(
      answers ? `/questions/${answers}?evidence=${recorded}#answer` : `${page}#evidence`,
      words.evidenceSaid,
    );
  };
  const shared = { options, words };
  return (
    <FormFrame
      className="max-w-none"
      {...{ words, title, troubles, attempt, busy }}
      {...(restored ? { onDiscard: () => startOver() } : {})}
      submit={words.addEvidence}
      onSubmit={submit}
      cancelHref={answers ? `/questions/${answers}#answer` : page}
    >
      <div className="log-page mb-4 max-xl:grid-cols-[400px_minmax(0,1fr)] max-xl:gap-8 max-md:grid-cols-1 max-md:gap-0">
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
            onChange={(part) => change((before) => withEvidence(before, part))}
            at=""
            whole
          />
          <FileControl
            path="files"
            label={words.filesField}
            words={words}
            state={state}
            error={errorAt(errors, "files")}
            onChoose={send}
            onStop={stop}
          />
          <ChosenFiles
            files={files}
            words={words}
            onRemove={(id) => {
              clear("files");
              change((before) => ({ ...before, files: before.files.filter((file) => file.id !== id) }));
            }}
          />
        </div>
      </div>
    </FormFrame>
  );
}
