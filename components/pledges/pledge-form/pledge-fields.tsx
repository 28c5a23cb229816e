"use client";
// The fields of a pledge, for both logging and editing.
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { useMemo } from "react";
import { GroupControl } from "@/components/form/tick-field";
import { Glyph } from "@/components/ui/marks/glyph";
import { ContributionFields } from "../contribution-form/contribution-fields";
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { ParticipantsField } from "../links/participants-field";
import { isUntouched, NEW_LINE, type Draft, type DraftChange, type DraftLine } from "./draft";
import { fillIn } from "@/components/form/fill";
import { buttonLook } from "@/components/ui/looks";
import type { PledgeFormWords, FormOptions } from "./options";
import { ownerElsewhere, ownerOptions } from "./owners";
import { ScriptButton } from "@/components/ui/script-button";
import { capabilitiesNamed } from "@/lib/domain/passages/capabilities";

interface Props {
  draft: Draft;
  onChange: (change: DraftChange) => void;
  options: FormOptions;
  words: PledgeFormWords;
  /** The passage that the pledge rests on, where the form has one. */
  quote?: string;
  /** Whether its lines may be said to be the same as lines of other pledges. */
  mayBeSame?: boolean;
}

export function TitleFields({ draft, onChange, words }: Props) {
  const fieldOf = textFields(draft, onChange);
  const count = (
    <p className="text-caption text-muted mt-1">
      {fillIn(words.titleCount, { count: draft.title.length, max: PLEDGE_FIELDS.title.limit })}
    </p>
  );
  return (
    <>
      <TextControl {...fieldOf("title")} label={words.title} required after={count} />
      <TextControl {...fieldOf("summary")} label={words.summary} hint={words.summaryHint} rows={2} />
    </>
  );
}

export function ContentFields({ draft, onChange, options, words, quote = "", mayBeSame = true }: Props) {
  const fieldOf = textFields(draft, onChange);
  const clearWindow = () => onChange({ windowStart: "", windowEnd: "" });
  return (
    <>
      <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        <DateControl {...fieldOf("statedOn")} label={words.statedOn} />
        <SelectControl
          {...fieldOf("furtherApproval")}
          label={words.furtherApproval}
          options={options.furtherApprovals}
        />
      </div>
      <TextControl {...fieldOf("authorisedBy")} label={words.authorisedBy} hint={words.authorisedByHint} />
      <fieldset className="field">
        <legend>{words.window}</legend>
        <div className="three-fields wide-cell items-start grid-cols-[1fr_1fr_auto] mb-0 max-md:grid-cols-1">
          <DateControl {...fieldOf("windowStart")} label={words.windowStart} />
          <DateControl {...fieldOf("windowEnd")} label={words.windowEnd} />
          <ScriptButton className={buttonLook("ns-btn")} onClick={clearWindow}>
            {words.notStated}
          </ScriptButton>
        </div>
      </fieldset>
      <LinkFields {...{ draft, onChange, options, words }} />
      <Contributions {...{ draft, onChange, options, words, quote, mayBeSame }} />
      <WorkFields {...{ draft, onChange, options, words }} />
    </>
  );
}

function LinkFields({ draft, onChange, options, words }: Props) {
  const { jointHint, behalfHint, ...link } = words.links;
  const others = (taken: readonly string[]) =>
    options.everyone.filter(({ value }) => value !== draft.participant && !taken.includes(value));
  return (
    <div className="two-fields grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
      <ParticipantsField
        words={link}
        path="jointWith"
        label={words.jointWith}
        hint={jointHint}
        codes={draft.jointWith}
        onChange={(jointWith) => onChange({ jointWith })}
        options={others(draft.onBehalfOf)}
      />
      <ParticipantsField
        words={link}
        path="onBehalfOf"
        label={words.onBehalfOf}
        hint={behalfHint}
        codes={draft.onBehalfOf}
        onChange={(onBehalfOf) => onChange({ onBehalfOf })}
        options={others(draft.jointWith)}
      />
    </div>
  );
}

/** Who works on it, and what comes next. */
function WorkFields({ draft, onChange, options, words }: Props) {
  const fieldOf = textFields(draft, onChange);
  return (
    <fieldset className="field">
      <legend>{words.work}</legend>
      <div className="two-fields md:grid-cols-3! grid-cols-[1fr_1fr] mb-4 max-md:grid-cols-1">
        <SelectControl
          {...fieldOf("owner")}
          label={words.owner}
          options={ownerOptions(options.owners, draft.owner)}
          none={words.nobody}
          after={<OwnerElsewhere {...{ draft, options, words }} />}
        />
        <DateControl {...fieldOf("dueOn")} label={words.dueOn} />
        <TextControl {...fieldOf("nextAction")} label={words.nextAction} />
        <DateControl {...fieldOf("nextActionDueOn")} label={words.nextActionDueOn} />
        <SelectControl {...fieldOf("handling")} label={words.handling} options={options.handlings} />
      </div>
    </fieldset>
  );
}

function OwnerElsewhere({ draft: { owner, participant }, options, words }: Omit<Props, "onChange">) {
  const elsewhere = participant === "" ? null : ownerElsewhere(options.owners, owner, participant);
  if (!elsewhere) return null;
  const of = options.everyone.find(({ value }) => value === participant)?.label ?? participant;
  return (
    <p className="text-caption text-muted mt-1">
      {fillIn(words.ownerElsewhere, { name: elsewhere.name, participant: of })}
    </p>
  );
}

/** Stages that bind nobody: nothing is set aside yet. */
const UNBOUND: readonly string[] = ["", "SIGNALLED", "PLEDGED", "DECLINED"];

function Contributions({ draft, onChange, options, words, quote = "", mayBeSame = true }: Props) {
  const lines = draft.contributions;
  const said = [quote, draft.title, draft.summary].join("\n");
  const found = useMemo(() => capabilitiesNamed(said), [said]);
  return (
    <GroupControl path="contributions" label={words.contributions}>
      {lines.map((line, index) => (
        <ContributionFields
          key={line.id ?? `new-${index}`}
          line={line}
          index={index}
          onChange={(part) => onChange((before) => ({ contributions: withLine(before, index, part) }))}
          onRemove={() => onChange({ contributions: lines.filter((_, i) => i !== index) })}
          options={options}
          knows={options.unsealed.some(({ value }) => value === draft.participant)}
          words={words}
          setsAside={!UNBOUND.includes(draft.stage)}
          mayBeSame={mayBeSame}
          found={found}
          required={draft.stage !== "DECLINED" || !isUntouched(line)}
        />
      ))}
      <ScriptButton
        className={buttonLook("plain")}
        onClick={() => onChange({ contributions: [...lines, NEW_LINE] })}
      >
        <Glyph name="plus" />
        {words.addContribution}
      </ScriptButton>
    </GroupControl>
  );
}

const withLine = ({ contributions }: Draft, index: number, part: Partial<DraftLine>): DraftLine[] =>
  contributions.map((line, i) => (i === index ? { ...line, ...part } : line));
