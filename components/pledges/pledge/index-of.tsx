// The parts of the page, always in view on a wide screen.
import { translator } from "@/lib/i18n/translator";
import { FollowIndex } from "./follow-index";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { countedItems } from "@/lib/domain/unresolved/reasons";

const t = translator("pledge");

const INDEX = "on-this-page";
const PARTS = ["contributions", "stage", "condition", "unresolved", "evidence", "activity"] as const;

export function PledgeIndex({ details }: { details: PledgeDetails }) {
  const counts: Partial<Record<(typeof PARTS)[number], number>> = {
    unresolved: countedItems(details.unresolved).length,
    evidence: details.evidence.length,
  };
  return (
    <nav
      id={INDEX}
      aria-label={t("index")}
      className="mb-4 hidden border-l border-rule md:block print:hidden"
    >
      {PARTS.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          aria-current={part === PARTS[0] ? "true" : undefined}
          className="-ml-px flex min-h-7 items-center justify-between border-l-2 border-transparent pl-3 text-text no-underline hover:underline aria-[current]:border-text aria-[current]:font-semibold"
        >
          {part === "condition" ? translator("condition")("title") : t(part)}
          <span className="text-muted">{counts[part] || null}</span>
        </a>
      ))}
      <FollowIndex index={INDEX} parts={PARTS} />
    </nav>
  );
}
