import type { CurrentApproval } from "@/lib/domain/pledge/approval";
import { shortDay } from "@/lib/i18n/dates";
import { listedApart } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { limitsWords } from "@/lib/i18n/words/requirement-words";

const t = translator("pledge");

/** What it allows, and until when. */
export function Mandate({
  approval: { status, current, validUntil, limits, terms },
}: {
  approval: CurrentApproval;
}) {
  const isOver = status === "APPROVED" && current === "LAPSED";
  const parts = [
    ...(validUntil === null
      ? []
      : [t(isOver ? "mandate.ended" : "mandate.until", { day: shortDay(validUntil) })]),
    ...(limits === null ? [] : [t("mandate.limit", { limits: limitsWords(limits) })]),
    ...(terms === null ? [] : [terms]),
  ];
  if (parts.length === 0) return null;
  return (
    <>
      <br />
      <span className={isOver ? undefined : "text-muted"}>{listedApart(parts)}</span>
    </>
  );
}
