"use client";
import { Glyph } from "@/components/ui/marks/glyph";
import { ENDS, type QuantityKind } from "@/lib/domain/pledge/quantity";
import { SelectControl, TextControl } from "@/components/form/controls";
import { DateControl } from "@/components/form/date-control";
import { AllocationFields } from "./allocation-fields";
import { CaveatFields } from "./caveat-fields";
import { withRestNotStated, type DraftLine } from "../pledge-form/draft";
import { fillIn } from "@/components/form/fill";
import type { PledgeFormWords } from "../pledge-form/options";
import { ScriptButton } from "@/components/ui/script-button";
import type { FormOptions } from "../pledge-form/options";
import { SealedFields } from "./sealed-fields";
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
  errors: ReadonlyMap<string, string>;
  /** Whether something may be set aside for it yet. */
  setsAside: boolean;
  /** What the pledge's words name. */
  found: readonly Capability[];
  /** False for a pledge that declines and a line that nobody has touched. */
  required: boolean;
}

const INSIDE = ["money", "noticeToMoveDays", "available", "allocated", "caveats"];

export function ContributionFields(props: Props) {
  const { line, index, onChange, onRemove, options, knows, words, errors, setsAside, found, required } =
    props;
  const set = onChange;
  const at = `contributions.${index}`;
  const shared = { errors, errorPrefix: words.errorPrefix };
  const ends = ENDS[line.quantityKind as QuantityKind] ?? "none";
  const hasMore =
    [line.amount, line.noticeToMoveDays, line.availableFrom, line.availableTo].some((text) => text !== "") ||
    line.caveats.length > 0 ||
    line.allocated.on !== "";
  const wrongInside = [...errors.keys()].some((path) => INSIDE.some((of) => path.startsWith(`${at}.${of}`)));
  const suggested = { line, found, onChange: set, options, words, at };
  return (
    <fieldset className="part" id={at}>
      <legend className="lab">
        {fillIn(words.contribution, { n: index + 1 })}{" "}
        <ScriptButton
          className="hit"
          aria-label={fillIn(words.removeContribution, { n: index + 1 })}
          onClick={onRemove}
        >
          <Glyph name="x" />
        </ScriptButton>
      </legend>
      <div className="g2 even">
        <SelectControl
          {...shared}
          path={`${at}.kind`}
          label={words.kind}
          value={line.kind}
          onChange={(kind) => set({ kind })}
          options={options.kinds}
          none={words.choose}
          required={required}
          after={<KindFound {...suggested} />}
        />
        <SelectControl
          {...shared}
          path={`${at}.domain`}
          label={words.domain}
          value={line.domain}
          onChange={(domain) => set({ domain })}
          options={options.domains}
          none={words.choose}
          required={required}
          after={<DomainFound {...suggested} />}
        />
        <SelectControl
          {...shared}
          path={`${at}.location`}
          label={words.location}
          value={line.location}
          onChange={(location) => set({ location })}
          options={options.locations}
          none={words.choose}
          required={required}
        />
        <SelectControl
          {...shared}
          path={`${at}.quantity.kind`}
          label={words.quantity}
          value={line.quantityKind}
          onChange={(quantityKind) => set({ quantityKind })}
          options={options.quantityKinds}
          none={words.choose}
          required={required}
        />
        {ends === "either" ? (
          <SealedFields
            line={line}
            at={`${at}.quantity`}
            knows={knows}
            onChange={set}
            words={words}
            errors={errors}
          />
        ) : null}
        {ends === "none" || ends === "either" ? null : (
          <>
            {ends === "max" ? null : (
              <TextControl
                {...shared}
                path={`${at}.quantity.min`}
                label={words.number}
                value={line.min}
                onChange={(min) => set({ min })}
                numeric
                required
              />
            )}
            {ends === "both" || ends === "max" ? (
              <TextControl
                {...shared}
                path={`${at}.quantity.max`}
                label={words[ends === "max" ? "number" : "numberTo"]}
                value={line.max}
                onChange={(max) => set({ max })}
                numeric
                required
              />
            ) : null}
          </>
        )}
        {["", "NOT_APPLICABLE"].includes(line.quantityKind) ? null : (
          <SelectControl
            {...shared}
            path={`${at}.quantity.unit`}
            label={words.unit}
            value={line.unit}
            onChange={(unit) => set({ unit })}
            options={options.units}
            none={words.noUnit}
          />
        )}
        {["", "NOT_STATED", "NOT_APPLICABLE"].includes(line.quantityKind) ? null : (
          <TextControl
            {...shared}
            path={`${at}.quantity.asStated`}
            label={words.asStated}
            {...(ends === "either" ? { hint: words.asStatedPublic } : {})}
            value={line.asStated}
            onChange={(asStated) => set({ asStated })}
          />
        )}
      </div>
      {line.id === undefined ? (
        <ScriptButton className="btn plain" onClick={() => set(withRestNotStated(line))}>
          {words.restNotStated}
        </ScriptButton>
      ) : null}
      <details open={hasMore || wrongInside || undefined}>
        <summary className="btn plain">
          {words.more} <Glyph name="down" size={12} />
        </summary>
        <div className="g2 even">
          <TextControl
            {...shared}
            path={`${at}.money.amount`}
            label={words.amount}
            value={line.amount}
            onChange={(amount) => set({ amount })}
            numeric
            required={line.currency !== ""}
          />
          <SelectControl
            {...shared}
            path={`${at}.money.currency`}
            label={words.currency}
            value={line.currency}
            onChange={(currency) => set({ currency })}
            options={options.currencies}
            none={words.noCurrency}
            required={line.amount.trim() !== ""}
          />
          <DateControl
            {...shared}
            path={`${at}.availableFrom`}
            label={words.availableFrom}
            value={line.availableFrom}
            onChange={(availableFrom) => set({ availableFrom })}
          />
          <DateControl
            {...shared}
            path={`${at}.availableTo`}
            label={words.availableTo}
            value={line.availableTo}
            onChange={(availableTo) => set({ availableTo })}
          />
          <TextControl
            {...shared}
            path={`${at}.noticeToMoveDays`}
            label={words.notice}
            value={line.noticeToMoveDays}
            onChange={(noticeToMoveDays) => set({ noticeToMoveDays })}
            numeric
          />
        </div>
        {setsAside || line.allocated.on !== "" ? (
          <AllocationFields line={line} at={at} set={set} options={options} words={words} errors={errors} />
        ) : null}
        <CaveatFields line={line} at={at} set={set} options={options} words={words} errors={errors} />
      </details>
    </fieldset>
  );
}
