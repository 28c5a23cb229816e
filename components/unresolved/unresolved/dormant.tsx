import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { translator } from "@/lib/i18n/translator";
import { hasUnresolvedFilter, unresolvedHref, type UnresolvedView } from "./view";

const t = translator("unresolved");

/** Waiting for the ceasefire is no gap: shown, and never counted. */
export function Dormant({ count, view }: { count: number; view: UnresolvedView }) {
  return (
    <section className="flex gap-3 mt-6 pr-0 pl-1 pt-4 pb-0 text-muted" aria-labelledby="dorm-h">
      <div>
        <ClassGlyph of="DORMANT" />
      </div>
      <div className="max-w-[68ch]">
        <h2 className="text-text text-body/5 font-semibold" id="dorm-h">
          {t("dormant.title")}
        </h2>
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
