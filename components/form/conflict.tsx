"use client";
import { useEffect, useRef, useState } from "react";
import { fill } from "./fill";
import type { Clash } from "./merge";
import type { FormOptions } from "@/components/pledge-form/options";
import type { Words } from "./words";
import { valueText } from "@/components/pledge-form/value-text";

export type Choice = "theirs" | "mine";

interface Props {
  who: string;
  version: number;
  clashes: readonly Clash[];
  options: FormOptions;
  words: Words;
  fieldNames: Readonly<Record<string, string>>;
  onChoose: (choices: Record<string, Choice>) => void;
}

/** Theirs and yours, field by field; nothing is chosen by itself. */
export function Conflict({ who, version, clashes, options, words, fieldNames, onChoose }: Props) {
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const open = clashes.filter(({ field }) => choices[field] === undefined);
  const save = () => {
    if (open.length === 0) onChoose(choices);
    else document.querySelector<HTMLInputElement>(`input[name="choice-${open[0]?.field}"]`)?.focus();
  };
  return (
    <section className="sec" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1} ref={heading}>
        {words.conflictTitle}
      </h2>
      <p className="lead mb-4">{fill(words.conflictText, { who, version })}</p>
      <table className="ledger cmp">
        <caption className="vh">{words.conflictTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.conflictField}</th>
            <th scope="col">{words.conflictTheirs}</th>
            <th scope="col">{words.conflictYours}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={clash.field}>
              <th scope="row">{fieldNames[clash.field] ?? clash.field}</th>
              {(["theirs", "mine"] as const).map((side) => (
                <td key={side}>
                  <label>
                    <input
                      type="radio"
                      name={`choice-${clash.field}`}
                      checked={choices[clash.field] === side}
                      onChange={() => setChoices({ ...choices, [clash.field]: side })}
                    />
                    <span>{valueText(clash.field, clash[side], options, words)}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="bar">
        <button type="button" className="btn primary big" onClick={save}>
          {words.saveChanges}
        </button>
      </div>
    </section>
  );
}
