"use client";
import { useRef, useState, type DragEvent } from "react";
import { TextControl } from "@/components/form/controls";
import { fill } from "@/components/form/fill";
import { SubmitButton } from "@/components/form/submit-button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { describedBy, Field } from "@/components/ui/field";
import type { Verdict } from "@/lib/verifier/verify.mjs";
import { check, type Asked } from "./check";
import { FileOfText } from "./file-of-text";
import { Outcome } from "./outcome";
import { MOST_BYTES, MOST_FILES } from "./package-files";
import type { VerifyWords } from "./words";

interface Trouble {
  field?: string;
  message: string;
}

type State =
  | { is: "asking" }
  | { is: "underway"; percent: number; cancel: () => void }
  | { is: "cancelled" }
  | { is: "done"; verdict: Verdict };

const LIMITS = { megabytes: MOST_BYTES / 1_000_000, files: MOST_FILES };

/** `ownKeys`: those that this register publishes, for who wants no better. */
export function VerifyForm({ words, ownKeys }: { words: VerifyWords; ownKeys: readonly string[] }) {
  const { form, fault } = words;
  const zip = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [keys, setKeys] = useState("");
  const [checkpoint, setCheckpoint] = useState("");
  const [state, setState] = useState<State>({ is: "asking" });
  const [{ troubles, attempt }, setTroubles] = useState<{ troubles: Trouble[]; attempt: number }>({
    troubles: [],
    attempt: 0,
  });
  const say = (found: Trouble[]) =>
    setTroubles(({ attempt: before }) => ({ troubles: found, attempt: before + 1 }));
  const errors = new Map(
    troubles.flatMap(({ field, message }) => (field ? [[field, message] as const] : [])),
  );

  const start = () => {
    const asked = askedIn(zip.current, folder.current, keys, checkpoint);
    const lacking = lackingIn(asked, form);
    say(lacking);
    if (lacking.length > 0) return setState({ is: "asking" });
    const cancel = check(asked, (told) => {
      if (told.is === "underway") setState({ ...told, cancel });
      else if (told.is === "done") setState({ is: "done", verdict: told.verdict });
      else {
        setState({ is: "asking" });
        const message = fill(fault[told.code], { ...LIMITS, file: told.file });
        say([told.code.startsWith("no-ed") ? { message } : { field: asked.zip ? "zip" : "folder", message }]);
      }
    });
    setState({ is: "underway", percent: 0, cancel });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const item = event.dataTransfer.items[0];
    if (item?.webkitGetAsEntry()?.isDirectory)
      return say([{ field: "folder", message: form["droppedFolder"] ?? "" }]);
    if (!zip.current || event.dataTransfer.files.length === 0) return;
    zip.current.files = event.dataTransfer.files;
    if (folder.current) folder.current.value = "";
  };
  const shared = { errors, errorPrefix: form["errorPrefix"] ?? "" };
  const tooLong = (field: string) => say([{ field, message: form["largeText"] ?? "" }]);

  return (
    <>
      <form
        noValidate
        autoComplete="off"
        className="lform max-w-3xl"
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        onSubmit={(event) => {
          event.preventDefault();
          if (state.is !== "underway") start();
        }}
      >
        {troubles.length > 0 ? (
          <>
            <title>{`${form["errorPrefix"]} ${words.title}`}</title>
            <ErrorSummary title={form["problem"] ?? ""} errors={troubles} attempt={attempt} />
          </>
        ) : null}
        <section className="sec" aria-labelledby="the-package">
          <header>
            <h2 id="the-package">{form["what"]}</h2>
          </header>
          <Chosen id="zip" label={form["zip"]} hint={fill(form["zipHint"], LIMITS)} {...shared}>
            <input
              ref={zip}
              type="file"
              id="zip"
              accept=".zip,application/zip"
              {...describedBy("zip", { hint: true, error: errors.get("zip") })}
            />
          </Chosen>
          <Chosen id="folder" label={form["folder"]} {...shared}>
            <input
              ref={(input) => {
                folder.current = input;
                if (input) input.webkitdirectory = true;
              }}
              type="file"
              id="folder"
              {...describedBy("folder", { error: errors.get("folder") })}
            />
          </Chosen>
        </section>
        <section className="sec" aria-labelledby="held-against-it">
          <header>
            <h2 id="held-against-it">{form["trust"]}</h2>
          </header>
          <TextControl
            {...shared}
            path="keys"
            label={form["key"] ?? ""}
            hint={form["keyHint"] ?? ""}
            rows={2}
            value={keys}
            onChange={setKeys}
            after={
              <FileOfText
                id="key-file"
                label={form["keyFile"] ?? ""}
                onRead={setKeys}
                onLarge={() => tooLong("keys")}
              />
            }
          />
          {ownKeys.length > 0 ? (
            <p className="muted mb-4">
              <button type="button" className="btn" onClick={() => setKeys(ownKeys.join("\n"))}>
                {form["ownKey"]}
              </button>{" "}
              {form["ownKeyWarning"]}
            </p>
          ) : null}
          <TextControl
            {...shared}
            path="checkpoint"
            label={form["checkpoint"] ?? ""}
            hint={form["checkpointHint"] ?? ""}
            rows={5}
            value={checkpoint}
            onChange={setCheckpoint}
            after={
              <FileOfText
                id="checkpoint-file"
                label={form["checkpointFile"] ?? ""}
                onRead={setCheckpoint}
                onLarge={() => tooLong("checkpoint")}
              />
            }
          />
        </section>
        <div className="bar">
          <SubmitButton className="btn primary big" busy={state.is === "underway"}>
            {state.is === "underway" ? form["checking"] : form["submit"]}
          </SubmitButton>
          {state.is === "underway" ? (
            <button
              type="button"
              className="btn big"
              onClick={() => {
                state.cancel();
                setState({ is: "cancelled" });
              }}
            >
              {form["cancel"]}
            </button>
          ) : null}
        </div>
        {state.is === "underway" ? (
          <progress className="mt-4" aria-label={form["checking"]} max={100} value={state.percent}>
            {state.percent} %
          </progress>
        ) : null}
        <p role="status" className={state.is === "cancelled" ? "muted mt-4" : "vh"}>
          {state.is === "underway" ? form["checking"] : state.is === "cancelled" ? form["cancelled"] : ""}
        </p>
      </form>
      {state.is === "done" ? <Outcome key={attempt} verdict={state.verdict} words={words} /> : null}
    </>
  );
}

interface ChosenProps {
  id: string;
  label: string | undefined;
  hint?: string;
  errors: ReadonlyMap<string, string>;
  errorPrefix: string;
  children: React.ReactNode;
}

function Chosen({ id, label, hint, errors, errorPrefix, children }: ChosenProps) {
  return (
    <Field id={id} label={label} hint={hint} error={errors.get(id)} errorPrefix={errorPrefix}>
      {children}
    </Field>
  );
}

function askedIn(
  zip: HTMLInputElement | null,
  folder: HTMLInputElement | null,
  keys: string,
  checkpoint: string,
): Asked {
  return {
    zip: zip?.files?.[0] ?? null,
    folder: [...(folder?.files ?? [])].map((file) => ({ path: file.webkitRelativePath, file })),
    keys: keys.split(/\r?\n/).filter((line) => line.trim() !== ""),
    checkpoint: checkpoint.trim() === "" ? null : checkpoint,
  };
}

function lackingIn({ zip, folder, keys }: Asked, form: VerifyWords["form"]): Trouble[] {
  const code = zip && folder.length > 0 ? "twoPackages" : !zip && folder.length === 0 ? "noPackage" : null;
  return [
    ...(code === null ? [] : [{ field: "zip", message: form[code] ?? "" }]),
    ...(keys.length === 0 ? [{ field: "keys", message: form["noKey"] ?? "" }] : []),
  ];
}
