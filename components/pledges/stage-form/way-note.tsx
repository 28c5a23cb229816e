import { Glyph } from "@/components/ui/marks/glyph";
import type { PledgeFormWords } from "../pledge-form/options";
import type { StepWay } from "./proposed";

/** Shown before sending: set at once, or decided by someone else. `what`: the part that needs a decision. */
export function StepWayNote({
  way,
  what,
  proposed,
  words,
}: {
  way: StepWay | null;
  what?: string;
  /** Replaces the usual sentence. */
  proposed?: string | undefined;
  words: PledgeFormWords;
}) {
  return (
    <div role="status">
      {way === null ? null : (
        <p className="mb-4 pl-3 border-l-4 border-l-rule">
          <Glyph
            name={way === "set" ? "tick" : "waiting"}
            className={way === "set" ? "text-done" : "text-waiting"}
          />{" "}
          {what ? <b>{what} </b> : null}
          {way === "set" ? words.willBeSet : (proposed ?? words.willBeProposed)}
        </p>
      )}
    </div>
  );
}
