"use client";
import { useEffect, useRef, useState } from "react";
import { buttonLook, leadLook, errorLook } from "@/components/ui/looks";
import { ScriptButton } from "@/components/ui/script-button";
import { fillIn } from "./fill";
import type { Clash, MergeSide } from "./merging/merge";
import type { ConflictingRecord } from "./record-form";
import type { FormWords } from "./words";
import { listedApart, labelled } from "@/lib/i18n/signs";

interface Props extends ConflictingRecord {
  /** A value in words; null for a line that one side removed. */
  textOf: (clash: Clash, value: unknown) => string;
  words: FormWords;
  /** Whether the form can take a third value, neither theirs nor mine. */
  mayEnter?: boolean;
}

/** Their value, yours, or a new one; nothing is preselected. */
export function ConflictComparison(props: Props) {
  const { conflict, clashes, textOf, words, onChoose, onBack, mayEnter = true } = props;
  const [choices, setChoices] = useState<Record<string, MergeSide | "other">>({});
  const [asked, setAsked] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [conflict]);

  const open = clashes.filter(({ key }) => choices[key] === undefined);
  const save = () => {
    const [first] = open;
    if (first) {
      setAsked((n) => n + 1);
      return document
        .querySelector<HTMLInputElement>(`input[name="choice-${CSS.escape(first.key)}"]`)
        ?.focus();
    }
    const sides = Object.entries(choices).map(([key, choice]) => [
      key,
      choice === "theirs" ? choice : "mine",
    ]);
    const other = clashes.filter(({ key }) => choices[key] === "other");
    const theirs = listedApart(other.map((clash) => labelled(clash.name, textOf(clash, clash.theirs))));
    const note = fillIn(words.conflictAnew, { theirs });
    onChoose(
      Object.fromEntries(sides) as Record<string, MergeSide>,
      other[0] ? { clash: other[0], note } : null,
    );
  };
  const sides = [
    ["theirs", words.conflictTheirs],
    ["mine", words.conflictYours],
    ...(mayEnter ? ([["other", words.conflictNeither]] as const) : []),
  ] as const;
  return (
    <section className="section" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1} ref={heading}>
        {words.conflict}
      </h2>
      <p className={leadLook("mb-4")}>
        {fillIn(words.conflictText, { who: conflict.changedBy, version: conflict.current })}
      </p>
      {asked > 0 && open.length > 0 ? (
        <p className={errorLook()} role="alert" key={asked}>
          {fillIn(words.conflictOpen, { fields: open.map(({ name }) => name).join(", ") })}
        </p>
      ) : null}
      <table className="ledger comparison stack table-fixed">
        <caption className="sr-only">{words.conflict}</caption>
        <thead>
          <tr>
            <th className="w-[18%]" scope="col">
              {words.conflictField}
            </th>
            {sides.map(([side, label]) => (
              <th className="w-[18%]" scope="col" key={side}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={clash.key}>
              <th className="font-semibold" scope="row">
                {clash.name}
              </th>
              {sides.map(([side, label]) => (
                <td className="wrap-anywhere pl-2.5 has-checked:bg-selected" key={side} data-l={label}>
                  <label className="flex items-start gap-2">
                    <input
                      className="hover:bg-sunken"
                      type="radio"
                      name={`choice-${clash.key}`}
                      checked={choices[clash.key] === side}
                      onChange={() => setChoices({ ...choices, [clash.key]: side })}
                    />
                    <span>{side === "other" ? words.conflictEnter : textOf(clash, clash[side])}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-end max-md:flex-col">
        <ScriptButton className={buttonLook("primary large")} onClick={save}>
          {words.saveChanges}
        </ScriptButton>
        <ScriptButton className={buttonLook("plain large")} onClick={onBack}>
          {words.conflictBack}
        </ScriptButton>
      </div>
    </section>
  );
}
