import { Markup } from "@/components/ui/page/markup/markup";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { KeystoneCard } from "@/components/conditions/keystones/keystone-card";
import { Deadlocks } from "@/components/requirements/deadlocks";
import { DayTable } from "@/components/requirements/day-table";
import { NeedsTitle, NeedsTools, RequirementsHeadline } from "@/components/requirements/headline";
import { Leads } from "@/components/requirements/leads";
import { NeedsTable } from "@/components/requirements/needs/table";
import { RequirementsLegend } from "@/components/requirements/legend";
import { Order } from "@/components/requirements/order";
import { RequirementRow } from "@/components/requirements/requirement-row";
import { ResponseLadderTable } from "@/components/requirements/ladder/table";
import {
  ladderTrigger,
  requirementsCsvHref,
  requirementDay,
  hasRequirementsFilter,
  requirementsHref,
  type RequirementsView,
} from "@/components/requirements/view";
import { ExportLink } from "@/components/tables/export-link";
import { LitKeys } from "@/components/unresolved/charts/lit-keys";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { PackageLink } from "@/components/tables/package-link";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { mayDecide, type Actor } from "@/lib/domain/people/actor";
import { leafKey } from "@/lib/domain/pledge/condition";
import { loadCycles } from "@/lib/conditions/deadlocks/queries";
import type { KeystoneRow } from "@/lib/domain/conditions/keystone-details";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { Fold } from "@/components/ui/fold/fold";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { figuresOf, type RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { translator } from "@/lib/i18n/translator";
import { parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import { loadKeystones } from "@/lib/conditions/keystones/queries";
import { pageParameters } from "@/lib/schema/parameters";
import { parseRequirementFilter, requirementParameters } from "@/lib/requirements/filter";
import { loadRequirementsAndLadder } from "@/lib/requirements/ladder/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { loadNames } from "../names";
import { textOf, type PageOf } from "../search";
import { titled } from "../../titled";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("requirements");

/** The others are folded. */
const SHOWN = 5;
/** The others are only in the table. */
const DRAWN = 50;

export const generateMetadata = titled(() => t("title"));

export default async function RequirementsPage({ searchParams }: PageOf) {
  const [{ actor, viewer, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const filter = parseRequirementFilter(pageParameters(requirementParameters, search));
  if (!filter.ok) return <RefusedAndNoted refusal={filter.refusal} home="/requirements" />;
  const [loaded, names, settings, keystones, cycles] = await Promise.all([
    loadRequirementsAndLadder(actor, filter.value, { trigger: ladderTrigger(textOf(search.trigger)) }, at),
    loadNames(actor, at),
    loadSettings(),
    loadFirstKeystones(actor, at),
    loadCycles(actor, at),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/requirements" />;

  const { details: requirements, ladder } = loaded.value;
  const view: RequirementsView = {
    ...filter.value,
    day: requirementDay(textOf(search.day)),
    trigger: ladder.trigger.code,
  };
  const pictureFacts = { at: moment, marking: settings.marking };
  const row = (details: RequirementDetails) => (
    <RequirementRow key={details.requirement.reference} details={details} names={names.participants} />
  );
  return (
    <>
      <PageHead title={t("title")}>
        <SavedViewsMenu />
        {mayDecide(viewer) ? (
          <>
            <a className={buttonLook()} href={asOfHref("/scenarios/new")}>
              {t("newScenario")}
            </a>
            <a className={buttonLook()} href={asOfHref("/requirements/new")}>
              {t("new")}
            </a>
          </>
        ) : null}
        {requirements.length === 0 ? null : (
          <>
            <ExportLink href={requirementsCsvHref(view)} />
            <PackageLink actor={actor} what="REQUIREMENTS" />
          </>
        )}
      </PageHead>
      {requirements.length === 0 ? (
        <Nothing view={view} mayRecord={mayDecide(viewer)} />
      ) : (
        <>
          <RequirementsHeadline figures={figuresOf(requirements)} view={view} />
          {settings.demonstration ? (
            <p className={noticeLook("mt-4 max-w-none")}>
              <b>{t("demoTitle")}</b> {t("demoText")}
            </p>
          ) : null}
          <div className="cols max-xl:grid-cols-[minmax(0,1fr)_280px] max-xl:gap-8 max-md:grid-cols-1 max-md:gap-0 grid-cols-[minmax(0,1fr)_344px] in-data-peek:grid-cols-1">
            <div>
              <section className="section" id="needs" aria-labelledby="by-requirement">
                <Order view={view} />
                <NeedsTitle requirements={requirements} />
                <RequirementsLegend />
                {requirements.slice(0, SHOWN).map((details) => (
                  <Markup key={details.requirement.reference}>{row(details)}</Markup>
                ))}
                {requirements.length > SHOWN ? (
                  <Markup>
                    <Fold summary={t("moreRequirements", { count: requirements.length - SHOWN })}>
                      {requirements.slice(SHOWN, DRAWN).map(row)}
                      {requirements.length > DRAWN ? (
                        <p className="text-muted pt-3">
                          {t("restInTable", { count: requirements.length - DRAWN })}
                        </p>
                      ) : null}
                    </Fold>
                  </Markup>
                ) : null}
                <Markup>
                  <NeedsTable requirements={requirements} />
                </Markup>
                <div className="flex justify-between gap-4 pt-3">
                  <p className="text-muted">{t("neverSummed")}</p>
                  <NeedsTools
                    requirements={requirements}
                    view={view}
                    drawn="needs"
                    pictureFacts={pictureFacts}
                  />
                </div>
              </section>
              <Markup>
                <DayTable requirements={requirements} view={view} />
              </Markup>
              {ladder.rows.length === 0 ? null : (
                <ResponseLadderTable
                  ladder={ladder}
                  view={view}
                  names={names.participants}
                  pictureFacts={pictureFacts}
                />
              )}
            </div>
            <aside className="side pt-8 max-md:contents in-data-peek:hidden" aria-label={t("keystones")}>
              <section
                className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1"
                aria-labelledby="keystones"
              >
                <h2 id="keystones">{t("keystones")}</h2>
                <p className="text-muted mb-4">{t("keystonesText")}</p>
                {keystones.map((keystone) => (
                  <KeystoneCard key={leafKey(keystone.leaf)} keystone={keystone} names={names.participants} />
                ))}
                <p className="pt-3">
                  <a href={asOfHref("/conditions#keystones")}>{t("keystonesLink")}</a>
                </p>
              </section>
              {cycles.ok ? (
                <Markup>
                  <Deadlocks cycles={cycles.value.items} names={names.participants} />
                </Markup>
              ) : null}
              <Leads requirements={requirements} names={names.participants} />
              <section className="max-md:first:order-0 max-md:mt-8 max-md:pb-0 max-md:first:-order-1">
                <p>
                  <a
                    href={asOfHref(
                      requirementsHref({
                        ...view,
                        closed: view.closed === "without" ? "only" : "without",
                      }),
                    )}
                  >
                    {t(view.closed === "without" ? "showClosed" : "openOnes")}
                  </a>
                </p>
                {mayDecide(viewer) ? null : <p className="text-muted pt-3">{t("onlyManagers")}</p>}
              </section>
            </aside>
          </div>
          <RowKeys />
          <LitKeys />
        </>
      )}
    </>
  );
}

const KEYSTONES = "3";

/** The keystones that hold back most, shown next to what is missing. */
async function loadFirstKeystones(actor: Actor, at: NowOrAsOf): Promise<KeystoneRow[]> {
  const filter = parseKeystoneFilter(new URLSearchParams({ limit: KEYSTONES }));
  const loaded = filter.ok ? await loadKeystones(actor, filter.value, at) : filter;
  return loaded.ok ? loaded.value.items : [];
}

function Nothing({ view, mayRecord }: { view: RequirementsView; mayRecord: boolean }) {
  const state = hasRequirementsFilter(view) ? "filtered" : "first";
  return (
    <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
      {state === "filtered" ? (
        <a href={asOfHref("/requirements")}>{t("showAll")}</a>
      ) : mayRecord ? (
        <a href={asOfHref("/requirements/new")}>{t("new")}</a>
      ) : (
        t("onlyManagers")
      )}
    </EmptyState>
  );
}
