"use client";
import type { LeafLine } from "./draft";
import { controlId, type Editing } from "./editing";
import { Pick } from "./pick";

export interface LeafProps<L extends LeafLine> {
  line: L;
  editing: Editing;
}

/** A negation, in the words of the line it negates. */
export function ConditionHolds({ line, editing: { say, change } }: LeafProps<LeafLine>) {
  return (
    <Pick
      id={`${controlId(line.id)}.not`}
      label={say("form.holds")}
      value={String(!line.not)}
      onChange={(holds) => change(line.id, { not: holds === "false" })}
    >
      {(["true", "false"] as const).map((holds) => (
        <option key={holds} value={holds}>
          {say(`form.${line.kind}.${holds}`)}
        </option>
      ))}
    </Pick>
  );
}
