import type { Leaf } from "@/lib/domain/pledge/condition";
import { translator } from "@/lib/i18n/translator";

const t = translator("condition");

/** Who says that the pledge waits for it, and on which of the evidence on the same page. */
export function LeafGrounds({ leaf, evidence }: { leaf: Leaf; evidence: readonly string[] }) {
  if (leaf.basis === undefined) return <span className="text-muted">{t("leaf.noBasis")}</span>;
  const pieces = (leaf.evidence ?? []).map((id) => ({ id, n: evidence.indexOf(id) + 1 }));
  return (
    <span className={`text-muted ${leaf.basis === "INFERRED" ? "border-b border-dashed" : ""}`}>
      {t(`leaf.basis.${leaf.basis}`)}
      {pieces.map(({ id, n }) => (
        <span key={id}>
          {", "}
          <a href={`#evidence-${id}`}>{t("leaf.evidence", { n })}</a>
        </span>
      ))}
    </span>
  );
}
