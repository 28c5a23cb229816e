import { translator } from "@/lib/i18n/translator";

const t = translator("tables");

/** Words of the form above a list. */
export const filterWords = () => ({
  label: t("filter.label"),
  show: t("filter.show"),
  clear: t("filter.clear"),
});

/** The link from a filtered list to the whole one; null where it isn't filtered. */
export const toWholeList = (isFiltered: boolean, href: string) =>
  isFiltered ? { href, label: t("filter.clear") } : null;
