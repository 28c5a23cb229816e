"use client";
import { RadioControl, SelectControl, TextControl, textFields } from "@/components/form/controls";
import type { PledgeFormWords, FormOptions } from "./options";
import { StageRing, type RingStage } from "@/components/ui/marks/stage-ring";
import type { Draft, DraftChange } from "./draft";
import { ExistingHint } from "./existing-hint";
import { ContentFields, TitleFields } from "./pledge-fields";
import { PriorityField } from "./priority-field";

interface Props {
  draft: Draft;
  onChange: (part: DraftChange) => void;
  options: FormOptions;
  words: PledgeFormWords;
  /** The passage that the pledge rests on. */
  quote: string;
  mayBeSame?: boolean;
}

/** The fields of a pledge being logged, for both ways of logging. */
export function PledgeSide({ draft, onChange, options, words, quote, mayBeSame = true }: Props) {
  const shared = { options, words };
  const fieldOf = textFields(draft, onChange);
  return (
    <>
      <SelectControl
        {...fieldOf("participant")}
        label={words.participant}
        required
        options={options.participants}
        none={words.choose}
      />
      <PriorityField {...shared} value={draft.priority} onChange={(priority) => onChange({ priority })} />
      <ExistingHint
        participant={draft.participant}
        priority={draft.priority}
        options={options}
        words={words}
      />
      <TitleFields {...shared} draft={draft} onChange={onChange} />
      <RadioControl
        {...fieldOf("stage")}
        label={words.stage}
        required
        hint={words.stageNote}
        options={options.loggedStages}
        glyph={(stage) => <StageRing stage={stage as RingStage} coloured />}
      />
      {draft.stage === "DECLINED" ? (
        <TextControl {...fieldOf("reason")} label={words.declinedReason} required />
      ) : null}
      <ContentFields {...shared} draft={draft} onChange={onChange} quote={quote} mayBeSame={mayBeSame} />
    </>
  );
}
