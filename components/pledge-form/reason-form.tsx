"use client";
// Voiding and retracting: one field, and it must say why.
import { useState } from "react";
import { TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import type { Words } from "@/components/form/words";
import { useSave } from "@/components/form/use-save";

interface Props {
  title: string;
  label: string;
  submit: string;
  /** Below /api/v1. */
  path: string;
  version?: number;
  /** Where one comes from, and goes back to. */
  page: string;
  words: Words;
}

export function ReasonForm({ title, label, submit, path, version, page, words }: Props) {
  const [reason, setReason] = useState("");
  const { save, busy, troubles, errors, attempt, signedOut, failure } = useSave(words);
  const send = async () => {
    const body = reason.trim() === "" ? {} : { reason: reason.trim() };
    const sent = await save({ method: "POST", path, body, ...(version === undefined ? {} : { version }) });
    if (sent?.ok) location.assign(page);
  };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, signedOut, busy, submit }}
      onSubmit={() => void send()}
      cancelHref={page}
      danger
      className="lform max-w-3xl"
    >
      {failure?.is === "conflict" ? (
        <Stale page={page} words={words} detail={failure.refusal.detail} />
      ) : null}
      <TextControl
        errors={errors}
        errorPrefix={words.errorPrefix ?? ""}
        path="reason"
        label={label}
        value={reason}
        onChange={setReason}
        rows={3}
      />
    </FormFrame>
  );
}

/** The record changed under a form that has nothing to merge: look first, then decide again. */
export function Stale({ page, words, detail }: { page: string; words: Words; detail: string }) {
  return (
    <p className="notice mb-4" role="alert">
      <b>{words.conflictTitle}.</b> {detail} <a href={page}>{words.lookAgain}</a>
    </p>
  );
}
