import type { LeafBasis } from "@/lib/domain/pledge/condition";
import { between } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";

const t = translator("condition");

/** Who says so: stated, reported, or our reading, which is dashed. */
export function Bases({ of }: { of: readonly (LeafBasis | null)[] }) {
  return of.map((basis, place) => (
    <span key={basis}>
      {place > 0 ? between() : ""}
      <span className={basis === "INFERRED" ? "border-b border-dashed" : undefined}>
        {basis === null ? t("leaf.noBasis") : t(`leaf.basis.${basis}`)}
      </span>
    </span>
  ));
}
