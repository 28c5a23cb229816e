// What the editor passes to every line.
import { fillIn } from "@/components/form/fill";
import { textAt } from "@/lib/i18n/text-at";
import { type Leaf, type Truth, type TruthOf, evaluate } from "@/lib/domain/pledge/condition";
import type { ApprovalFact, LeafFacts, PledgeFact, TriggerFact } from "@/lib/domain/conditions/leaf-facts";
import type { MessageKey } from "@/lib/i18n/translator";
import { leafWords, type ConditionTranslate } from "@/lib/i18n/words/condition-pieces";
import { FEWEST_OF, isSaid, leafOf, conditionPartOf, type Group, type ConditionLine } from "./draft";
import type { ConditionFormWords } from "./words";

export interface ConditionChoices {
  triggers: readonly TriggerFact[];
  /** The participant's own; other participants' are looked up. */
  approvals: readonly ApprovalFact[];
  participants: readonly { value: string; label: string }[];
  /** The pledge's evidence that a line may rest on. */
  evidence: readonly { id: string; label: string }[];
}

export interface Editing {
  whole: Group;
  reference: string;
  participant: string;
  choices: ConditionChoices;
  facts: LeafFacts;
  truthOf: TruthOf;
  words: ConditionFormWords;
  say: ConditionTranslate;
  /** By the id of a line's first control. */
  errors: ReadonlyMap<string, string>;
  change: (id: number, change: Partial<ConditionLine>) => void;
  know: (known: { approvals?: ApprovalFact[]; pledges?: PledgeFact[] }) => void;
  act: (act: Act) => void;
}

export type Act =
  | { do: "add"; to: number; kind: ConditionLine["kind"] }
  | { do: "up" | "down" | "in" | "out" | "remove"; line: ConditionLine }
  | { do: "clear" };

export const controlId = (line: number): string => `condition.${line}`;

export const sayingIn = ({ editor }: ConditionFormWords): ConditionTranslate =>
  Object.assign(
    (key: string, values: Record<string, string> = {}) => fillIn(textAt(editor, key) ?? key, values),
    { has: (key: string): key is MessageKey<"condition"> => textAt(editor, key) !== undefined },
  );

/** "the ceasefire is in force", "All of these". */
export function conditionLineWords(
  line: ConditionLine,
  { facts, say }: Pick<Editing, "facts" | "say">,
): string {
  if (line.kind === "group") return say(`group.${line.not ? "not" : ""}${line.of}`, { k: String(line.k) });
  return isSaid(line) ? leafWords(leafOf(line), !line.not, { facts, say }) : say(`form.kind.${line.kind}`);
}

/** A line's error: what is missing in it comes before the register's message. */
export function troubleWords(line: ConditionLine, message: string, { say }: Pick<Editing, "say">): string {
  const missing = line.kind === "group" ? line.parts.length === 0 && line.id !== 0 : !isSaid(line);
  return missing ? say(`form.missing.${line.kind}`) : message;
}

/** Also null while the line is incomplete. */
export function truthOfLine(line: ConditionLine, truthOf: TruthOf): Truth {
  if (line.kind === "group" && line.parts.length === 0) return null;
  return evaluate(conditionPartOf(line), (leaf: Leaf) => truthOf(leaf));
}

export const newLine = (kind: ConditionLine["kind"], id: number, participant: string): ConditionLine => {
  const own = { id, not: false };
  if (kind === "group") return { ...own, kind, of: "any", k: FEWEST_OF, parts: [] };
  const leaf = { ...own, basis: "", evidence: [] } as const;
  switch (kind) {
    case "trigger":
      return { ...leaf, kind, trigger: "" };
    case "approval":
      return { ...leaf, kind, participant, approval: "" };
    case "pledge":
      return { ...leaf, kind, pledge: "", atLeast: "COMMITTED" };
  }
};
