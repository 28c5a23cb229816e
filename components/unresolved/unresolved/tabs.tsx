// The most used views, each with its count.
import { asOfHref } from "@/components/ui/address/as-of-href";
import type { UnresolvedSummary } from "@/lib/domain/unresolved/summary";
import type { UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import type { Messages } from "@/lib/i18n/message-files";
import { translator } from "@/lib/i18n/translator";
import { unresolvedHref, type UnresolvedView } from "./view";

const t = translator("unresolved");

const TABS: readonly (readonly [keyof Messages["unresolved"]["tabs"], readonly UnresolvedCode[]])[] = [
  ["all", []],
  ["noPledge", ["NO_PLEDGE"]],
  ["approval", ["APPROVAL_PENDING", "APPROVAL_REFUSED", "APPROVAL_UNKNOWN"]],
  ["quantity", ["NO_QUANTITY"]],
  ["late", ["OVERDUE"]],
  ["confirmation", ["STALE"]],
];

/** `summary` is grouped by code, and not filtered by class or code. */
export function UnresolvedTabs({ summary, view }: { summary: UnresolvedSummary; view: UnresolvedView }) {
  const counts = new Map(summary.groups.map(({ key, count }) => [key, count]));
  return (
    <nav
      className="tabs max-md:mx-[calc(-1_*_var(--gutter))] max-md:px-(--gutter)"
      aria-label={t("tabs.label")}
    >
      {TABS.map(([name, codes]) => (
        <a
          key={name}
          href={asOfHref(
            unresolvedHref({
              ...view,
              class: [],
              code: [...codes],
              open: view.group === "code" ? (codes[0] ?? null) : null,
            }),
          )}
          aria-current={view.class.length === 0 && view.code.join() === codes.join() ? "page" : undefined}
        >
          {t(`tabs.${name}`)}
          <span className="ml-1 text-subtle font-normal">
            {codes.length === 0
              ? summary.counted
              : codes.reduce((sum, code) => sum + (counts.get(code) ?? 0), 0)}
          </span>
        </a>
      ))}
    </nav>
  );
}
