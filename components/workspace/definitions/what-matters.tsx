import { MATTER_KINDS } from "@/lib/domain/unresolved/what-matters";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");
const matters = translator("matters");

/** The rule by which lines are chosen, kind by kind. */
export function WhatMattersDefinition() {
  return (
    <DefinitionSection name="what-matters">
      <TermsDefinition
        caption={t("section.what-matters")}
        columns={[t("column.word"), t("column.meaning")]}
        terms={MATTER_KINDS.map((kind) => ({
          key: `matter-${kind}`,
          name: matters(`kind.${kind}`),
          cells: [t(`matter.${kind}`)],
        }))}
      />
    </DefinitionSection>
  );
}
