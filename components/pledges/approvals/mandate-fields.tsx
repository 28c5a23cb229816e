"use client";
// What an approval allows once it is given: until when, how much at most, and on which terms.
import { SelectControl, TextControl, textFields } from "@/components/form/controls";
import { DateControl } from "@/components/form/dates/date-control";
import { GroupControl } from "@/components/form/tick-field";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { FormOptions, PledgeFormWords } from "../pledge-form/options";
import type { ApprovalDraft } from "./approval-draft";
import { isOfThings, NEW_LIMIT, type DraftLimit } from "./limit-draft";

interface Shared {
  options: FormOptions;
  words: PledgeFormWords;
}

interface Props extends Shared {
  draft: ApprovalDraft;
  set: (part: Partial<ApprovalDraft>) => void;
}

export function MandateFields({ draft, set, ...given }: Props) {
  const { words } = given;
  const fieldOf = textFields(draft, set);
  return (
    <>
      <DateControl {...fieldOf("validUntil")} label={words.validUntil} hint={words.validUntilHint} />
      <LimitFields limits={draft.limits} set={(limits) => set({ limits })} {...given} />
      <TextControl {...fieldOf("terms")} label={words.terms} rows={2} />
    </>
  );
}

interface LimitsProps extends Shared {
  limits: readonly DraftLimit[];
  set: (limits: DraftLimit[]) => void;
}

/** A line for each unit or currency. */
function LimitFields({ limits, set, options, words }: LimitsProps) {
  const replace = (index: number, change: Partial<DraftLimit>) =>
    set(limits.map((limit, i) => (i === index ? { ...limit, ...change } : limit)));
  return (
    <GroupControl path="limits" label={words.limits} hint={words.limitsHint}>
      {limits.map((limit, i) => {
        const [part, of] = isOfThings(limit) ? ["quantity", "unit"] : ["money", "currency"];
        return (
          <div
            className="three-fields wide-cell items-start grid-cols-[1fr_1fr_auto] mb-0 max-md:grid-cols-1"
            key={i}
          >
            <TextControl
              path={`limits.${i}.${part}.max`}
              label={words.limitMost}
              value={limit.most}
              onChange={(most) => replace(i, { most })}
              numeric
              required
            />
            <SelectControl
              path={`limits.${i}.${part}.${of}`}
              label={words.limitOf}
              value={limit.measure}
              onChange={(measure) => replace(i, { measure })}
              options={[...options.units, ...options.currencies]}
              none={words.choose}
              required
            />
            <ScriptButton
              className={buttonLook("ns-btn mb-4")}
              onClick={() => set(limits.filter((_, other) => other !== i))}
              aria-label={words.removeLimit}
            >
              <Glyph name="x" />
            </ScriptButton>
          </div>
        );
      })}
      <ScriptButton className={buttonLook("plain")} onClick={() => set([...limits, NEW_LIMIT])}>
        <Glyph name="plus" />
        {words.addLimit}
      </ScriptButton>
    </GroupControl>
  );
}
