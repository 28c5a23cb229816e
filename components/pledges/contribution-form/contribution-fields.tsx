"use client";
import { useState } from "react";
import { Glyph } from "@/components/ui/marks/glyph";
import { SelectControl, textFields } from "@/components/form/controls";
import { useFieldErrors } from "@/components/form/field-errors";
import { AllocationFields } from "./allocation-fields";
import { CaveatFields } from "./caveat-fields";
import { withRestNotStated, type DraftLine } from "../pledge-form/draft";
import { fillIn } from "@/components/form/fill";
import { buttonLook } from "@/components/ui/looks";
import type { PledgeFormWords, FormOptions } from "../pledge-form/options";
import { ScriptButton } from "@/components/ui/script-button";
import { MoreFields } from "./more-fields";
import { QuantityFields } from "./quantity-fields";
import { SameAsField } from "./same-as-field";
import { DomainFound, KindFound } from "./found-in-words";
import type { Capability } from "@/lib/domain/passages/suggestion";

interface Props {
  line: DraftLine;
  index: number;
  onChange: (change: Partial<DraftLine>) => void;
  onRemove: () => void;
  options: FormOptions;
  /** Whether the user may see the participant's sealed numbers. */
  knows: boolean;
  words: PledgeFormWords;
  /** Whether something may be set aside for it yet. */
  setsAside: boolean;
  /** Whether it may be said to be the same as another line. */
  mayBeSame: boolean;
  /** Capabilities that the pledge's words name. */
  found: readonly Capability[];
  /** False for a pledge that declines and a line that nobody has touched. */
  required: boolean;
}

const INSIDE = ["money", "noticeToMoveDays", "available", "allocated", "caveats", "sameAs"];

export function ContributionFields(props: Props) {
  const { line, index, onChange, onRemove, options, knows, words, setsAside, mayBeSame, found, required } =
    props;
  const set = onChange;
  const at = `contributions.${index}`;
  const hasMore =
    [line.sum.amount, line.noticeToMoveDays, line.availableFrom, line.availableTo].some(
      (text) => text !== "",
    ) ||
    line.caveats.length > 0 ||
    line.allocated.on !== "" ||
    line.sameAs.pledge !== "";
  const { errors } = useFieldErrors();
  const fieldOf = textFields(line, set, at);
  const wrongInside = [...errors.keys()].some((path) => INSIDE.some((of) => path.startsWith(`${at}.${of}`)));
  // Once open it stays open: what is typed may be deleted again, and the section would close around the control in use.
  const [isOpen, setOpen] = useState(hasMore || wrongInside);
  if (!isOpen && (hasMore || wrongInside)) setOpen(true);
  const part = { line, at, set, options, words };
  const suggested = { ...part, found };
  return (
    <fieldset className="part mb-4 pr-0 pl-4 pt-0 pb-2 border-l-4 border-l-rule" id={at}>
      <legend className="field-label">
        {fillIn(words.contribution, { n: index + 1 })}{" "}
        <ScriptButton
          className="icon-target"
          aria-label={fillIn(words.removeContribution, { n: index + 1 })}
          onClick={onRemove}
        >
          <Glyph name="x" />
        </ScriptButton>
      </legend>
      <div className="two-fields grid-cols-[1fr_1fr] mb-0 max-md:grid-cols-1">
        <SelectControl
          {...fieldOf("kind")}
          label={words.kind}
          options={options.kinds}
          none={words.choose}
          required={required}
          after={<KindFound {...suggested} />}
        />
        <SelectControl
          {...fieldOf("domain")}
          label={words.domain}
          options={options.domains}
          none={words.choose}
          required={required}
          after={<DomainFound {...suggested} />}
        />
        <SelectControl
          {...fieldOf("location")}
          label={words.location}
          options={options.locations}
          none={words.choose}
          required={required}
        />
        <QuantityFields {...part} knows={knows} required={required} />
      </div>
      {line.id === undefined ? (
        <ScriptButton className={buttonLook("plain")} onClick={() => set(withRestNotStated(line))}>
          {words.restNotStated}
        </ScriptButton>
      ) : null}
      <details open={isOpen || undefined}>
        <summary className={buttonLook("plain whitespace-normal text-left")}>
          {words.more} <Glyph name="down" size={12} />
        </summary>
        <MoreFields {...part} />
        {setsAside || line.allocated.on !== "" ? <AllocationFields {...part} /> : null}
        <CaveatFields {...part} />
        {mayBeSame ? <SameAsField {...part} /> : null}
      </details>
    </fieldset>
  );
}
