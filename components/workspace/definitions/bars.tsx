import { PriorityBars as FiveBars, type Bar } from "@/components/ui/marks/bars";
import { LADDER, rungOf } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");
const domain = translator("domain");

/** Explains the glyph next to a participant, bar by bar. */
export function BarsDefinition() {
  const shapes: [key: string, bar: Bar, words: string][] = [
    ["none", "no-pledge", t("bar.none")],
    ...LADDER.map((stage): [string, Bar, string] => [stage, rungOf(stage), domain(`stage.${stage}`)]),
    ["suspended", "suspended", domain("stage.SUSPENDED")],
    ["declined", "declined", t("bar.declined")],
    ["not-expected", "not-expected", t("bar.notExpected")],
  ];
  return (
    <DefinitionSection name="bars">
      <TermsDefinition
        caption={t("section.bars")}
        columns={[t("column.bar"), t("column.meaning")]}
        terms={shapes.map(([key, bar, words]) => ({
          key: `bar-${key}`,
          name: <FiveBars bars={[bar, bar, bar, bar, bar]} label={t("allFive", { state: words })} />,
          cells: [words],
        }))}
      />
    </DefinitionSection>
  );
}
