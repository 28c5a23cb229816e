import { type Assumption, subjectOf } from "@/lib/domain/history/scenarios/assumption";
import type { AssumptionNames } from "@/lib/domain/history/scenarios/scenario-details";
import { assumptionWords, decidedBy } from "@/lib/i18n/words/assumption-words";
import { translator } from "@/lib/i18n/translator";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { subjectHref } from "./view";

const t = translator("scenarios");

interface Given {
  assumptions: readonly Assumption[];
  named: AssumptionNames;
  /** Names of participants, by code. */
  names: Readonly<Record<string, string>>;
  /** The address without one of them. When left out, they can't be removed. */
  without?: (at: number) => string;
}

export function AssumptionList({ assumptions, named, names, without }: Given) {
  return (
    <ol className="list-none m-0 p-0">
      {assumptions.map((one, at) => {
        const words = assumptionWords(one, named);
        const href = subjectHref(one, named);
        const whose = decidedBy(one, named);
        return (
          <li
            className="flex items-baseline justify-between gap-4 px-0 py-2 border-b border-b-rule"
            key={subjectOf(one)}
          >
            <span>
              {href === null ? words : <a href={asOfHref(href)}>{words}</a>}
              {whose === null ? null : <span className="text-muted"> {names[whose] ?? whose}</span>}
            </span>
            {without ? (
              <a
                className={buttonLook("plain")}
                href={without(at)}
                aria-label={t("supposed.removeWhat", { what: words })}
              >
                {t("supposed.remove")}
              </a>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
