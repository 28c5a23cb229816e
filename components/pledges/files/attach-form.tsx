"use client";
import { useState } from "react";
import { FormFrame } from "@/components/form/form-frame";
import { navigateWithMessage } from "@/components/form/flash-message";
import { useSave } from "@/components/form/use-save";
import type { FormWords } from "@/components/form/words";
import type { FileWords } from "./words";
import type { ReceivedFile } from "@/lib/domain/pledge/file";
import { ChosenFiles } from "./chosen-files";
import { FileControl } from "./file-control";
import { useFile } from "./use-file";

export function AttachForm({ source, words }: { source: string; words: FormWords & FileWords }) {
  const [file, setFile] = useState<ReceivedFile | null>(null);
  const { saveAny, say, clear, busy, troubles, errors, attempt } = useSave(words);
  const { state, send, stop, unsettled } = useFile(words, () => clear("file"), setFile);
  const page = `/sources/${source}`;
  const submit = async () => {
    if (unsettled !== null) return say([{ field: "file", message: unsettled }]);
    if (!file) return say([{ field: "file", message: words["missing-file"] }]);
    const sent = await saveAny({ method: "POST", path: `${page}/files`, body: { file: file.id } });
    if (sent?.ok) navigateWithMessage(`${page}#files`, words.fileAttached);
  };
  return (
    <FormFrame
      className=""
      {...{ words, troubles, attempt, busy }}
      title={words.fileField}
      submit={words.attachFile}
      onSubmit={submit}
      cancelHref={page}
    >
      <FileControl
        path="file"
        required
        label={words.fileField}
        words={words}
        state={state}
        error={errors.get("file")}
        onChoose={send}
        onStop={stop}
      />
      <ChosenFiles
        files={file ? [file] : []}
        words={words}
        onRemove={() => {
          clear("file");
          setFile(null);
        }}
      />
    </FormFrame>
  );
}
