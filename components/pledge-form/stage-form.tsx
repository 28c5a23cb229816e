"use client";
import { Comparison } from "@/components/form/comparison";
import { RadioControl, SelectControl, TextControl } from "@/components/form/controls";
import { FormFrame } from "@/components/form/form-frame";
import { leaveTo } from "@/components/form/told";
import { useRecord } from "@/components/form/use-record";
import type { Option, Words } from "@/components/form/words";
import { StageRing, type RingStage } from "@/components/ui/stage-ring";
import { withReason } from "./approval-draft";

interface Props {
  account: string;
  reference: string;
  read: { version: number; stage: string };
  title: string;
  /** The steps the rules accept now. */
  stages: Option[];
  /** Pledges that may replace it. */
  successors: Option[];
  words: Words;
  names: Readonly<Record<string, string>>;
  /** What all stages are called. */
  stageNames: Readonly<Record<string, string>>;
}

/** A step is about the stage alone: what others changed besides it stays, and the rules look at it anew. */
export function StageForm(props: Props) {
  const { account, reference, read, title, stages, successors, words, names, stageNames } = props;
  const page = `/pledges/${reference}`;
  const form = useRecord<StageDraft, Props["read"]>({
    words,
    account,
    name: `stage-${reference}`,
    read,
    path: page,
    take: ({ stage }) => ({ stage, reason: "", successor: "" }),
    body: ({ stage }) => ({ stage }),
    start: { stage: stages.length === 1 ? (stages[0]?.value ?? "") : "" },
    wish: (_changes, { stage, reason, successor }) => ({
      method: "POST",
      path: `${page}/stage`,
      body: withReason(
        { to: stage, ...(stage === "SUPERSEDED" && successor !== "" ? { successor } : {}) },
        reason,
      ),
    }),
    names,
    onSaved: (_saved, said) => leaveTo(page, said),
  });
  const { draft, errors } = form;
  if (form.against) {
    return (
      <Comparison
        against={form.against}
        textOf={(_clash, value) => stageNames[String(value)] ?? String(value)}
        words={words}
        onChoose={form.choose}
        onBack={form.back}
        mayEnter={false}
      />
    );
  }
  // Evidence has a page of its own: here a stage that lacks it is mended by choosing another.
  const troubles = form.frame.troubles.map((one) =>
    one.field === "evidence.0.kind" ? { ...one, field: "to" } : one,
  );
  const shared = { errors, errorPrefix: words.errorPrefix ?? "" };
  return (
    <FormFrame
      {...form.frame}
      troubles={troubles}
      title={title}
      submit={words.setStage ?? ""}
      cancelHref={page}
      className="lform max-w-3xl"
    >
      <RadioControl
        {...shared}
        path="to"
        label={words.stageTo ?? ""}
        value={draft.stage}
        onChange={(stage) => form.set({ stage })}
        options={stages}
        glyph={(stage) => <StageRing stage={stage as RingStage} coloured />}
      />
      {draft.stage === "SUPERSEDED" ? (
        <SelectControl
          {...shared}
          path="successor"
          label={words.successor ?? ""}
          hint={words.successorHint}
          value={draft.successor}
          onChange={(successor) => form.set({ successor })}
          options={successors}
          none={words.choose}
        />
      ) : null}
      <TextControl
        {...shared}
        path="reason"
        label={words.stageReason ?? ""}
        hint={words.stageReasonHint}
        value={draft.reason}
        onChange={(reason) => form.set({ reason })}
        rows={3}
      />
    </FormFrame>
  );
}

interface StageDraft {
  stage: string;
  reason: string;
  successor: string;
}
