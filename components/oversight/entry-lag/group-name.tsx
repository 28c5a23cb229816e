import type { LagGroup, LagGrouping } from "@/lib/domain/details/entry-lag";
import { translator } from "@/lib/i18n/translator";

const t = translator("entry-lag");
const domain = translator("domain");

export function groupName(
  { key }: LagGroup,
  grouping: LagGrouping,
  names: Readonly<Record<string, string>>,
): string {
  if (key === null) return t("noDesk");
  if (grouping === "participant") return names[key] ?? key;
  return grouping === "priority" ? `${key} ${domain.ofCode("priority", key)}` : key;
}
