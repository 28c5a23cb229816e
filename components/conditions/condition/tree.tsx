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
      <div className="flex justify-between gap-4 px-0 py-2 border-b border-b-rule max-md:flex-wrap max-md:gap-0">
        <span className={`max-md:first:flex-[1_1_100%] ${part.of ? "text-text font-semibold" : ""}`}>
          {part.of ? t(`group.${part.negated ? "not" : ""}${part.of}`, { k: part.needed }) : null}
          {part.leaf && part.negated ? (
            <b className="max-md:first:flex-[1_1_100%]">{t("leaf.not")} </b>
          ) : null}
          {part.leaf ? <NamedLeaf leaf={part.leaf} serving={serving} facts={facts} /> : null}
        </span>
        <span className="grid items-start flex-none grid-cols-[96px_minmax(0,1fr)] w-80 max-xl:w-63 max-md:first:flex-[1_1_100%] max-md:w-full">
          <TruthMark truth={part.truth} word={t(`truth.${truthName(part.truth)}`)} />
          {part.leaf ? <LeafNote leaf={part.leaf} decides={part.decides} facts={facts} /> : null}
          {part.leaf ? <LeafGrounds leaf={part.leaf} evidence={evidence} /> : null}
        </span>
      </div>
      {part.parts.length > 0 ? (
        <ul className="ml-2.75 border-l border-l-control">
          {part.parts.map((one) => (
            <Row key={one.path} part={one} facts={facts} serving={serving} evidence={evidence} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}
