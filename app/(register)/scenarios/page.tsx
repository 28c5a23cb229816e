import { ScenarioTable } from "@/components/conditions/scenarios/scenario-table";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { parseScenarioFilter, scenarioParameters } from "@/lib/conditions/scenarios/filter";
import { loadScenarios } from "@/lib/conditions/scenarios/queries";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";

const t = translator("scenarios");
const HOME = "/scenarios";

export const generateMetadata = titled(() => t("title"));

export default async function ScenariosPage({ searchParams }: PageOf) {
  const [{ actor }, search] = await Promise.all([requireActorPage(), searchParams]);
  const filter = parseScenarioFilter(pageParameters(scenarioParameters, search));
  if (!filter.ok) return <RefusedAndNoted refusal={filter.refusal} home={HOME} />;
  const loaded = await loadScenarios(actor, filter.value);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home={HOME} />;

  const mayMake = mayDecide(actor);
  const onlyOpen = filter.value.withdrawn === "without";
  const state = onlyOpen ? "first" : "filtered";
  return (
    <>
      <PageHead title={t("title")}>
        {mayMake ? (
          <a className={buttonLook("primary")} href="/scenarios/new">
            {t("new")}
          </a>
        ) : null}
      </PageHead>
      <p className="text-muted mb-4 max-w-3xl">{t("lead")}</p>
      {loaded.value.length === 0 ? (
        <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)}>
          {onlyOpen ? mayMake ? <a href="/scenarios/new">{t("new")}</a> : t("onlyManagers") : null}
        </EmptyState>
      ) : (
        <ScenarioTable scenarios={loaded.value} />
      )}
      <p className="mt-4">
        <a href={onlyOpen ? `${HOME}?withdrawn=only` : HOME}>
          {t(onlyOpen ? "list.withdrawn" : "list.standing")}
        </a>
      </p>
    </>
  );
}
