"use client";
import { ChosenFiles } from "@/components/pledges/files/chosen-files";
import { FileControl } from "@/components/pledges/files/file-control";
import { TextControl } from "@/components/form/controls";
import { errorAt, errorsByField } from "@/components/form/field-errors";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useDraft } from "@/components/form/use-draft";
import { useSave } from "@/components/form/use-save";
import { newKey, send } from "@/lib/client/send";
import type { CaptureWords } from "./words";
import { NEW_SOURCE, sourceBody, type DraftSource } from "@/components/pledges/pledge-form/draft";
import { withLanguageOf } from "@/components/pledges/pledge-form/language-of-text";
import type { FormOptions } from "@/components/pledges/pledge-form/options";
import { SourceFields } from "@/components/pledges/pledge-form/source-fields";
import { useFigures } from "@/components/ui/language/language";
import { ScriptButton } from "@/components/ui/script-button";
import { buttonLook } from "@/components/ui/looks";
import type { ReadFile, ReceivedFile } from "@/lib/domain/pledge/file";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { CAPTURE_DRAFT } from "./capture-draft";
import { ReadNotice } from "./read-notice";
import { useReading } from "./use-reading";

interface Props {
  options: Pick<FormOptions, "ownerships">;
  words: CaptureWords;
}

interface Kept {
  source: DraftSource;
  text: string;
  /** Already sent; attached with the source. */
  file: ReceivedFile | null;
  /** Set where the text was read out of the file. */
  read: Pick<ReadFile, "whole" | "proposed"> | null;
}

const FRESH: Kept = { source: NEW_SOURCE, text: "", file: null, read: null };

/** Records a document and its text, before pledges are logged from it. */
export function CaptureForm({ options, words }: Props) {
  const { value, change, forget, startOver, restored } = useDraft(CAPTURE_DRAFT, FRESH);
  const { save, say, clear, busy, attempt, ...saved } = useSave(words);
  // What is wrong with the text as read from the file is wrong with the file.
  const troubles = saved.troubles.map((one) => (one.field === "readFrom" ? { ...one, field: "files" } : one));
  const figure = useFigures();
  const { source, text, file, read } = value;
  const setSource = (next: (before: DraftSource) => DraftSource) =>
    change((before) => ({ ...before, source: next(before.source) }));
  const w = { ...words, fileHint: words.textFileHint };
  const reading = useReading(
    w,
    () => clear("files", "readFrom"),
    (file, read) => change((before) => withFile(before, file, read)),
  );
  const submit = async (to: "drafts" | "log") => {
    if (reading.unsettled !== null) return say([{ field: "files", message: reading.unsettled }]);
    const from = file && read && text.trim() !== "" ? { readFrom: file.id } : {};
    const body = { ...sourceBody(source), text, files: file ? [file.id] : [], ...from };
    const sent = await save({ method: "POST", path: "/sources", body });
    if (!sent?.ok) return;
    const { id } = sent.value;
    // If the reading fails, the page offers it again.
    const made = to === "drafts" ? await send("POST", `/sources/${id}/drafts`, {}, { key: newKey() }) : null;
    forget();
    location.assign(`/sources/${id}/${to}${made?.ok && made.value.items.length === 0 ? "?done=none" : ""}`);
  };
  return (
    <FormFrame
      className="max-w-none"
      {...{ words, troubles, attempt, busy }}
      {...(restored ? { onDiscard: () => startOver() } : {})}
      title={words.newText}
      submit={words.captureDrafts}
      onSubmit={() => void submit("drafts")}
      onKey={(event) => {
        if (event.code !== "Enter" || !event.ctrlKey || !event.shiftKey) return;
        event.preventDefault();
        void submit("log");
      }}
      also={
        <ScriptButton className={buttonLook("large")} onClick={() => void submit("log")}>
          {words.captureByHand}
        </ScriptButton>
      }
      cancelHref="/sources"
    >
      <div className="log-page mb-4 max-xl:grid-cols-[400px_minmax(0,1fr)] max-xl:gap-8 max-md:grid-cols-1 max-md:gap-0">
        <section aria-labelledby="document">
          <h2 className="mb-3" id="document">
            {words.documentHeading}
          </h2>
          <SourceFields
            source={source}
            onChange={(part) => setSource((before) => ({ ...before, ...part }))}
            at=""
            options={options}
            words={words}
          />
        </section>
        <section aria-labelledby="its-text">
          <h2 className="mb-3" id="its-text">
            {words.textHeading}
          </h2>
          {file && read ? <ReadNotice file={file} read={read} words={words} onTake={setSource} /> : null}
          <TextControl
            path="text"
            required
            label={words.text}
            hint={words.textHint}
            rows={16}
            value={text}
            onChange={(next) => change((before) => withText(before, next))}
            after={
              <p className="text-caption text-muted mt-1">
                {fillIn(words.textCount, { count: figure(text.length), max: figure(LONGEST_SOURCE_TEXT) })}
              </p>
            }
          />
          <FileControl
            path="files"
            label={words.textFile}
            words={w}
            state={reading.state}
            error={errorAt(errorsByField(troubles), "files") ?? reading.trouble ?? undefined}
            accept=".pdf,.docx,.txt,.html,.htm"
            onChoose={reading.send}
            onStop={reading.stop}
          />
          <ChosenFiles files={file ? [file] : []} words={words} onRemove={reading.drop} />
        </section>
      </div>
    </FormFrame>
  );
}

const withText = (before: Kept, text: string): Kept => ({
  ...before,
  text,
  source: withLanguageOf(before.source, before.text, text),
});

const withFile = (before: Kept, file: ReceivedFile | null, read: ReadFile | null): Kept => ({
  ...withText(before, read?.text ?? before.text),
  file,
  read: read ? { whole: read.whole, proposed: read.proposed } : null,
});
