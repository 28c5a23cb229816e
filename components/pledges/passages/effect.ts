// What taking a suggestion does to the pledge being typed: only what its words say.
import { isUntouched, NEW_LINE, type Draft, type DraftLine } from "@/components/pledges/pledge-form/draft";
import { draftMoneyOf } from "@/components/pledges/contribution-form/money-draft";
import type { Capability, Suggestion } from "@/lib/domain/passages/suggestion";
import type { Quantity, Unit } from "@/lib/domain/pledge/quantity";

/** What a pledge waits for and which approvals it needs; recorded after the pledge is. */
export interface PassageTarget {
  triggers: string[];
  approvals: { kind: string; body: string }[];
}

export interface TypedField {
  draft: Draft;
  beside: PassageTarget;
}

/** `words`: the text of the passage. Null: there is nothing it could fill in. */
export function applySuggestion(
  suggestion: Suggestion,
  words: string,
  { draft, beside }: TypedField,
): TypedField | null {
  const change = (part: Partial<Draft>): TypedField => ({ draft: { ...draft, ...part }, beside });
  switch (suggestion.type) {
    case "participant":
      return change({ participant: suggestion.value });
    case "priority":
      return change({ priority: String(suggestion.value) });
    case "date":
      return suggestion.value === null ? null : change({ statedOn: suggestion.value });
    case "window":
      return change({
        windowStart: suggestion.value.start ?? draft.windowStart,
        windowEnd: suggestion.value.end ?? draft.windowEnd,
      });
    case "stage":
      return change({ stage: suggestion.value, reason: words });
    case "quantity":
      return change(withQuantity(draft, suggestion.value, kindOf(suggestion.value.unit)));
    case "money": {
      const sum = draftMoneyOf(suggestion.value);
      return change(
        withLine(
          draft,
          (line) => line.sum.amount === "",
          // The purpose of money decides its domain, and a sum doesn't say its purpose.
          (line) => ({ ...(isUntouched(line) ? { kind: "FUNDING" } : {}), sum }),
        ),
      );
    }
    case "capability": {
      const { value } = suggestion;
      return change(
        withLine(
          draft,
          (line) => fits(line, value),
          (line) => withCapability(line, value),
        ),
      );
    }
    case "caveat":
      return change(
        withLine(
          draft,
          () => true,
          ({ caveats }) => ({ caveats: [...caveats, { category: suggestion.value, text: words }] }),
        ),
      );
    case "condition": {
      const { value } = suggestion;
      if (value === null || !("trigger" in value)) return null;
      const triggers = [...beside.triggers.filter((one) => one !== value.trigger), value.trigger];
      return { draft, beside: { ...beside, triggers } };
    }
    case "approval": {
      const { body } = suggestion.value;
      const approvals = [...beside.approvals.filter((one) => one.body !== body), suggestion.value];
      return { draft: { ...draft, furtherApproval: "YES" }, beside: { ...beside, approvals } };
    }
  }
}

const withQuantity = (
  draft: Draft,
  { kind, min, max, unit, asStated }: Quantity,
  capability: Capability,
): Pick<Draft, "contributions"> =>
  withLine(draft, hasNoQuantity, (line) => ({
    ...withCapability(line, capability),
    quantityKind: kind,
    min: min === null ? "" : String(min),
    max: max === null || min === max ? "" : String(max),
    unit: unit ?? "",
    asStated: asStated ?? "",
  }));

const hasNoQuantity = ({ quantityKind, unit }: DraftLine): boolean =>
  (quantityKind === "" || quantityKind === "NOT_STATED") && unit === "";

/** A line takes what doesn't contradict the choices already made in it. */
const fits = (line: DraftLine, { kind, domain }: Capability): boolean =>
  (line.kind === "" || kind === null || line.kind === kind) &&
  (line.domain === "" || domain === null || line.domain === domain) &&
  (kind === null ? line.domain === "" : line.kind === "" || line.domain === "");

/** Choices already made stay. */
export const withCapability = (
  line: Pick<DraftLine, "kind" | "domain">,
  { kind, domain }: Capability,
): Pick<DraftLine, "kind" | "domain"> => ({
  kind: line.kind || (kind ?? ""),
  domain: line.domain || (domain ?? ""),
});

/** On the last line where it has room, else on a new one. */
function withLine(
  { contributions }: Draft,
  hasRoom: (line: DraftLine) => boolean,
  part: (line: DraftLine) => Partial<DraftLine>,
): Pick<Draft, "contributions"> {
  const last = contributions.at(-1);
  const [kept, line] = last && hasRoom(last) ? [contributions.slice(0, -1), last] : [contributions, NEW_LINE];
  return { contributions: [...kept, { ...line, ...part(line) }] };
}

/**
 * The capability that a unit implies. Ships may patrol or clear mines, and people may do many things: there
 * the user chooses.
 */
const kindOf = (unit: Unit | null): Capability => (unit === null ? NOTHING : (OF_UNIT[unit] ?? NOTHING));

const NOTHING: Capability = { kind: null, domain: null };

const OF_UNIT: Partial<Record<Unit, Capability>> = {
  AIRCRAFT: { kind: "AIR", domain: "AIR" },
  SHIP: { kind: null, domain: "SEA" },
  ROUND: { kind: "AMMUNITION", domain: null },
  PLACE_PER_YEAR: { kind: "TRAINING", domain: null },
};
