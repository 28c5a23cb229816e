// The smallest sets of decisions: how many it takes, that fewer won't do, who decides each, and a scenario for each set.
import { newHref } from "@/components/conditions/scenarios/view";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { Assumption } from "@/lib/domain/history/scenarios/assumption";
import { assumptionName } from "@/lib/domain/history/scenarios/assumption-name";
import type { NamedSets } from "@/lib/domain/history/scenarios/smallest-sets/target";
import type { Instant } from "@/lib/domain/base/day";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { assumptionWords } from "@/lib/i18n/words/assumption-words";
import { amountWords } from "@/lib/i18n/words/requirement-words";
import { decisionsHref } from "./view";
import { Way } from "./way";
import { WhomToAsk } from "./whom-to-ask";

const t = translator("smallest-sets");

interface Given {
  about: "pledge" | "requirement";
  found: NamedSets;
  /** Dormant triggers were taken as met. */
  isAssumed: boolean;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  /** The page's address. */
  home: string;
  /** The moment that a scenario starts from; null: now. */
  asOf: Instant | null;
  maySuppose: boolean;
}

/** How many are unfolded from the start. */
const SHOWN = 3;

export function SmallestSetsSection({ about, found, isAssumed, names, home, asOf, maySuppose }: Given) {
  const { outcome, sets, larger, assumed, isComplete, ask } = found;
  if (outcome === "closed") return null;
  const ways = sets.length > 0 ? sets : larger === null ? [] : [larger];
  const way = (set: readonly Assumption[], at: number) => (
    <Way
      key={set.map(assumptionName).join(" ")}
      {...{ set, at, names, named: found.named }}
      href={maySuppose ? newHref({ asOf, assumptions: [...assumed, ...set], priority: null }) : null}
    />
  );
  return (
    <Section
      id="decisions"
      title={t(`title.${about}`)}
      aside={
        isAssumed && assumed.length === 0 ? null : (
          <a className={buttonLook("plain")} href={decisionsHref(home, isAssumed ? "asTheyAre" : "assumed")}>
            {t(isAssumed ? "countThem" : "takeThem")}
          </a>
        )
      }
    >
      <p>
        <b>{sentenceOf(about, found)}</b>
        {ways.length > 1 ? ` ${t(isComplete ? "ways" : "someWays", { count: ways.length })}` : null}
      </p>
      {assumed.length === 0 ? null : (
        <p className="text-muted">
          {t("assumed", { list: listWords(assumed.map((one) => assumptionWords(one, found.named))) })}
        </p>
      )}
      {ways.length === 0 ? null : <ol className="mt-2">{ways.slice(0, SHOWN).map(way)}</ol>}
      {ways.length <= SHOWN ? null : (
        <details>
          <summary>{t("more", { count: ways.length - SHOWN })}</summary>
          <ol>{ways.slice(SHOWN).map((set, at) => way(set, at + SHOWN))}</ol>
        </details>
      )}
      {ways.length === 0 ? null : <p className="text-caption text-muted mt-2 mt-4">{t(`how.${about}`)}</p>}
      <WhomToAsk ask={ask} names={names} isAll={ways.length === 0} />
    </Section>
  );
}

function sentenceOf(about: Given["about"], { outcome, atLeast, larger, firm }: NamedSets): string {
  const n = atLeast ?? 0;
  const amount = firm === null ? "" : amountWords(firm.need, firm.measure);
  if (outcome === "found") return t("found", { n, fewer: n - 1 });
  if (outcome !== "undecided")
    return t(`${outcome === "reached" ? "reached" : "never"}.${about}`, { amount });
  return larger === null ? t("undecided", { n }) : t("larger", { n, count: larger.length });
}
