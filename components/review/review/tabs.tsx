import { asOfHref } from "@/components/ui/address/as-of-href";
import { translator } from "@/lib/i18n/translator";
import { Tabs } from "@/components/ui/address/switches";
import { queueHref, TABS, tabOf, type ReviewView, type Tab } from "./view";

const t = translator("review");

export function ProposalsTabs({ view }: { view: ReviewView }) {
  return (
    <Tabs
      label={t("tabs.label")}
      views={(Object.keys(TABS) as Tab[]).map((tab) => ({
        href: asOfHref(queueHref({ ...view, status: [...TABS[tab]] })),
        words: t(`tabs.${tab}`),
        isCurrent: tabOf(view) === tab,
      }))}
    />
  );
}
