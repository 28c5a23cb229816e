"use client";
import { fillIn } from "@/components/form/fill";
import type { PassageWords } from "./words";
import { Glyph } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { PassageTarget } from "./effect";
import { labelled } from "@/lib/i18n/signs";

interface Props {
  target: PassageTarget;
  /** Titles of triggers, by code. */
  triggers: Readonly<Record<string, string>>;
  onChange: (target: PassageTarget) => void;
  words: PassageWords;
}

/** What is recorded right after the pledge. */
export function TargetList({ target, triggers, onChange, words }: Props) {
  const lines = [
    ...target.triggers.map((code) => ({
      key: code,
      text: labelled(words.waitsFor, triggers[code] ?? code),
      left: { ...target, triggers: target.triggers.filter((one) => one !== code) },
    })),
    ...target.approvals.map(({ body }) => ({
      key: body,
      text: labelled(words.needs, body),
      left: { ...target, approvals: target.approvals.filter((one) => one.body !== body) },
    })),
  ];
  return (
    <ul className="not-empty:mb-4">
      {lines.map(({ key, text, left }) => (
        <li className="flex items-center wrap-anywhere gap-2" key={key}>
          {text}{" "}
          <ScriptButton
            className="icon-target"
            aria-label={fillIn(words.leaveOutBeside, { what: text })}
            onClick={() => onChange(left)}
          >
            <Glyph name="x" />
          </ScriptButton>
        </li>
      ))}
    </ul>
  );
}
