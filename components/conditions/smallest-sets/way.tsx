import { AssumptionList } from "@/components/conditions/scenarios/assumption-list";
import { buttonLook } from "@/components/ui/looks";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";
import type { AssumptionNames } from "@/lib/domain/history/scenarios/scenario-details";
import { translator } from "@/lib/i18n/translator";

const t = translator("smallest-sets");

interface Given {
  set: readonly Assumption[];
  /** Its place among the ways. */
  at: number;
  named: AssumptionNames;
  names: Readonly<Record<string, string>>;
  /** A scenario that supposes it; null if this reader may make none. */
  href: string | null;
}

/** One set of decisions, and who takes each. */
export const Way = ({ set, at, named, names, href }: Given) => (
  <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-rule py-3 last:border-b-0">
    <div className="min-w-0 flex-1 basis-72 [&_li:last-child]:border-b-0">
      <AssumptionList assumptions={set} {...{ named, names }} />
    </div>
    {href === null ? null : (
      <a className={buttonLook()} href={href} aria-label={t("supposeWay", { n: at + 1 })}>
        {t("suppose")}
      </a>
    )}
  </li>
);
