import { AssumptionList } from "@/components/conditions/scenarios/assumption-list";
import { Band } from "@/components/conditions/scenarios/band";
import { ScenarioResultView } from "@/components/conditions/scenarios/result";
import { newHref, scenarioHref } from "@/components/conditions/scenarios/view";
import { WithdrawForm } from "@/components/conditions/scenarios/withdraw-form";
import { scenarioWords } from "@/components/conditions/scenarios/words";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { PrintButton } from "@/components/ui/print-button";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/people/actor";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { longMoment, registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadScenario } from "@/lib/conditions/scenarios/queries";
import { loadNames } from "../../names";
import { or404, RefusedAndNoted } from "../../refused";
import { textOf, type PageOf } from "../../search";
import { numberInWords } from "@/lib/i18n/numbers";
import { titled } from "../../../titled";

const t = translator("scenarios");

export const generateMetadata = titled<PageOf<"id">>(async ({ params }) => {
  const [{ actor }, { id }] = await Promise.all([requireActorPage(), params]);
  const loaded = await loadScenario(actor, id);
  return loaded.ok ? loaded.value.scenario.name : t("title");
});

export default async function ScenarioPage({ params, searchParams }: PageOf<"id">) {
  const { actor, at } = await requireActorPage();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const [loaded, { participants }] = await Promise.all([
    loadScenario(actor, id).then(or404),
    loadNames(actor, at),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/scenarios" />;
  const { scenario, result, named, same, rulesNow, version } = loaded.value;
  const { name, note, owner, asOf, position, rules, assumptions, withdrawn, createdAt } = scenario;
  const priority = PRIORITIES.find((one) => String(one) === textOf(search.priority)) ?? null;
  const again = same === null ? "otherRules" : same ? "again" : "differs";
  return (
    <>
      <PageHead title={name}>
        {mayDecide(actor) ? (
          <a className={buttonLook()} href={newHref({ asOf: null, assumptions, priority })}>
            {t("sheet.anewNow")}
          </a>
        ) : null}
        <PrintButton label={t("sheet.print")} />
      </PageHead>
      <Band />
      {withdrawn ? (
        <p className={noticeLook()}>
          {t("sheet.withdrawn", { when: shortMoment(withdrawn.at), reason: withdrawn.reason })}
        </p>
      ) : null}
      {note === null ? null : <p className="mb-4 max-w-3xl whitespace-pre-line">{note}</p>}
      <p className="text-muted">
        {t("sheet.asOf", {
          when: longMoment(asOf),
          zone: registerZoneName(),
          position: numberInWords(position),
        })}{" "}
        {t("sheet.made", { owner, when: shortMoment(createdAt) })} {t("sheet.rules", { rules })}{" "}
        {again === "again" ? t("sheet.again") : null}
      </p>
      {again === "again" ? null : (
        <p className={noticeLook()}>{t(`sheet.${again}`, { rules, now: rulesNow })}</p>
      )}
      <Section id="what-is-supposed" title={t("supposed.title")}>
        <AssumptionList {...{ assumptions, named }} names={participants} />
      </Section>
      <ScenarioResultView
        {...{ result, named, priority }}
        names={participants}
        title={t("result.titleKept")}
        href={(one) => `${scenarioHref(id, one)}#what-follows`}
      />
      {mayDecide(actor) && withdrawn === null ? (
        <details className="section print:hidden">
          <summary>{t("form.withdraw")}</summary>
          <WithdrawForm title={t("form.withdraw")} {...{ id, version }} words={scenarioWords()} />
        </details>
      ) : null}
    </>
  );
}
