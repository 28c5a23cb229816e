import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { translator } from "@/lib/i18n/translator";
import { hasUnresolvedFilter, unresolvedHref, type UnresolvedView } from "./view";

const t = translator("unresolved");

/** Waiting for the ceasefire is no gap: shown, and never counted. */
export function Dormant({ count, view }: { count: number; view: UnresolvedView }) {
  return (
    <section className="dorm" aria-labelledby="dorm-h">
      <div>
        <ClassGlyph of="DORMANT" />
      </div>
      <div>
        <h2 id="dorm-h">{t("dormant.title")}</h2>
        <p>
          {t(hasUnresolvedFilter(view) ? "dormant.inView" : "dormant.text", { count })}{" "}
          {count === 0 ? null : (
            <a href={asOfHref(unresolvedHref({ ...view, group: "code", class: ["DORMANT"], open: null }))}>
              {t("dormant.show", { count })}
            </a>
          )}
        </p>
      </div>
    </section>
  );
}
