"use client";
// Who says that the pledge waits for it, and on which evidence.
import { LEAF_BASES, type LeafBasis } from "@/lib/domain/pledge/condition";
import type { LeafLine } from "./draft";
import { controlId } from "./editing";
import type { LeafProps } from "./holds";
import { Pick } from "./pick";

export function GroundsFields({ line, editing }: LeafProps<LeafLine>) {
  const { say, change, choices } = editing;
  const id = controlId(line.id);
  const isAsked = line.basis === "STATED" || line.basis === "REPORTED";
  const shown = choices.evidence.length > 0 && (isAsked || line.evidence.length > 0);
  return (
    <>
      <Pick
        id={`${id}.basis`}
        label={say("form.basis")}
        value={line.basis}
        onChange={(basis) => change(line.id, { basis: basis as LeafBasis | "" })}
      >
        <option value="">{say("form.basisUnknown")}</option>
        {LEAF_BASES.map((basis) => (
          <option key={basis} value={basis}>
            {say(`basis.${basis}`)}
          </option>
        ))}
      </Pick>
      {isAsked && choices.evidence.length === 0 ? (
        <p className="text-caption text-muted">{say("form.noEvidence")}</p>
      ) : null}
      {shown ? <Evidence line={line} editing={editing} /> : null}
    </>
  );
}

function Evidence({ line, editing: { say, change, choices } }: LeafProps<LeafLine>) {
  const chosen = new Set(line.evidence);
  const toggle = (piece: string) =>
    change(line.id, {
      evidence: chosen.has(piece) ? line.evidence.filter((one) => one !== piece) : [...line.evidence, piece],
    });
  return (
    <details className="basis-full text-sm">
      <summary>{say("form.restsOn", { count: String(line.evidence.length) })}</summary>
      <ul className="m-0 list-none p-0">
        {choices.evidence.map(({ id, label }) => (
          <li key={id}>
            <label className="flex items-baseline gap-2 py-1">
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span>{label}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
