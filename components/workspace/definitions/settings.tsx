import type { Register, RuleSettings } from "@/lib/domain/people/register";
import { translator } from "@/lib/i18n/translator";
import { DefinitionSection } from "./section";
import { TermsDefinition } from "./terms";

const t = translator("definitions");

export function SettingsDefinition({
  settings: { timeZone, staleDays, mandateDays, demonstration, marking },
}: {
  settings: RuleSettings & Pick<Register, "demonstration" | "marking">;
}) {
  const values = [
    ["timeZone", timeZone],
    ["staleDays", t("days", { days: staleDays })],
    ["mandateDays", t("days", { days: mandateDays })],
    ["marking", marking === "" ? t("noMarking") : marking],
    ["demonstration", t(demonstration ? "yes" : "no")],
  ] as const;
  return (
    <DefinitionSection name="settings">
      <TermsDefinition
        caption={t("section.settings")}
        columns={[t("column.setting"), t("column.value"), t("column.meaning")]}
        terms={values.map(([name, value]) => ({
          key: `setting-${name}`,
          name: t(`setting.${name}`),
          cells: [value, t(`settingMeaning.${name}`)],
        }))}
      />
    </DefinitionSection>
  );
}
