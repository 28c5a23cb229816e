"use client";
// Other participants that a pledge names: chosen one by one from all participants.
import { SelectControl } from "@/components/form/controls";
import { fillIn } from "@/components/form/fill";
import type { Option } from "@/components/form/words";
import { GroupControl } from "@/components/form/tick-field";
import { buttonLook } from "@/components/ui/looks";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";

interface Props {
  path: string;
  label: string;
  hint: string;
  codes: readonly string[];
  onChange: (codes: string[]) => void;
  /** All participants but the pledge's own. */
  options: readonly Option[];
  words: { add: string; remove: string };
}

export function ParticipantsField({ path, label, hint, codes, onChange, options, words }: Props) {
  const labelOf = (code: string): string => options.find(({ value }) => value === code)?.label ?? code;
  return (
    <GroupControl {...{ path, label, hint }}>
      {codes.length === 0 ? null : (
        <ul className="link-list mb-2">
          {codes.map((code) => (
            <li key={code}>
              {labelOf(code)}{" "}
              <ScriptButton
                className={buttonLook("plain")}
                onClick={() => onChange(codes.filter((one) => one !== code))}
                aria-label={fillIn(words.remove, { name: labelOf(code) })}
              >
                <Glyph name="x" />
              </ScriptButton>
            </li>
          ))}
        </ul>
      )}
      <SelectControl
        path={`${path}.add`}
        label={words.add}
        value=""
        onChange={(code) => (code === "" ? undefined : onChange([...codes, code].sort()))}
        options={options.filter(({ value }) => !codes.includes(value))}
        none=""
      />
    </GroupControl>
  );
}
