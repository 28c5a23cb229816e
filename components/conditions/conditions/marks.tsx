import { Glyph, type GlyphName } from "@/components/ui/marks/glyph";
import { StatusMark, type Family } from "@/components/ui/marks/mark";
import type { TriggerState, TriggerWaiting } from "@/lib/domain/pledge/trigger";
import { translator } from "@/lib/i18n/translator";

const domain = translator("domain");

const STATES = {
  MET: ["true", "done"],
  NOT_MET: ["false", "neutral"],
  UNKNOWN: ["unknown", "waiting"],
} as const satisfies Record<TriggerState, readonly [GlyphName, Family]>;

/** A truth value has the same shape everywhere. */
export function KeystoneStateMark({ state }: { state: TriggerState }) {
  const [glyph, family] = STATES[state];
  return (
    <StatusMark glyph={glyph} family={family}>
      {domain(`triggerState.${state}`)}
    </StatusMark>
  );
}

export function WaitingMark({ waiting }: { waiting: TriggerWaiting }) {
  return (
    <span className="status-mark">
      {waiting === "DORMANT" ? (
        <Glyph name="dormant" className="text-neutral" />
      ) : (
        <Glyph name="blocked" className="text-blocked" />
      )}
      {domain(`waiting.${waiting}`)}
    </span>
  );
}
