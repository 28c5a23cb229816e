import { FactRow } from "@/components/ui/marks/fact-row";
import { isAlone, type AccountFigures } from "@/lib/domain/people/account-need";
import { numberInWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("system-status");

export function FactsOfAccounts({ figures }: { figures: AccountFigures }) {
  const { inUse, deciders, withFactor, cleared } = figures;
  const alone = isAlone(figures);
  return (
    <FactRow
      title={t("facts.title")}
      facts={[
        {
          glyph: "doc",
          name: t("facts.inUse"),
          value: numberInWords(inUse),
          more: <a href="/admin/people">{t("facts.all")}</a>,
        },
        {
          glyph: "tick",
          name: t("facts.deciders"),
          value: numberInWords(deciders),
          more: t(alone ? "facts.alone" : "facts.decidersMore"),
          warns: alone,
        },
        {
          glyph: "lock",
          name: t("facts.withFactor"),
          value: numberInWords(withFactor),
          more: t("facts.ofAll", { count: inUse }),
        },
        {
          glyph: "eye",
          name: t("facts.cleared"),
          value: numberInWords(cleared),
          more: t("facts.clearedMore"),
        },
      ]}
    />
  );
}
