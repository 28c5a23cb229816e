import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");

const WORDS = ["baseline", "new", "resolved", "open"] as const;

export function ChangesDefinition() {
  return (
    <DefinitionSection name="changes">
      <TermsDefinition
        caption={t("section.changes")}
        columns={[t("column.word"), t("column.meaning")]}
        terms={WORDS.map((word) => ({
          key: `change-${word}`,
          name: t(`changeWords.${word}`),
          cells: [t(`changeMeaning.${word}`)],
        }))}
      />
    </DefinitionSection>
  );
}
