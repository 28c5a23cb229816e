import { asOfHref } from "@/components/ui/address/as-of-href";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { translator } from "@/lib/i18n/translator";
import { mapHref, onPriority, type MapView } from "./view";

const t = translator("map");
const domain = translator("domain");

export function PrioritySwitch({ view }: { view: MapView }) {
  return (
    <nav
      className="tabs max-md:justify-between max-md:mx-[calc(-1_*_var(--gutter))] max-md:px-(--gutter)"
      aria-label={t("priorities")}
    >
      {PRIORITIES.map((priority) => (
        <a
          className="max-md:px-2"
          key={priority}
          href={asOfHref(mapHref(onPriority(view, priority)))}
          aria-current={priority === view.priority ? "page" : undefined}
          data-keep=""
        >
          {priority}{" "}
          <span className={priority === view.priority ? undefined : "max-md:sr-only"}>
            {domain(`priority.${priority}`)}
          </span>
        </a>
      ))}
    </nav>
  );
}
