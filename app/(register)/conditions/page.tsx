import { Markup } from "@/components/ui/page/markup/markup";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { KEYSTONES_SHOWN } from "@/components/conditions/conditions/view";
import { CycleList } from "@/components/conditions/conditions/cycles";
import { layersAsked } from "@/components/conditions/graph/layers-asked";
import { placed } from "@/components/conditions/graph/place";
import { GAINS_SHOWN } from "@/components/conditions/keystones/gains";
import { GraphSection } from "@/components/conditions/graph/section";
import { KeystonesHeadline } from "@/components/conditions/keystones/headline";
import { KeystoneList } from "@/components/conditions/keystones/keystones";
import { Fold } from "@/components/ui/fold/fold";
import { FirstMatter } from "@/components/unresolved/matters/matters";
import { TriggerTable } from "@/components/conditions/triggers/trigger-table";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { loadTriggerRows } from "@/lib/conditions/conditions/queries";
import { loadCycles } from "@/lib/conditions/deadlocks/queries";
import { mayDecide, mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { firmGains } from "@/lib/domain/requirements/firm-gain";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { graphPageParameters, parseGraphView } from "@/lib/conditions/graph/filter";
import { findLayers } from "@/lib/conditions/graph/layout";
import { keystoneParameters, parseKeystoneFilter } from "@/lib/conditions/keystones/filter";
import { loadKeystones } from "@/lib/conditions/keystones/queries";
import { pageParameters } from "@/lib/schema/parameters";
import { parseRequirementFilter } from "@/lib/requirements/filter";
import { loadRequirements } from "@/lib/requirements/queries";
import { loadNames } from "../names";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { loadGraph } from "../../graph";
import { titled } from "../../titled";
import { loadFirstHeld } from "../../what-matters";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("conditions");
const HOME = "/conditions";

export const generateMetadata = titled(() => t("title"));

export default async function ConditionsPage({ searchParams }: PageOf) {
  const [{ actor, viewer, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const asked = parseKeystoneFilter(
    pageParameters(keystoneParameters, { limit: String(KEYSTONES_SHOWN), ...search }),
  );
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home={HOME} />;
  const drawn = parseGraphView(pageParameters(graphPageParameters, search));
  if (!drawn.ok) return <RefusedAndNoted refusal={drawn.refusal} home={HOME} />;
  const [graph, triggers, keystones, cycles, requirements, names] = await Promise.all([
    loadGraph(actor, drawn.value, at),
    loadTriggerRows(actor, at),
    loadKeystones(actor, asked.value, at),
    loadCycles(actor, at),
    loadOpenRequirements(actor, at),
    loadNames(actor, at),
  ]);
  if (!graph.ok) return <RefusedAndNoted refusal={graph.refusal} home={HOME} />;
  if (!triggers.ok) return <RefusedAndNoted refusal={triggers.refusal} home={HOME} />;
  if (!keystones.ok) return <RefusedAndNoted refusal={keystones.refusal} home={HOME} />;
  if (!cycles.ok) return <RefusedAndNoted refusal={cycles.refusal} home={HOME} />;

  const [layers, firstMatter] = await Promise.all([
    findLayers(layersAsked(graph.value)),
    loadFirstHeld(actor, requirements, at),
  ]);
  if (!firstMatter.ok) return <RefusedAndNoted refusal={firstMatter.refusal} home={HOME} />;
  const today = registerDay(moment);
  const { after, limit, ...view } = asked.value;
  const { waiting, first } = keystones.value;
  const deadlocks = cycles.value.items.filter(({ isDeadlock }) => isDeadlock).length;
  return (
    <>
      <PageHead title={t("title")}>
        <SavedViewsMenu />
        {mayDecide(viewer) ? (
          <a className={buttonLook()} href={asOfHref("/conditions/new")}>
            {t("record")}
          </a>
        ) : null}
      </PageHead>
      {firstMatter.value === null ? null : (
        <FirstMatter
          matter={firstMatter.value}
          names={names.participants}
          today={today}
          mayAct={mayKeepRecords(viewer)}
        />
      )}
      <KeystonesHeadline waiting={waiting} first={first} deadlocks={deadlocks} />
      <GraphSection
        graph={graph.value}
        placed={layers === null ? null : placed(graph.value, layers)}
        view={drawn.value}
        names={names.participants}
      />
      <Markup>
        <KeystoneList
          keystones={keystones.value}
          view={view}
          further={after !== null}
          shown={limit}
          gains={(freed) => firmGains(requirements, freed, GAINS_SHOWN + 1)}
          names={names.participants}
        />
      </Markup>
      <Markup>
        <section className="section" aria-labelledby="triggers">
          <Fold
            summary={
              <>
                <h2 id="triggers">{t("triggers.title")}</h2>
                <span className="text-muted">{t("triggers.count", { count: triggers.value.length })}</span>
              </>
            }
          >
            <TriggerTable triggers={triggers.value} />
          </Fold>
        </section>
      </Markup>
      <Markup>
        <CycleList
          cycles={cycles.value.items}
          total={cycles.value.total}
          names={names.participants}
          today={today}
        />
      </Markup>
    </>
  );
}

/** Requirements that count; none for a user who may read none. */
async function loadOpenRequirements(actor: Actor, at: NowOrAsOf): Promise<RequirementDetails[]> {
  const filter = parseRequirementFilter(new URLSearchParams());
  const loaded = filter.ok ? await loadRequirements(actor, filter.value, at) : filter;
  return loaded.ok ? loaded.value : [];
}
