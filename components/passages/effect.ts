// What taking a suggestion does to the pledge being typed: what its words say and nothing else.
import { NEW_LINE, type Draft, type DraftLine } from "@/components/pledge-form/draft";
import type { Suggestion } from "@/lib/domain/passages/suggestion";
import type { Unit } from "@/lib/domain/quantity";

/** What a pledge waits for and whom it needs, on record once the pledge is. */
export interface Beside {
  triggers: string[];
  approvals: { kind: string; body: string }[];
}

export interface Typed {
  draft: Draft;
  beside: Beside;
}

/** `words`: those of the passage. Null: there is nothing it could fill in. */
export function taking(suggestion: Suggestion, words: string, { draft, beside }: Typed): Typed | null {
  const change = (part: Partial<Draft>): Typed => ({ draft: { ...draft, ...part }, beside });
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
    case "quantity": {
      const { kind, min, max, unit, asStated } = suggestion.value;
      return change(
        withLine(draft, (line) => line.quantityKind === "NOT_STATED" && line.unit === "", {
          ...kindOf(unit),
          quantityKind: kind,
          min: min === null ? "" : String(min),
          max: max === null || min === max ? "" : String(max),
          unit: unit ?? "",
          asStated: asStated ?? "",
        }),
      );
    }
    case "money": {
      const { amount, currency } = suggestion.value;
      const last = draft.contributions.at(-1);
      const isMore = last === undefined || isUntouched(last) ? FUNDING : {};
      return change(withLine(draft, (line) => line.amount === "", { ...isMore, amount, currency }));
    }
    case "caveat": {
      const last = draft.contributions.at(-1) ?? NEW_LINE;
      const caveats = [...last.caveats, { category: suggestion.value, text: words }];
      return change(withLine(draft, () => true, { caveats }));
    }
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

const FUNDING = { kind: "FUNDING", domain: "NON_MILITARY" };

const isUntouched = (line: DraftLine): boolean => JSON.stringify(line) === JSON.stringify(NEW_LINE);

/** Onto the last line where it has room for it, else onto a new one. */
function withLine(
  { contributions }: Draft,
  hasRoom: (line: DraftLine) => boolean,
  part: Partial<DraftLine>,
): Pick<Draft, "contributions"> {
  const last = contributions.at(-1);
  return last && hasRoom(last)
    ? { contributions: [...contributions.slice(0, -1), { ...last, ...part }] }
    : { contributions: [...contributions, { ...NEW_LINE, ...part }] };
}

/** Of what the unit can only be; people and systems may be many things, and stay what a new line is. */
const kindOf = (unit: Unit | null): Partial<DraftLine> =>
  unit === "AIRCRAFT"
    ? { kind: "AIR", domain: "AIR" }
    : unit === "SHIP"
      ? { kind: "MARITIME", domain: "SEA" }
      : unit === "ROUND"
        ? { kind: "AMMUNITION" }
        : unit === "SYSTEM"
          ? { kind: "EQUIPMENT" }
          : unit === "PLACE_PER_YEAR"
            ? { kind: "TRAINING" }
            : {};
