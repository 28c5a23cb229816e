import type { ConditionPart } from "@/lib/domain/conditions/condition-parts";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { translator } from "@/lib/i18n/translator";
import { LeafGrounds } from "./grounds";
import { NamedLeaf, LeafNote } from "./leaf";
import { TruthMark, truthName } from "./truth";

const t = translator("condition");

interface Given {
  facts: LeafFacts;
  /** Ids of approvals that are on the same page. */
  serving: readonly string[];
  /** Ids of the pledge's evidence, in the order of the page. */
  evidence: readonly string[];
}

/** Each part with its truth, and each leaf with its state. */
export function Tree({ part, ...given }: Given & { part: ConditionPart }) {
  return (
    <ul className="tree" aria-label={t("partsLabel")}>
      <Row part={part} {...given} />
    </ul>
  );
}

function Row({ part, facts, serving, evidence }: Given & { part: ConditionPart }) {
  return (
    <li>
      <div className="nd">
        <span className={part.of ? "op" : undefined}>
          {part.of ? t(`group.${part.negated ? "not" : ""}${part.of}`, { k: part.needed }) : null}
          {part.leaf && part.negated ? <b>{t("leaf.not")} </b> : null}
          {part.leaf ? <NamedLeaf leaf={part.leaf} serving={serving} facts={facts} /> : null}
        </span>
        <span className="how">
          <TruthMark truth={part.truth} word={t(`truth.${truthName(part.truth)}`)} />
          {part.leaf ? <LeafNote leaf={part.leaf} decides={part.decides} facts={facts} /> : null}
          {part.leaf ? <LeafGrounds leaf={part.leaf} evidence={evidence} /> : null}
        </span>
      </div>
      {part.parts.length > 0 ? (
        <ul>
          {part.parts.map((one) => (
            <Row key={one.path} part={one} facts={facts} serving={serving} evidence={evidence} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
