"use client";
import type { TriggerFact } from "@/lib/domain/conditions/leaf-facts";
import { LADDER } from "@/lib/domain/pledge/stages";
import { WAITINGS } from "@/lib/domain/pledge/trigger";
import { ApprovalLeafFields } from "./approval-fields";
import type { LeafLine, PledgeLeafLine, TriggerLine } from "./draft";
import { controlId } from "./editing";
import { ConditionHolds, type LeafProps } from "./holds";
import { Pick } from "./pick";
import { PledgeBox } from "./pledge-box";
import { inSentence } from "@/lib/i18n/words/in-sentence";

export function LeafFields({ line, editing }: LeafProps<LeafLine>) {
  switch (line.kind) {
    case "trigger":
      return <TriggerFields line={line} editing={editing} />;
    case "approval":
      return <ApprovalLeafFields line={line} editing={editing} />;
    case "pledge":
      return <PledgeFields line={line} editing={editing} />;
  }
}

function TriggerFields({ line, editing }: LeafProps<TriggerLine>) {
  const { choices, say, words, change, errors } = editing;
  const id = controlId(line.id);
  const option = ({ code, title, state }: TriggerFact) => (
    <option key={code} value={code}>
      {say("form.option.trigger", { title, state: inSentence(words.codes.triggerState[state]) })}
    </option>
  );
  const isStrange = line.trigger !== "" && !choices.triggers.some(({ code }) => code === line.trigger);
  return (
    <>
      <Pick
        id={id}
        label={say("form.kind.trigger")}
        value={line.trigger}
        onChange={(trigger) => change(line.id, { trigger })}
        error={errors.get(id)}
        className="main"
      >
        <option value="">{say("form.choose.trigger")}</option>
        {isStrange ? <option value={line.trigger}>{line.trigger}</option> : null}
        {WAITINGS.map((waiting) => (
          <optgroup key={waiting} label={say(`form.waiting.${waiting}`)}>
            {choices.triggers.filter((one) => one.waiting === waiting).map(option)}
          </optgroup>
        ))}
      </Pick>
      <ConditionHolds line={line} editing={editing} />
    </>
  );
}

function PledgeFields({ line, editing }: LeafProps<PledgeLeafLine>) {
  const { say, words, change } = editing;
  return (
    <>
      <PledgeBox line={line} editing={editing} />
      <ConditionHolds line={line} editing={editing} />
      <Pick
        id={`${controlId(line.id)}.atLeast`}
        label={say("form.stage")}
        value={line.atLeast}
        onChange={(atLeast) => change(line.id, { atLeast })}
      >
        {LADDER.map((stage) => (
          <option key={stage} value={stage}>
            {stage === "FULFILLED"
              ? words.codes.stage[stage]
              : say("form.orBeyond", { stage: words.codes.stage[stage] })}
          </option>
        ))}
      </Pick>
    </>
  );
}
