import { asOfHref } from "@/components/ui/address/as-of-href";
import { PRIORITIES, type Priority } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { amountsHref } from "./view";

const t = translator("amounts");
const domain = translator("domain");

export function AmountsSwitch({ current }: { current: Priority }) {
  return (
    <nav
      className="tabs max-md:mx-[calc(-1_*_var(--gutter))] max-md:px-(--gutter)"
      aria-label={t("priorities")}
    >
      {PRIORITIES.map((priority) => (
        <a
          key={priority}
          href={asOfHref(amountsHref({ priority, figure: null }))}
          aria-current={priority === current ? "page" : undefined}
        >
          {priority} {domain(`priority.${priority}`)}
        </a>
      ))}
    </nav>
  );
}
