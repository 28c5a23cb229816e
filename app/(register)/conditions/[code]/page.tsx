import { asOfHref } from "@/components/ui/address/as-of-href";
import { cache } from "react";
import { ChangeProgress } from "@/components/conditions/triggers/change-progress";
import { KeystoneTop } from "@/components/conditions/conditions/keystone-top";
import { LeafStateLine, TriggerStateLine } from "@/components/conditions/conditions/standing";
import { TriggerEvidenceList } from "@/components/conditions/triggers/trigger-evidence";
import { TriggerFacts } from "@/components/conditions/triggers/trigger-facts";
import { RecordHistory } from "@/components/pledges/changes/record-history";
import { Waiters } from "@/components/conditions/conditions/waiters";
import { buttonLook } from "@/components/ui/looks";
import { loadKeystone, loadTriggerDetails } from "@/lib/conditions/conditions/queries";
import { mayDecide } from "@/lib/domain/people/actor";
import { WAITER_VIEWS, type WaiterView } from "@/lib/domain/conditions/keystone-details";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { isPast } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { isTriggerChangeUnderWay } from "@/lib/domain/unresolved/trigger-change";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { loadTriggerChange } from "@/lib/conditions/triggers/queries";
import { loadNames } from "../../names";
import { FindingsOn } from "../../findings-on";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { WatchOn } from "../../watch-on";
import { readingOf, textOf, type PageOf, type Search } from "../../search";
import { titled } from "../../../titled";

const t = translator("conditions");

export const generateMetadata = titled<PageOf<"code">>(async ({ params, searchParams }) => {
  const [{ code }, search] = await Promise.all([params, searchParams]);
  const details = await loadOnce(nameOf(code, search), viewOf(search), readingOf(search));
  return details.ok ? leafTitle(details.value.leaf, details.value.facts) : t("title");
});

/** A trigger by its code, an approval by its id, or a pledge by its reference and a stage. */
export default async function ConditionPage({ params, searchParams }: PageOf<"code">) {
  const { actor, viewer, at, moment } = await readAt();
  const [{ code }, search] = await Promise.all([params, searchParams]);
  const home = `/conditions/${code}`;
  const inferred = readingOf(search);
  const details = await loadOnce(nameOf(code, search), viewOf(search), inferred);
  if (!details.ok) return <RefusedAndNoted refusal={details.refusal} home={home} />;
  const isTrigger = "trigger" in details.value.leaf;
  const [{ participants }, trigger, change] = await Promise.all([
    loadNames(actor, at),
    isTrigger ? loadTriggerDetails(actor, code, at) : null,
    isTrigger && !isPast(at) ? loadTriggerChange(actor, code) : null,
  ]);
  if (trigger === null || !trigger.ok)
    return (
      <>
        <KeystoneTop
          details={details.value}
          names={participants}
          stateLine={<LeafStateLine details={details.value} names={participants} />}
        />
        <Waiters details={details.value} inferred={inferred} names={participants} />
        {"approval" in details.value.leaf ? (
          <div className="side pt-8 max-md:contents">
            <FindingsOn about={{ kind: "approval", key: code }} />
          </div>
        ) : null}
      </>
    );
  return (
    <>
      <KeystoneTop
        details={details.value}
        names={participants}
        stateLine={<TriggerStateLine trigger={trigger.value} />}
        actions={
          <>
            {mayDecide(viewer) ? (
              <a className={buttonLook()} href={asOfHref(`${home}/edit`)}>
                {t("sheet.change")}
              </a>
            ) : null}
            <WatchOn topic={{ kind: "trigger", key: code }} />
          </>
        }
      />
      {change?.ok && isTriggerChangeUnderWay(change.value) ? (
        <ChangeProgress
          change={change.value}
          mayCancel={mayDecide(viewer)}
          words={currentMessages().conditions.change}
        />
      ) : null}
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          <Waiters details={details.value} inferred={inferred} names={participants} />
          <TriggerEvidenceList trigger={trigger.value} />
          <RecordHistory title={t("sheet.history")} entries={trigger.value.history} at={moment} />
        </div>
        <div className="side pt-8 max-md:contents">
          <TriggerFacts trigger={trigger.value} />
          {mayDecide(viewer) ? null : <p className="text-caption text-muted mb-4">{t("sheet.whoMay")}</p>}
          <FindingsOn about={{ kind: "trigger", key: code }} />
        </div>
      </div>
    </>
  );
}

/** In the form that `leafNamed` reads. */
const nameOf = (code: string, search: Search): string => {
  const stage = textOf(search.stage);
  return stage ? `${code}:${stage}` : code;
};

const viewOf = (search: Search): WaiterView =>
  WAITER_VIEWS.find((view) => view === textOf(search.show)) ?? "named";

/** Cached: the page and its title both ask. */
const loadOnce = cache(async (name: string, show: WaiterView, inferred: Reading) => {
  const { actor, at } = await readAt();
  const leaf = leafNamed(name);
  return leaf ? loadKeystone(actor, leaf, { show, inferred }, at) : refuse("not-found");
});
