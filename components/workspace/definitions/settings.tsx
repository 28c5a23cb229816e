import { translator } from "@/lib/i18n/translator";
import { Section } from "./section";
import { Terms } from "./terms";

const t = translator("definitions");

/** What this register has set for itself. */
export function RegisterSettings({
  settings: { timeZone, staleDays, demonstration, marking },
}: {
  settings: { timeZone: string; staleDays: number; demonstration: boolean; marking: string };
}) {
  const values = {
    timeZone,
    staleDays: t("days", { days: staleDays }),
    marking: marking === "" ? t("noMarking") : marking,
    demonstration: t(demonstration ? "yes" : "no"),
  };
  return (
    <Section name="settings">
      <Terms
        caption={t("section.settings")}
        columns={[t("column.setting"), t("column.value"), t("column.meaning")]}
        terms={Object.entries(values).map(([name, value]) => ({
          key: `setting-${name}`,
          name: t(`setting.${name}`),
          cells: [value, t(`settingMeaning.${name}`)],
        }))}
      />
    </Section>
  );
}
