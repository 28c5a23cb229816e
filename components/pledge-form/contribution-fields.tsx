"use client";
import { Glyph } from "@/components/ui/glyph";
import { ENDS, type QuantityKind } from "@/lib/domain/quantity";
import { SelectControl, TextControl } from "@/components/form/controls";
import { AllocationFields } from "./allocation-fields";
import type { DraftLine } from "./draft";
import { fill } from "@/components/form/fill";
import type { Words } from "@/components/form/words";
import { ScriptButton } from "@/components/ui/script-button";
import type { FormOptions } from "./options";
import { SealedFields } from "./sealed-fields";

interface Props {
  line: DraftLine;
  index: number;
  onChange: (change: Partial<DraftLine>) => void;
  onRemove: () => void;
  options: FormOptions;
  /** May who is typing know sealed numbers of the participant? */
  knows: boolean;
  words: Words;
  errors: ReadonlyMap<string, string>;
  /** Whether something may be set aside for it by now. */
  setsAside: boolean;
}

export function ContributionFields(props: Props) {
  const { line, index, onChange, onRemove, options, knows, words, errors, setsAside } = props;
  const set = onChange;
  const at = `contributions.${index}`;
  const w = (key: string) => words[key] ?? key;
  const shared = { errors, errorPrefix: w("errorPrefix") };
  const ends = ENDS[line.quantityKind as QuantityKind] ?? "none";
  const hasMore =
    [line.amount, line.noticeToMoveDays, line.availableFrom, line.availableTo].some((text) => text !== "") ||
    line.caveats.length > 0 ||
    line.allocated.on !== "";
  const wrongInside = [...errors.keys()].some(
    (path) => path.startsWith(`${at}.`) && !path.startsWith(`${at}.quantity`),
  );
  return (
    <fieldset className="part" id={at}>
      <legend className="lab">
        {fill(words.contribution, { n: index + 1 })}{" "}
        <ScriptButton
          className="hit"
          aria-label={fill(words.removeContribution, { n: index + 1 })}
          onClick={onRemove}
        >
          <Glyph name="x" />
        </ScriptButton>
      </legend>
      <div className="g2 even">
        <SelectControl
          {...shared}
          path={`${at}.kind`}
          label={w("kind")}
          value={line.kind}
          onChange={(kind) => set({ kind })}
          options={options.kinds}
        />
        <SelectControl
          {...shared}
          path={`${at}.domain`}
          label={w("domain")}
          value={line.domain}
          onChange={(domain) => set({ domain })}
          options={options.domains}
        />
        <SelectControl
          {...shared}
          path={`${at}.location`}
          label={w("location")}
          value={line.location}
          onChange={(location) => set({ location })}
          options={options.locations}
        />
        <SelectControl
          {...shared}
          path={`${at}.quantity.kind`}
          label={w("quantity")}
          value={line.quantityKind}
          onChange={(quantityKind) => set({ quantityKind })}
          options={options.quantityKinds}
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
                label={w("number")}
                value={line.min}
                onChange={(min) => set({ min })}
                numeric
              />
            )}
            {ends === "both" || ends === "max" ? (
              <TextControl
                {...shared}
                path={`${at}.quantity.max`}
                label={w(ends === "max" ? "number" : "numberTo")}
                value={line.max}
                onChange={(max) => set({ max })}
                numeric
              />
            ) : null}
          </>
        )}
        {line.quantityKind === "NOT_APPLICABLE" ? null : (
          <SelectControl
            {...shared}
            path={`${at}.quantity.unit`}
            label={w("unit")}
            value={line.unit}
            onChange={(unit) => set({ unit })}
            options={options.units}
            none={w("noUnit")}
          />
        )}
        {line.quantityKind === "NOT_STATED" || line.quantityKind === "NOT_APPLICABLE" ? null : (
          <TextControl
            {...shared}
            path={`${at}.quantity.asStated`}
            label={w("asStated")}
            {...(ends === "either" ? { hint: w("asStatedPublic") } : {})}
            value={line.asStated}
            onChange={(asStated) => set({ asStated })}
          />
        )}
      </div>
      <details open={hasMore || wrongInside || undefined}>
        <summary className="btn plain">
          {w("more")} <Glyph name="down" size={12} />
        </summary>
        <div className="g2 even">
          <TextControl
            {...shared}
            path={`${at}.money.amount`}
            label={w("amount")}
            value={line.amount}
            onChange={(amount) => set({ amount })}
            numeric
          />
          <SelectControl
            {...shared}
            path={`${at}.money.currency`}
            label={w("currency")}
            value={line.currency}
            onChange={(currency) => set({ currency })}
            options={options.currencies}
            none={w("noCurrency")}
          />
          <TextControl
            {...shared}
            path={`${at}.availableFrom`}
            label={w("availableFrom")}
            type="date"
            value={line.availableFrom}
            onChange={(availableFrom) => set({ availableFrom })}
          />
          <TextControl
            {...shared}
            path={`${at}.availableTo`}
            label={w("availableTo")}
            type="date"
            value={line.availableTo}
            onChange={(availableTo) => set({ availableTo })}
          />
          <TextControl
            {...shared}
            path={`${at}.noticeToMoveDays`}
            label={w("notice")}
            value={line.noticeToMoveDays}
            onChange={(noticeToMoveDays) => set({ noticeToMoveDays })}
            numeric
          />
        </div>
        {setsAside || line.allocated.on !== "" ? (
          <AllocationFields line={line} at={at} set={set} options={options} words={words} errors={errors} />
        ) : null}
        <Caveats line={line} at={at} set={set} options={options} words={words} errors={errors} />
      </details>
    </fieldset>
  );
}

function Caveats({
  line,
  at,
  set,
  options,
  words,
  errors,
}: {
  line: DraftLine;
  at: string;
  set: (change: Partial<DraftLine>) => void;
  options: FormOptions;
  words: Words;
  errors: ReadonlyMap<string, string>;
}) {
  const w = (key: string) => words[key] ?? key;
  const shared = { errors, errorPrefix: w("errorPrefix") };
  const replace = (index: number, change: Partial<DraftLine["caveats"][number]>) =>
    set({ caveats: line.caveats.map((caveat, i) => (i === index ? { ...caveat, ...change } : caveat)) });
  return (
    <div id={`${at}.caveats`}>
      {line.caveats.map((caveat, i) => (
        <div className="g3 w" key={i}>
          <SelectControl
            {...shared}
            path={`${at}.caveats.${i}.category`}
            label={w("caveatCategory")}
            value={caveat.category}
            onChange={(category) => replace(i, { category })}
            options={options.caveats}
          />
          <TextControl
            {...shared}
            path={`${at}.caveats.${i}.text`}
            label={w("caveatText")}
            value={caveat.text}
            onChange={(text) => replace(i, { text })}
          />
          <ScriptButton
            className="btn ns-btn mb-4"
            onClick={() => set({ caveats: line.caveats.filter((_, other) => other !== i) })}
            aria-label={fill(words.removeCaveat, { n: i + 1 })}
          >
            <Glyph name="x" />
          </ScriptButton>
        </div>
      ))}
      <ScriptButton
        className="btn plain"
        onClick={() => set({ caveats: [...line.caveats, { category: "GEOGRAPHIC", text: "" }] })}
      >
        <Glyph name="plus" />
        {w("addCaveat")}
      </ScriptButton>
    </div>
  );
}
