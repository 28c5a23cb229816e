"use client";
// Sends a document to the register, then has a machine read it.
import { useRef, useState } from "react";
import { useFile } from "@/components/pledges/files/use-file";
import { fillIn } from "@/components/form/fill";
import { troublesOf } from "@/components/form/use-save";
import type { CaptureWords } from "./words";
import { send } from "@/lib/client/send";
import { isReadType, type ReadFile, type ReceivedFile } from "@/lib/domain/pledge/file";

interface Reading {
  busy: boolean;
  trouble: string | null;
  message: string;
}
const NOTHING: Reading = { busy: false, trouble: null, message: "" };

/** `onRead`: without what was read where nothing could be; the register has the file all the same. Without a file: it was left out. */
export function useReading(
  words: CaptureWords,
  onChange: () => void,
  onRead: (file: ReceivedFile | null, read: ReadFile | null) => void,
) {
  const [reading, setReading] = useState(NOTHING);
  const last = useRef<string | null>(null);
  const read = async (file: ReceivedFile): Promise<void> => {
    last.current = file.id;
    if (!isReadType(file.type)) return onRead(file, null);
    setReading({ busy: true, trouble: null, message: fillIn(words.reading, { name: file.name }) });
    const sent = await send("POST", `/files/${file.id}/text`, {});
    // Another file was chosen meanwhile.
    if (last.current !== file.id) return;
    onChange();
    const trouble = sent.ok ? null : (troublesOf(sent.failure, words)[0]?.message ?? null);
    setReading({ ...NOTHING, trouble });
    onRead(file, sent.ok ? sent.value : null);
  };
  const { state, send: sendOne, stop, unsettled } = useFile(words, onChange, (file) => void read(file));
  const choose = (file: File): void => {
    last.current = null;
    setReading(NOTHING);
    sendOne(file);
  };
  return {
    state: { ...state, message: reading.message === "" ? state.message : reading.message },
    /** Why no text was read from the file; the register has it all the same. */
    trouble: reading.trouble,
    send: choose,
    stop,
    drop: () => {
      setReading(NOTHING);
      onChange();
      onRead(null, null);
    },
    unsettled: reading.busy ? words.fileOnWay : unsettled,
  };
}
