import { asOfHref } from "@/components/ui/address/as-of-href";
import { translator } from "@/lib/i18n/translator";
import { queueHref, TABS, tabOf, type ReviewView, type Tab } from "./view";

const t = translator("review");

export function ProposalsTabs({ view }: { view: ReviewView }) {
  return (
    <nav
      className="tabs max-md:mx-[calc(-1_*_var(--gutter))] max-md:px-(--gutter)"
      aria-label={t("tabs.label")}
    >
      {(Object.keys(TABS) as Tab[]).map((tab) => (
        <a
          key={tab}
          href={asOfHref(queueHref({ ...view, status: [...TABS[tab]] }))}
          aria-current={tabOf(view) === tab ? "page" : undefined}
        >
          {t(`tabs.${tab}`)}
        </a>
      ))}
    </nav>
  );
}
