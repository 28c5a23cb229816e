import { asOfHref } from "@/components/ui/address/as-of-href";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { Tabs } from "@/components/ui/address/switches";
import { amountsHref } from "./view";

const t = translator("amounts");
const domain = translator("domain");

export function AmountsSwitch({ current }: { current: Priority }) {
  return (
    <Tabs
      label={t("priorities")}
      views={PRIORITIES.map((priority) => ({
        href: asOfHref(amountsHref({ priority, figure: null })),
        words: `${priority} ${domain(`priority.${priority}`)}`,
        isCurrent: priority === current,
      }))}
    />
  );
}
