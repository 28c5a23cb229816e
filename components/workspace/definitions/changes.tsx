import { translator } from "@/lib/i18n/translator";
import { Section } from "./section";
import { Terms } from "./terms";

const t = translator("definitions");

const WORDS = ["baseline", "new", "resolved", "open"] as const;

/** Two moments compared: what the words mean. */
export function Changes() {
  return (
    <Section name="changes">
      <Terms
        caption={t("section.changes")}
        columns={[t("column.word"), t("column.meaning")]}
        terms={WORDS.map((word) => ({
          key: `change-${word}`,
          name: t(`changeWords.${word}`),
          cells: [t(`changeMeaning.${word}`)],
        }))}
      />
    </Section>
  );
}
