// The boxes around one pledge: what it waits for on the left, who waits for it on the right.
import { leafHref } from "@/components/conditions/conditions/view";
import type { GlyphName } from "@/components/ui/marks/glyph";
import type { Family } from "@/components/ui/marks/mark";
import { stageLook } from "@/components/ui/marks/stage-ring";
import type { NamedWaiter } from "@/lib/domain/conditions/graph/around";
import { conditionEdges, type ConditionEdge } from "@/lib/domain/conditions/graph/condition-edges";
import { dormantIn, factOfPledge, truthIn, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { leafKey, type Leaf } from "@/lib/domain/pledge/condition";
import { withMarking } from "@/lib/i18n/coalition-only";
import { translator } from "@/lib/i18n/translator";
import { leafTitle } from "@/lib/i18n/words/leaf-words";

const t = translator("graph");
const domain = translator("domain");

export interface AroundBox {
  key: string;
  href: string;
  title: string;
  /** In full; a pledge's name begins with its reference. */
  name: string;
  /** Its state, and what is special about the wait. */
  note: string;
  look: readonly [GlyphName, Family];
  line: string;
}

export function boxesLeft({ condition, facts, cycle }: PledgeDetails): AroundBox[] {
  if (condition === null) return [];
  const truthOf = truthIn(facts, null);
  const isDormant = dormantIn(facts);
  return conditionEdges(condition, truthOf).map((edge) => {
    const { leaf } = edge;
    const fact = "pledge" in leaf ? factOfPledge(leaf.pledge, facts) : null;
    const truth = truthOf(leaf);
    const state =
      "pledge" in leaf
        ? [leaf.pledge, fact ? domain(`stage.${fact.stage}`) : null]
        : [t(truth === null ? "state.unknown" : truth ? "state.true" : "state.false")];
    const title = titleOfLeaf(leaf, facts);
    const notes = [...state, isDormant(leaf) ? t("around.dormant") : null, ...notesOn(edge)].filter(
      (note) => note !== null,
    );
    return {
      key: leafKey(leaf),
      href: "pledge" in leaf ? `/pledges/${leaf.pledge}#condition` : leafHref(leaf),
      title,
      note: notes.join(", "),
      name: "pledge" in leaf ? named(leaf.pledge, title, notes) : [title, ...notes].join(", "),
      look: fact
        ? stageLook(fact.stage)
        : truth === null
          ? ["unknown", "waiting"]
          : truth
            ? ["true", "done"]
            : isDormant(leaf)
              ? ["dormant", "neutral"]
              : ["waiting", "waiting"],
      line: lineOf(edge, "pledge" in leaf && cycle?.pledges.includes(leaf.pledge) === true, cycle),
    };
  });
}

export const boxesRight = (
  { cycle }: Pick<PledgeDetails, "cycle">,
  waiters: readonly NamedWaiter[],
): AroundBox[] =>
  waiters.map(({ reference, title: own, stage, edge }) => {
    const title = withMarking(own, reference);
    const notes = [reference, domain(`stage.${stage}`), ...notesOn(edge)];
    return {
      key: reference,
      href: `/pledges/${reference}#condition`,
      title,
      note: notes.join(", "),
      name: named(reference, title, notes),
      look: stageLook(stage),
      line: lineOf(edge, cycle?.pledges.includes(reference) === true, cycle),
    };
  });

/** `notes` begin with the reference. */
const named = (reference: string, title: string, notes: readonly string[]): string =>
  [`${reference} ${title}`, ...notes.slice(1)].join(", ");

const titleOfLeaf = (leaf: Leaf, facts: LeafFacts): string =>
  "pledge" in leaf
    ? withMarking(factOfPledge(leaf.pledge, facts)?.title ?? leaf.pledge, leaf.pledge)
    : leafTitle(leaf, facts);

type Edge = Omit<ConditionEdge, "leaf">;

const notesOn = ({ negated, basis, enough }: Edge): string[] => [
  ...(negated ? [t("note.not")] : []),
  ...(basis === "INFERRED" ? [t("note.ours")] : []),
  ...(enough ? [t("note.enough", { ...enough })] : []),
];

/** Classes of the line, as in the large drawing. */
function lineOf({ holds, basis }: Edge, isInCycle: boolean, cycle: PledgeDetails["cycle"]): string {
  const tone = holds ? "holding" : isInCycle ? (cycle?.isDeadlock ? "shut" : "loop") : "";
  return ["gline", tone, basis === "INFERRED" ? "ours" : ""].filter(Boolean).join(" ");
}
