import { COMPLETENESS_FACTS } from "@/lib/domain/unresolved/completeness";
import { ENDS, QUANTITY_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { quantityWords } from "@/lib/i18n/words/domain-words";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { Coded, TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

export function QuantitiesDefinition() {
  return (
    <DefinitionSection name="quantities">
      <TermsDefinition
        caption={t("section.quantities")}
        columns={[t("column.kind"), t("column.meaning"), t("column.printed")]}
        terms={QUANTITY_KINDS.map((kind) => ({
          key: `quantity-${kind}`,
          name: <Coded name={domain(`quantityKind.${kind}`)} code={kind} />,
          cells: [domain(`quantityKindMeaning.${kind}`), exampleOf(kind)],
        }))}
      />
      <p className="mt-3">
        <b>{t("units")}</b> {UNITS.map((unit) => domain(`unit.${unit}`, { n: 2 })).join(", ")}.
      </p>
    </DefinitionSection>
  );
}

export function CompletenessDefinition() {
  return (
    <DefinitionSection name="completeness">
      <TermsDefinition
        caption={t("section.completeness")}
        columns={[t("column.fact"), t("column.knownWhen")]}
        terms={COMPLETENESS_FACTS.map((fact) => ({
          key: `fact-${fact}`,
          name: <span className="inline-block first-letter:uppercase">{domain(`fact.${fact}`)}</span>,
          cells: [t(`knownWhen.${fact}`)],
        }))}
      />
    </DefinitionSection>
  );
}

const NAMED_ALONE: ReadonlySet<string> = new Set(["NOT_STATED", "NOT_APPLICABLE", "SEALED"]);

/** As a pledge shows it. */
function exampleOf(kind: (typeof QUANTITY_KINDS)[number]): string {
  const numbers = {
    both: { min: 100, max: 150 },
    equal: { min: 120, max: 120 },
    min: { min: 120, max: null },
    max: { min: 0, max: 120 },
    either: { min: null, max: null },
    none: { min: null, max: null },
  }[ENDS[kind]];
  return quantityWords({
    kind,
    ...numbers,
    unit: NAMED_ALONE.has(kind) ? null : "PERSON",
    asStated: kind === "QUALITATIVE" ? t("severalHundred") : null,
  });
}
