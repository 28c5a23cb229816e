"use client";
import { SelectControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { DraftLine } from "../pledge-form/draft";
import type { LineProps } from "./line-props";

export function CaveatFields({ line, at, set, options, words }: LineProps) {
  const replace = (index: number, change: Partial<DraftLine["caveats"][number]>) =>
    set({ caveats: line.caveats.map((caveat, i) => (i === index ? { ...caveat, ...change } : caveat)) });
  return (
    <div id={`${at}.caveats`}>
      {line.caveats.map((caveat, i) => (
        <div
          className="three-fields wide-cell items-start grid-cols-[1fr_1fr_auto] mb-0 max-md:grid-cols-1"
          key={i}
        >
          <SelectControl
            path={`${at}.caveats.${i}.category`}
            label={words.caveatCategory}
            value={caveat.category}
            onChange={(category) => replace(i, { category })}
            options={options.caveats}
            none={words.choose}
            required
          />
          <TextControl
            path={`${at}.caveats.${i}.text`}
            label={words.caveatText}
            value={caveat.text}
            onChange={(text) => replace(i, { text })}
            required
          />
          <ScriptButton
            className={buttonLook("ns-btn mb-4")}
            onClick={() => set({ caveats: line.caveats.filter((_, other) => other !== i) })}
            aria-label={fillIn(words.removeCaveat, { n: i + 1 })}
          >
            <Glyph name="x" />
          </ScriptButton>
        </div>
      ))}
      <ScriptButton
        className={buttonLook("plain")}
        onClick={() => set({ caveats: [...line.caveats, { category: "", text: "" }] })}
      >
        <Glyph name="plus" />
        {words.addCaveat}
      </ScriptButton>
    </div>
  );
}
