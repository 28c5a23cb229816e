"use client";
// Another line that names the same unit or sum: found by the reference of its pledge, then chosen among its lines.
import { useState } from "react";
import { SelectControl, TextControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import type { Option } from "@/components/form/words";
import { GroupControl } from "@/components/form/tick-field";
import { buttonLook, referenceLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import { loadAny } from "@/lib/client/send";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { LineProps } from "./line-props";
import type { FormOptions } from "../pledge-form/options";

export function SameAsField({ line, at, set, options, words }: LineProps) {
  const [lines, setLines] = useState<readonly Option[] | null>(null);
  const { links } = words;
  const path = `${at}.sameAs`;
  const reference = line.sameAs.pledge.trim().toUpperCase();
  const setSame = (pledge: string, contribution: string) => {
    set({ sameAs: { pledge, contribution } });
    setLines(null);
  };
  const find = async () => {
    const found = await loadAny<{ contributions: Contribution[] }>(
      `/pledges/${encodeURIComponent(reference)}`,
    );
    const others = found.ok ? found.value.contributions : [];
    setLines(
      others
        .map((one, index) => ({
          value: one.id,
          label: fillIn(links.sameLineN, { n: index + 1, what: whatOf(one, options) }),
        }))
        .filter(({ value }) => value !== line.id),
    );
  };
  const isSaid = line.sameAs.contribution !== "";
  return (
    <GroupControl path={path} label={links.sameAs} hint={links.sameHint}>
      {isSaid ? (
        <p>
          <span className={referenceLook()}>{line.sameAs.pledge}</span>{" "}
          <ScriptButton
            className={buttonLook("plain")}
            onClick={() => setSame("", "")}
            aria-label={links.sameRemove}
          >
            <Glyph name="x" />
          </ScriptButton>
        </p>
      ) : (
        <>
          <TextControl
            // An error about the line is shown here: the lines are not listed before they are found.
            path={`${path}.contribution`}
            label={links.samePledge}
            value={line.sameAs.pledge}
            onChange={(text) => setSame(text, "")}
          />
          <ScriptButton className={buttonLook()} onClick={() => void find()}>
            {links.sameFind}
          </ScriptButton>
          {lines === null ? null : lines.length === 0 ? (
            <p role="status">{links.sameUnknown}</p>
          ) : (
            <SelectControl
              path={`${path}.line`}
              label={links.sameLine}
              value=""
              onChange={(contribution) => setSame(reference, contribution)}
              options={lines}
              none={words.choose}
            />
          )}
        </>
      )}
    </GroupControl>
  );
}

/** "Maritime forces, 4 ships"; a number given in confidence isn't said. */
function whatOf({ kind, quantity, money }: Contribution, options: FormOptions): string {
  const labelOf = (list: readonly Option[], code: string | null) =>
    list.find(({ value }) => value === code)?.label ?? "";
  const ends = [...new Set([quantity.min, quantity.max])].filter((end) => end !== null).join("–");
  const counted =
    quantity.kind === "SEALED" || ends === "" ? "" : `${ends} ${labelOf(options.units, quantity.unit)}`;
  return [labelOf(options.kinds, kind), counted, money?.currency ?? ""]
    .filter((part) => part !== "")
    .join(", ");
}
