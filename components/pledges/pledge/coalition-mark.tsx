import { isCoalitionOnly } from "@/lib/i18n/coalition-only";
import { translator } from "@/lib/i18n/translator";

const t = translator("form");

/** Next to the name of a pledge that is for the coalition alone; else nothing. */
export const CoalitionMark = ({ reference }: { reference: string | null }) =>
  reference !== null && isCoalitionOnly(reference) ? (
    <span className="text-muted"> {t("coalitionOnly")}</span>
  ) : null;
