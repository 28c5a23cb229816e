"use client";
import { useEffect, useRef } from "react";
import { fillIn } from "@/components/form/fill";
import type { FormWords } from "@/components/form/words";
import type { FileWords } from "./words";
import { fieldLabel, describedBy, LabelledField } from "@/components/ui/field";
import { useAlive } from "@/components/ui/alive";
import { buttonLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import type { FileState } from "./use-file";

interface Props {
  path: string;
  label: string;
  words: FormWords & FileWords;
  state: FileState;
  /** An error about the form that the file is sent with. */
  error?: string | undefined;
  required?: boolean;
  /** File endings; all that the register stores when left out. */
  accept?: string;
  onChoose: (file: File) => void;
  onStop: () => void;
}

/** Sends a file as soon as it is chosen; progress and a way to stop are below. */
export function FileControl({ path, label, words, state, error, required, accept, onChoose, onStop }: Props) {
  const { going, trouble, message } = state;
  const alive = useAlive();
  const wrong = trouble ?? error;
  const control = useRef<HTMLInputElement>(null);
  const isWrong = wrong !== undefined;
  useEffect(
    () => () => {
      // The summary is gone with its last error, and with it the focus.
      if (isWrong && document.activeElement === document.body) control.current?.focus();
    },
    [isWrong],
  );
  return (
    <LabelledField
      id={path}
      label={label}
      hint={words.fileHint}
      error={wrong ?? undefined}
      errorPrefix={words.errorPrefix}
      required={required}
    >
      <input
        ref={control}
        type="file"
        id={path}
        className="input px-3 py-2"
        accept={accept ?? ".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.html,.htm"}
        disabled={!alive}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // Lets the same file be chosen again once it is fixed.
          event.target.value = "";
          if (file) onChoose(file);
        }}
        {...describedBy(path, { hint: words.fileHint, error: wrong ?? undefined })}
        {...fieldLabel(required)}
      />
      {trouble === null ? null : (
        <ScriptButton
          className={buttonLook("plain")}
          onClick={() => {
            onStop();
            document.getElementById(path)?.focus();
          }}
        >
          {words.leaveRefusedOut}
        </ScriptButton>
      )}
      {going ? (
        <p className="mt-2">
          <progress
            className="mb-2 bg-moving"
            value={going.part}
            max={1}
            aria-label={fillIn(words.sending, percentOf(going))}
          />
          {fillIn(words.sending, percentOf(going))}{" "}
          <ScriptButton className={buttonLook("plain")} onClick={onStop}>
            {words.stopSending}
          </ScriptButton>
        </p>
      ) : null}
      <p className="text-caption text-muted" role="status">
        {message}
      </p>
    </LabelledField>
  );
}

const percentOf = ({ name, part }: { name: string; part: number }) => ({
  name,
  percent: Math.floor(part * 100),
});
