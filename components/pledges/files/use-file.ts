"use client";
// Sends one file at a time: chosen, being sent, received, or what is wrong with it.
import { useRef, useState } from "react";
import { fillIn } from "@/components/form/fill";
import { troublesOf } from "@/components/form/use-save";
import type { FormWords } from "@/components/form/words";
import type { FileWords } from "./words";
import { sendFile } from "@/lib/client/send-file";
import { labelled } from "@/lib/i18n/signs";
import { LARGEST_FILE, type ReceivedFile } from "@/lib/domain/pledge/file";

export interface FileState {
  /** The file being sent, and how much of it so far; null when none is. */
  going: { name: string; part: number } | null;
  /** Why the last chosen file was refused; it names the file. */
  trouble: string | null;
  /** Shown after the user stopped it. */
  message: string;
}

/** `onChange`: a file was chosen, arrived, was refused or left out; what the form says about the one before is no longer true. */
export function useFile(
  words: FormWords & FileWords,
  onChange: () => void,
  onHere: (file: ReceivedFile) => void,
) {
  const [state, setState] = useState<FileState>({ going: null, trouble: null, message: "" });
  const stopper = useRef<AbortController | null>(null);
  const change = (next: FileState) => {
    onChange();
    setState(next);
  };
  const say = (trouble: string | null, message = "") => change({ going: null, trouble, message });

  const send = async (file: File): Promise<void> => {
    const { name, size } = file;
    // A newly chosen file replaces the one being sent.
    stopper.current?.abort();
    stopper.current = null;
    if (size > LARGEST_FILE) return say(fillIn(words.tooLarge, { name, size: chosenSize(size) }));
    const stop = new AbortController();
    stopper.current = stop;
    change({ going: { name, part: 0 }, trouble: null, message: "" });
    const showProgress = (part: number) =>
      setState((now) => (now.going ? { ...now, going: { name, part } } : now));
    const path = `/files?name=${encodeURIComponent(name.toWellFormed())}`;
    const sent = await sendFile<ReceivedFile>(path, file, "application/octet-stream", {
      onProgress: showProgress,
      signal: stop.signal,
    });
    if (stopper.current !== stop) return;
    stopper.current = null;
    if (stop.signal.aborted) return say(null, fillIn(words.stopped, { name }));
    if (!sent.ok) {
      if (sent.failure.is === "offline") return say(fillIn(words.offlineFile, { name }));
      const [first] = troublesOf(sent.failure, words);
      return say(labelled(name, first?.message ?? ""));
    }
    say(null);
    onHere(sent.value);
  };
  return {
    state,
    send: (file: File) => void send(file),
    /** Stops the upload, or leaves a refused file out. */
    stop: () => {
      if (stopper.current) stopper.current.abort();
      else say(null);
    },
    /** Why the form can't be sent yet: without this, it would be saved without the file. */
    unsettled: state.going ? words.fileOnWay : state.trouble,
  };
}

/** In steps of 1,000, written in the page's language. */
export const chosenSize = (bytes: number): string => {
  const [unit, size] =
    bytes < 100
      ? (["byte", 1] as const)
      : bytes < 1_000_000
        ? (["kilobyte", 1_000] as const)
        : (["megabyte", 1_000_000] as const);
  const written = {
    style: "unit",
    unit,
    unitDisplay: size === 1 ? "long" : "short",
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(document.documentElement.lang || "en", written).format(bytes / size);
};
