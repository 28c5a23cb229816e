"use client";
// What an approval allows once it is given: until when, how much at most, and on which terms.
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { FieldGroup } from "@/components/ui/field";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { FormOptions, PledgeFormWords } from "../pledge-form/options";
import type { ApprovalDraft } from "./approval-draft";
import { isOfThings, NEW_LIMIT, type DraftLimit } from "./limit-draft";

interface Shared {
  options: FormOptions;
  words: PledgeFormWords;
  errors: ReadonlyMap<string, string>;
}

interface Props extends Shared {
  draft: Pick<ApprovalDraft, "validUntil" | "limits" | "terms">;
  set: (part: Partial<ApprovalDraft>) => void;
}

export function MandateFields({ draft, set, ...given }: Props) {
  const { words, errors } = given;
  const shared = { errors, errorPrefix: words.errorPrefix };
  return (
    <>
      <DateControl
        {...shared}
        path="validUntil"
        label={words.validUntil}
        hint={words.validUntilHint}
        value={draft.validUntil}
        onChange={(validUntil) => set({ validUntil })}
      />
      <LimitFields limits={draft.limits} set={(limits) => set({ limits })} {...given} />
      <TextControl
        {...shared}
        path="terms"
        label={words.terms}
        value={draft.terms}
        onChange={(terms) => set({ terms })}
        rows={2}
      />
    </>
  );
}

interface LimitsProps extends Shared {
  limits: readonly DraftLimit[];
  set: (limits: DraftLimit[]) => void;
}

/** A line for each unit or currency. */
function LimitFields({ limits, set, options, words, errors }: LimitsProps) {
  const shared = { errors, errorPrefix: words.errorPrefix };
  const replace = (index: number, change: Partial<DraftLimit>) =>
    set(limits.map((limit, i) => (i === index ? { ...limit, ...change } : limit)));
  return (
    <FieldGroup
      id="limits"
      label={words.limits}
      hint={words.limitsHint}
      error={errors.get("limits")}
      errorPrefix={shared.errorPrefix}
    >
      {limits.map((limit, i) => {
        const [part, of] = isOfThings(limit) ? ["quantity", "unit"] : ["money", "currency"];
        return (
          <div className="g3 w" key={i}>
            <TextControl
              {...shared}
              path={`limits.${i}.${part}.max`}
              label={words.limitMost}
              value={limit.most}
              onChange={(most) => replace(i, { most })}
              numeric
              required
            />
            <SelectControl
              {...shared}
              path={`limits.${i}.${part}.${of}`}
              label={words.limitOf}
              value={limit.measure}
              onChange={(measure) => replace(i, { measure })}
              options={[...options.units, ...options.currencies]}
              none={words.choose}
              required
            />
            <ScriptButton
              className="btn ns-btn mb-4"
              onClick={() => set(limits.filter((_, other) => other !== i))}
              aria-label={words.removeLimit}
            >
              <Glyph name="x" />
            </ScriptButton>
          </div>
        );
      })}
      <ScriptButton className="btn plain" onClick={() => set([...limits, NEW_LIMIT])}>
        <Glyph name="plus" />
        {words.addLimit}
      </ScriptButton>
    </FieldGroup>
  );
}
