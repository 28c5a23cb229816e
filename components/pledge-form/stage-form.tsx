"use client";
import { useState } from "react";
import { StageRing, type RingStage } from "@/components/ui/stage-ring";
import { RadioControl, SelectControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import type { Option, Words } from "@/components/form/words";
import { Stale } from "./reason-form";
import { useSave } from "@/components/form/use-save";

interface Props {
  reference: string;
  version: number;
  title: string;
  /** The steps the rules accept now. */
  stages: Option[];
  /** Pledges that may replace it. */
  successors: Option[];
  words: Words;
}

export function StageForm({ reference, version, title, stages, successors, words }: Props) {
  const [to, setTo] = useState(stages.length === 1 ? (stages[0]?.value ?? "") : "");
  const [reason, setReason] = useState("");
  const [successor, setSuccessor] = useState("");
  const { save, busy, troubles: told, errors, attempt, signedOut, failure } = useSave(words);
  // Evidence has a page of its own: here a stage that lacks it is mended by choosing another.
  const troubles = told.map((one) => (one.field === "evidence.0.kind" ? { ...one, field: "to" } : one));
  const page = `/pledges/${reference}`;
  const submit = async () => {
    const body = {
      to,
      ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      ...(to === "SUPERSEDED" && successor !== "" ? { successor } : {}),
    };
    const sent = await save({ method: "POST", path: `${page}/stage`, body, version });
    if (sent?.ok) location.assign(page);
  };
  const shared = { errors, errorPrefix: words.errorPrefix ?? "" };
  return (
    <FormFrame
      {...{ words, title, troubles, attempt, signedOut, busy }}
      submit={words.setStage ?? ""}
      onSubmit={() => void submit()}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      {failure?.is === "conflict" ? (
        <Stale page={page} words={words} detail={failure.refusal.detail} />
      ) : null}
      <RadioControl
        {...shared}
        path="to"
        label={words.stageTo ?? ""}
        value={to}
        onChange={setTo}
        options={stages}
        glyph={(stage) => <StageRing stage={stage as RingStage} coloured />}
      />
      {to === "SUPERSEDED" ? (
        <SelectControl
          {...shared}
          path="successor"
          label={words.successor ?? ""}
          hint={words.successorHint}
          value={successor}
          onChange={setSuccessor}
          options={successors}
          none={words.choose}
        />
      ) : null}
      <TextControl
        {...shared}
        path="reason"
        label={words.stageReason ?? ""}
        hint={words.stageReasonHint}
        value={reason}
        onChange={setReason}
        rows={3}
      />
    </FormFrame>
  );
}
