import { type Assumption, subjectOf } from "@/lib/domain/history/scenarios/assumption";
import type { AssumptionNames } from "@/lib/domain/history/scenarios/scenario-details";
import { assumptionWords, decidedBy } from "@/lib/i18n/words/assumption-words";
import { translator } from "@/lib/i18n/translator";
import { asOfHref } from "@/components/ui/address/as-of-href";
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
    <ol className="supposed">
      {assumptions.map((one, at) => {
        const words = assumptionWords(one, named);
        const href = subjectHref(one, named);
        const whose = decidedBy(one, named);
        return (
          <li key={subjectOf(one)}>
            <span>
              {href === null ? words : <a href={asOfHref(href)}>{words}</a>}
              {whose === null ? null : <span className="muted"> {names[whose] ?? whose}</span>}
            </span>
            {without ? (
              <a
                className="btn plain"
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
