"use client";
import { useRef, useState, type DragEvent } from "react";
import { fillIn } from "@/components/form/fill";
import { textAt } from "@/lib/i18n/text-at";
import { SubmitButton } from "@/components/form/sending/submit-button";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { ErrorTitle } from "@/components/ui/errors/error-title";
import { ScriptButton } from "@/components/ui/script-button";
import type { CheckRequest } from "./check";
import { MOST_BYTES, MOST_PACKAGE_FILES } from "./limits";
import { CheckOutcome } from "./outcome";
import { errorsByField, FieldErrorsContext } from "@/components/form/field-errors";
import { buttonLook } from "@/components/ui/looks";
import { PackageFields } from "./package-fields";
import { TrustFields } from "./trust-fields";
import { useCheck, type State } from "./use-check";
import type { VerifyWords } from "./words";

interface Trouble {
  field?: string;
  message: string;
}

/** `ownKeys`: keys that this register publishes. */
export function VerifyForm({ words, ownKeys }: { words: VerifyWords; ownKeys: readonly string[] }) {
  const { form } = words;
  const zip = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [keys, setKeys] = useState("");
  const [checkpoint, setCheckpoint] = useState("");
  const [lacking, setLacking] = useState<Trouble[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { state, start, leave } = useCheck();

  const say = (found: Trouble[]) => {
    setLacking(found);
    setAttempt((before) => before + 1);
    if (found.length > 0) leave("asking");
  };
  const submit = () => {
    const asked = askedIn(zip.current, folder.current, keys, checkpoint);
    const found = lackingIn(asked, form);
    say(found);
    if (found.length === 0) start(asked);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer.items[0]?.webkitGetAsEntry()?.isDirectory)
      return say([{ field: "folder", message: form.droppedFolder }]);
    if (!zip.current || !folder.current || event.dataTransfer.files.length === 0) return;
    zip.current.files = event.dataTransfer.files;
    folder.current.value = "";
  };
  const troubles = state.is === "fault" ? [faultIn(state, words.fault)] : lacking;
  const errors = errorsByField(troubles);
  return (
    <>
      <form
        noValidate
        autoComplete="off"
        className="max-w-3xl"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        onSubmit={(event) => {
          event.preventDefault();
          if (state.is !== "underway") submit();
        }}
      >
        {troubles.length > 0 ? (
          <>
            <ErrorTitle prefix={form.errorPrefix} title={words.title} />
            <ErrorSummary title={form.problem} errors={troubles} attempt={attempt} />
          </>
        ) : null}
        <PackageFields words={form} {...{ errors, zip, folder }} />
        <FieldErrorsContext value={{ errors, errorPrefix: form.errorPrefix }}>
          <TrustFields
            words={form}
            {...{ keys, checkpoint, ownKeys }}
            onKeys={setKeys}
            onCheckpoint={setCheckpoint}
            onLarge={(field) => say([{ field, message: form.largeText }])}
          />
        </FieldErrorsContext>
        <div className="form-end max-md:flex-col">
          <SubmitButton className={buttonLook("primary large")} busy={state.is === "underway"}>
            {state.is === "underway" ? form.checking : form.submit}
          </SubmitButton>
          {state.is === "underway" ? (
            <ScriptButton className={buttonLook("large")} onClick={() => leave("cancelled")}>
              {form.cancel}
            </ScriptButton>
          ) : null}
        </div>
        <Underway state={state} words={form} />
      </form>
      {state.is === "done" ? <CheckOutcome key={attempt} verdict={state.verdict} words={words} /> : null}
    </>
  );
}

function Underway({ state, words }: { state: State; words: VerifyWords["form"] }) {
  const status = state.is === "underway" ? words.checking : state.is === "cancelled" ? words.cancelled : "";
  return (
    <>
      {state.is === "underway" ? (
        <progress className="mt-4 bg-moving" aria-label={words.checking} max={100} value={state.percent}>
          {state.percent} %
        </progress>
      ) : null}
      <p role="status" className={state.is === "cancelled" ? "text-muted mt-4" : "sr-only"}>
        {status}
      </p>
    </>
  );
}

function askedIn(
  zip: HTMLInputElement | null,
  folder: HTMLInputElement | null,
  keys: string,
  checkpoint: string,
): CheckRequest {
  return {
    zip: zip?.files?.[0] ?? null,
    folder: [...(folder?.files ?? [])].map((file) => ({ path: file.webkitRelativePath, file })),
    keys: keys.split(/\r?\n/).filter((line) => line.trim() !== ""),
    checkpoint: checkpoint.trim() === "" ? null : checkpoint,
  };
}

function lackingIn({ zip, folder, keys }: CheckRequest, words: VerifyWords["form"]): Trouble[] {
  const code = zip && folder.length > 0 ? "twoPackages" : !zip && folder.length === 0 ? "noPackage" : null;
  return [
    ...(code === null ? [] : [{ field: "zip", message: words[code] }]),
    ...(keys.length === 0 ? [{ field: "keys", message: words.noKey }] : []),
  ];
}

const ABOUT_THE_BROWSER = ["no-ed25519", "broken"];

function faultIn({ code, file, from }: State & { is: "fault" }, words: VerifyWords["fault"]): Trouble {
  const message = fillIn(textAt(words, code) ?? words.broken, {
    megabytes: MOST_BYTES / 1_000_000,
    files: MOST_PACKAGE_FILES,
    file,
  });
  return ABOUT_THE_BROWSER.includes(code) ? { message } : { field: from, message };
}
