"use client";
// The fields of a pledge, for both logging and editing.
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { useMemo } from "react";
import { FieldGroup } from "@/components/ui/field";
import { Glyph } from "@/components/ui/marks/glyph";
import { ContributionFields } from "../contribution-form/contribution-fields";
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { ParticipantsField } from "../links/participants-field";
import { isUntouched, NEW_LINE, type Draft, type DraftChange, type DraftLine } from "./draft";
import { fillIn } from "@/components/form/fill";
import { type PledgeFormWords, type FormOptions } from "./options";
import { ScriptButton } from "@/components/ui/script-button";
import { capabilitiesNamed } from "@/lib/domain/passages/capabilities";

interface Props {
  draft: Draft;
  onChange: (change: DraftChange) => void;
  options: FormOptions;
  words: PledgeFormWords;
  errors: ReadonlyMap<string, string>;
  /** The passage that the pledge rests on, where the form has one. */
  quote?: string;
}

export function TitleFields({ draft, onChange, words, errors }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const count = (
    <p className="cap cnt">
      {fillIn(words.titleCount, { count: draft.title.length, max: PLEDGE_FIELDS.title.limit })}
    </p>
  );
  return (
    <>
      <TextControl
        {...shared}
        path="title"
        label={words.title}
        required
        value={draft.title}
        onChange={(title) => onChange({ title })}
        after={count}
      />
      <TextControl
        {...shared}
        path="summary"
        label={words.summary}
        hint={words.summaryHint}
        rows={3}
        value={draft.summary}
        onChange={(summary) => onChange({ summary })}
      />
    </>
  );
}

export function ContentFields({ draft, onChange, options, words, errors, quote = "" }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const clearWindow = () => onChange({ windowStart: "", windowEnd: "" });
  return (
    <>
      <div className="g2 even">
        <DateControl
          {...shared}
          path="statedOn"
          label={words.statedOn}
          value={draft.statedOn}
          onChange={(statedOn) => onChange({ statedOn })}
        />
        <SelectControl
          {...shared}
          path="furtherApproval"
          label={words.furtherApproval}
          value={draft.furtherApproval}
          onChange={(furtherApproval) => onChange({ furtherApproval })}
          options={options.furtherApprovals}
        />
      </div>
      <TextControl
        {...shared}
        path="authorisedBy"
        label={words.authorisedBy}
        hint={words.authorisedByHint}
        value={draft.authorisedBy}
        onChange={(authorisedBy) => onChange({ authorisedBy })}
      />
      <fieldset className="field">
        <legend>{words.window}</legend>
        <div className="g3 w">
          <DateControl
            {...shared}
            path="windowStart"
            label={words.windowStart}
            value={draft.windowStart}
            onChange={(windowStart) => onChange({ windowStart })}
          />
          <DateControl
            {...shared}
            path="windowEnd"
            label={words.windowEnd}
            value={draft.windowEnd}
            onChange={(windowEnd) => onChange({ windowEnd })}
          />
          <ScriptButton className="btn ns-btn" onClick={clearWindow}>
            {words.notStated}
          </ScriptButton>
        </div>
      </fieldset>
      <LinkFields {...{ draft, onChange, options, words, errors }} />
      <Contributions {...{ draft, onChange, options, words, errors, quote }} />
      <WorkFields {...{ draft, onChange, options, words, errors }} />
    </>
  );
}

function LinkFields({ draft, onChange, options, words, errors }: Props) {
  const { jointHint, behalfHint, ...link } = words.links;
  const others = (taken: readonly string[]) =>
    options.everyone.filter(({ value }) => value !== draft.participant && !taken.includes(value));
  const shared = { errors, words: { ...link, errorPrefix: words.errorPrefix } };
  return (
    <div className="g2 even">
      <ParticipantsField
        {...shared}
        path="jointWith"
        label={words.jointWith}
        hint={jointHint}
        codes={draft.jointWith}
        onChange={(jointWith) => onChange({ jointWith })}
        options={others(draft.onBehalfOf)}
      />
      <ParticipantsField
        {...shared}
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
function WorkFields({ draft, onChange, options, words, errors }: Props) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <fieldset className="field">
      <legend>{words.work}</legend>
      <div className="g2 even">
        <SelectControl
          {...shared}
          path="owner"
          label={words.owner}
          value={draft.owner}
          onChange={(owner) => onChange({ owner })}
          options={withOwn(options.owners, draft.owner)}
          none={words.nobody}
        />
        <DateControl
          {...shared}
          path="dueOn"
          label={words.dueOn}
          value={draft.dueOn}
          onChange={(dueOn) => onChange({ dueOn })}
        />
        <TextControl
          {...shared}
          path="nextAction"
          label={words.nextAction}
          value={draft.nextAction}
          onChange={(nextAction) => onChange({ nextAction })}
        />
        <DateControl
          {...shared}
          path="nextActionDueOn"
          label={words.nextActionDueOn}
          value={draft.nextActionDueOn}
          onChange={(nextActionDueOn) => onChange({ nextActionDueOn })}
        />
        <SelectControl
          {...shared}
          path="handling"
          label={words.handling}
          value={draft.handling}
          onChange={(handling) => onChange({ handling })}
          options={options.handlings}
        />
      </div>
    </fieldset>
  );
}

/** Stages that bind nobody: nothing is set aside yet. */
const UNBOUND: readonly string[] = ["", "SIGNALLED", "PLEDGED", "DECLINED"];

function Contributions({ draft, onChange, options, words, errors, quote = "" }: Props) {
  const lines = draft.contributions;
  const said = [quote, draft.title, draft.summary].join("\n");
  const found = useMemo(() => capabilitiesNamed(said), [said]);
  const error = errors.get("contributions");
  return (
    <FieldGroup id="contributions" label={words.contributions} error={error} errorPrefix={words.errorPrefix}>
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
          errors={errors}
          setsAside={!UNBOUND.includes(draft.stage)}
          found={found}
          required={draft.stage !== "DECLINED" || !isUntouched(line)}
        />
      ))}
      <ScriptButton className="btn plain" onClick={() => onChange({ contributions: [...lines, NEW_LINE] })}>
        <Glyph name="plus" />
        {words.addContribution}
      </ScriptButton>
    </FieldGroup>
  );
}

const withLine = ({ contributions }: Draft, index: number, part: Partial<DraftLine>): DraftLine[] =>
  contributions.map((line, i) => (i === index ? { ...line, ...part } : line));

/** Keeps an owner whose account no longer keeps records. */
function withOwn(owners: FormOptions["owners"], owner: string): FormOptions["owners"] {
  return owner === "" || owners.some(({ value }) => value === owner)
    ? owners
    : [...owners, { value: owner, label: owner }];
}
