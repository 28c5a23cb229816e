import type { Day } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("questions");

/** "due 12 Jan 2026", "was due 12 Jan 2026", "no due date". */
export const dueWords = (dueOn: Day | null, overdue: boolean): string =>
  dueOn === null ? t("noDue") : t(overdue ? "wasDue" : "due", { on: shortDay(dueOn) });
