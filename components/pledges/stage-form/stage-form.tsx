"use client";
import { ConflictComparison } from "@/components/form/comparison";
import { RadioControl, SelectControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { FormFrame } from "@/components/form/form-frame";
import { useRecord } from "@/components/form/use-record";
import type { Option } from "@/components/form/words";
import type { PledgeFormWords, FormOptions } from "../pledge-form/options";
import { Glyph } from "@/components/ui/marks/glyph";
import { StageRing, type RingStage } from "@/components/ui/marks/stage-ring";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { asksForCondition, missingFor, type StageContext } from "@/lib/domain/pledge/stage";
import type { Stage } from "@/lib/domain/pledge/stages";
import { StepEvidenceFields } from "./step-evidence-fields";
import { leaveWith, type StepWay } from "./proposed";
import { NEW_STEP, stepBody, withBrought, type StageDraft } from "./stage-draft";
import { StepWayNote } from "./way-note";

interface Props {
  pledge: Pledge;
  /** Context for the evidence requirements. */
  context: StageContext;
  title: string;
  /** The possible next stages, and whether this user sets or proposes each. */
  stages: (Option & { way: StepWay })[];
  successors: Option[];
  /** Evidence on record that supports it. */
  pieces: Option[];
  /** A proposal that was sent back: what it proposed, and fields that would change with the step. */
  resubmission: { id: string; draft: StageDraft; changes: object | null } | null;
  options: FormOptions;
  words: PledgeFormWords;
  names: Readonly<Record<string, string>>;
  stageNames: Readonly<Record<string, string>>;
  /** Words for what an evidence requirement lacks, by requirement and stage. */
  lacks: Readonly<Record<string, string>>;
}

/** A step concerns the stage alone: other people's changes stay, and the rules check it again. */
export function StageForm(props: Props) {
  const { pledge, context, title, stages, successors, pieces, options, words, stageNames } = props;
  const page = `/pledges/${pledge.reference}`;
  const asksOverride = (to: string): boolean => !context.actionable && asksForCondition(pledge, to as Stage);
  const form = useStep(props, page, asksOverride);
  const { draft, fieldOf } = form;
  if (form.against) {
    return (
      <ConflictComparison
        {...form.against}
        textOf={(_clash, value) => stageNames[String(value)] ?? String(value)}
        words={words}
        mayEnter={false}
      />
    );
  }
  const ways = new Set(stages.map(({ way }) => way));
  const [onlyWay = null] = ways.size === 1 ? ways : [];
  const way = stages.find(({ value }) => value === draft.stage)?.way ?? onlyWay;
  // Without new evidence in the form, missing evidence is reported where evidence is chosen.
  const troubles = form.frame.troubles.map((one) =>
    one.field === "evidence.0.kind" && draft.brought.length === 0 ? { ...one, field: "evidence" } : one,
  );
  return (
    <FormFrame
      {...form.frame}
      troubles={troubles}
      title={title}
      submit={way === "propose" ? words.proposeStage : words.setStage}
      cancelHref={page}
    >
      <RadioControl
        {...fieldOf("stage", "to")}
        required
        label={words.stageTo}
        options={stages}
        glyph={(stage) => <StageRing stage={stage as RingStage} coloured />}
        more={(stage) => <StageNotes {...props} {...{ stage, draft }} says={onlyWay === null} />}
      />
      {draft.stage === "SUPERSEDED" ? (
        <SelectControl
          {...fieldOf("successor")}
          required
          label={words.successor}
          hint={words.successorHint}
          options={successors}
          none={words.choose}
        />
      ) : null}
      {asksOverride(draft.stage) ? (
        <TextControl
          {...fieldOf("override")}
          required
          label={words.override}
          hint={words.overrideHint}
          rows={3}
        />
      ) : null}
      <StepWayNote way={way} proposed={words.stepProposed} words={words} />
      <TextControl
        {...fieldOf("reason")}
        required={way === "propose"}
        label={words.stageReason}
        hint={words.stageReasonHint}
        rows={3}
      />
      <StepEvidenceFields draft={draft} onChange={form.set} {...{ pieces, options, words }} />
    </FormFrame>
  );
}

function useStep(props: Props, page: string, asksOverride: (to: string) => boolean) {
  const { pledge, stages, resubmission, words, names, stageNames } = props;
  const [only] = stages.length === 1 ? stages : [];
  const form = useRecord<StageDraft, { version: number; stage: string }>({
    words,
    name: `stage-${pledge.reference}${resubmission ? `-${resubmission.id}` : ""}`,
    read: pledge,
    path: page,
    toDraft: ({ stage }) => ({ ...NEW_STEP, stage }),
    body: ({ stage }) => ({ stage }),
    start: resubmission?.draft ?? { stage: only?.value ?? "" },
    request: (_changes, draft) => ({
      method: "POST",
      path: `${page}/stage`,
      body: stepBody(draft, resubmission?.changes ?? null, asksOverride(draft.stage)),
    }),
    names,
    onSaved: (saved, said) =>
      leaveWith({ page }, saved, said, { what: stageNames[form.draft.stage] ?? "", words }),
  });
  return form;
}

interface NotesProps extends Pick<Props, "pledge" | "context" | "stages" | "words" | "lacks"> {
  stage: string;
  draft: StageDraft;
  /** Whether it says how the step is taken: where all are taken alike, the form does. */
  says: boolean;
}

/** How a step to the stage is taken, and what the pledge lacks for it. */
function StageNotes({ pledge, context, stages, words, lacks, stage, draft, says }: NotesProps) {
  const missing = missingFor(withBrought(pledge, draft), stage as Stage, context).map(
    ({ what, stage: rung, detail = "" }) =>
      fillIn(lacks[`${what}.${rung}`] ?? lacks[what] ?? what, { detail }),
  );
  return (
    <>
      {says ? (
        <span className="block mt-0.5 font-semibold grid items-start flex-none grid-cols-[96px_minmax(0,1fr)] w-80 max-xl:w-63 max-md:w-full">
          {stages.find(({ value }) => value === stage)?.way === "set" ? words.setAtOnce : words.isProposed}
        </span>
      ) : null}
      {[...new Set(missing)].map((lack) => (
        <span className="block mt-0.5" key={lack}>
          <Glyph name="false" className="text-neutral" size={12} /> {lack}
        </span>
      ))}
    </>
  );
}
