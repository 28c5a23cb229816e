import { TruthMark, truthName } from "@/components/conditions/condition/truth";
import { evaluate, type Condition, type Leaf, type Truth } from "@/lib/domain/pledge/condition";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");
const words = translator("condition");

const PARTS = ["trigger", "approval", "pledge", "all", "any", "not"] as const;
const VALUES: readonly Truth[] = [true, false, null];

/** When a part is true, false or unknown, and how two values combine, by the rules themselves. */
export function ConditionsDefinition() {
  const columns = [t("column.part"), ...VALUES.map((truth) => t(`truthWhen.${truthName(truth)}`))];
  return (
    <DefinitionSection name="conditions">
      <TermsDefinition
        caption={t("section.conditions")}
        columns={columns}
        terms={PARTS.map((part) => ({
          key: `condition-${part}`,
          name: t(`condition.${part}.name`),
          cells: VALUES.map((truth) => t(`condition.${part}.${truthName(truth)}`)),
        }))}
      />
      <h3 className="mt-4 mb-2">{t("together")}</h3>
      <TermsDefinition
        caption={t("together")}
        columns={[t("column.values"), ...(["all", "any"] as const).map((of) => words(`group.${of}`))]}
        terms={PAIRS.map(([one, other]) => ({
          key: `together-${truthName(one)}-${truthName(other)}`,
          name: `${wordOf(one)}, ${wordOf(other)}`,
          cells: (["all", "any"] as const).map((of) => {
            const truth = together(of, one, other);
            return <TruthMark key={of} truth={truth} word={wordOf(truth)} />;
          }),
        }))}
      />
    </DefinitionSection>
  );
}

const PAIRS = VALUES.flatMap((one, place) => VALUES.slice(place).map((other) => [one, other] as const));

const wordOf = (truth: Truth): string => words(`truth.${truthName(truth)}`);

function together(of: "all" | "any", one: Truth, other: Truth): Truth {
  const [first, second]: Leaf[] = [{ trigger: "ONE" }, { trigger: "OTHER" }];
  const parts = [first, second] as Condition[];
  return evaluate(of === "all" ? { all: parts } : { any: parts }, (leaf) => (leaf === first ? one : other));
}
