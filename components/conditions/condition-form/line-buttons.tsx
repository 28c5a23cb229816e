"use client";
import { Glyph, type GlyphName } from "@/components/ui/marks/glyph";
import { ScriptButton } from "@/components/ui/script-button";
import type { ConditionLine } from "./draft";
import { controlId, conditionLineWords, type Editing } from "./editing";
import { withLineMoved, wayIn, type LineMove } from "./moves";

/** Moves a line. Unavailable moves stay in place, so that the keyboard focus does, too. */
export function LineButtons({ line, editing }: { line: ConditionLine; editing: Editing }) {
  const { whole, say, act } = editing;
  const words = conditionLineWords(line, editing);
  const name = (move: LineMove): string =>
    say(move === "in" ? `form.move.in${wayIn(whole, line.id)}` : `form.move.${move}`);
  return (
    <span className="cbtns flex gap-0.5">
      {SHOWN.map(([move, glyph, turned]) => {
        const action = name(move);
        return (
          <ScriptButton
            key={move}
            id={`${controlId(line.id)}.${move}`}
            className="icon-target"
            title={action}
            aria-label={say("form.actionOn", { action, line: words })}
            aria-disabled={withLineMoved(whole, line.id, move) === null}
            onClick={() => act({ do: move, line })}
          >
            <Glyph name={glyph} className={turned ? "rotate-180" : ""} />
          </ScriptButton>
        );
      })}
      <ScriptButton
        className="icon-target"
        title={say("form.remove")}
        aria-label={say("form.actionOn", { action: say("form.remove"), line: words })}
        onClick={() => act({ do: "remove", line })}
      >
        <Glyph name="x" />
      </ScriptButton>
    </span>
  );
}

const SHOWN: readonly (readonly [LineMove, GlyphName, boolean])[] = [
  ["up", "up", false],
  ["down", "down", false],
  ["out", "right", true],
  ["in", "right", false],
];
