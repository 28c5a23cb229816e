import { AddForms } from "@/components/conditions/scenarios/add-forms";
import { AssumptionList } from "@/components/conditions/scenarios/assumption-list";
import { Band } from "@/components/conditions/scenarios/band";
import { KeepForm } from "@/components/conditions/scenarios/keep-form";
import { ScenarioResultView } from "@/components/conditions/scenarios/result";
import { StartsFrom } from "@/components/conditions/scenarios/starts-from";
import { newHref, type NewScenarioView } from "@/components/conditions/scenarios/view";
import { scenarioWords } from "@/components/conditions/scenarios/words";
import { linkTo } from "@/components/ui/link-to";
import { PrintButton } from "@/components/ui/print-button";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { requireActorPage } from "@/lib/auth/page";
import { loadBaselines } from "@/lib/history/baselines/queries";
import { mayDecide } from "@/lib/domain/people/actor";
import { MOST_ASSUMPTIONS } from "@/lib/domain/history/scenarios/assumption";
import type { Refusal } from "@/lib/domain/base/refusal";
import { fieldErrorWords } from "@/lib/i18n/words/refusal-words";
import { translator } from "@/lib/i18n/translator";
import { loadScenarioChoices, previewScenario } from "@/lib/conditions/scenarios/queries";
import { loadNames } from "../../names";
import { redirectToFull } from "../../redirect-to-full";
import { RefusedAndNoted } from "../../refused";
import type { PageOf } from "../../search";
import { askedIn } from "./asked";
import { titled } from "../../../titled";

const t = translator("scenarios");
const sets = translator("smallest-sets");

export const generateMetadata = titled(() => t("newTitle"));

export default async function NewScenarioPage({ searchParams }: PageOf) {
  const { actor, at } = await requireActorPage();
  const search = await searchParams;
  if (!mayDecide(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home="/scenarios" why={t("whoMay")} />;

  const { moved, wrong, wrongMoments, ...asked } = askedIn(search);
  if (moved && wrong === null && wrongMoments.size === 0)
    await redirectToFull(newHref(asked, "what-is-supposed"));
  const [choices, baselines, { participants }] = await Promise.all([
    loadScenarioChoices(actor, asked.asOf, at),
    loadBaselines(actor, at),
    loadNames(actor, at),
  ]);
  const fromNow = choices.ok ? choices : await loadScenarioChoices(actor, null, at);
  if (!fromNow.ok) return <RefusedAndNoted refusal={fromNow.refusal} home="/scenarios/new" />;
  const { triggers, approvals, pledges } = fromNow.value;
  const view: NewScenarioView = choices.ok ? asked : { ...asked, asOf: null };
  const { asOf, assumptions, priority } = view;
  const preview = await previewScenario(actor, { asOf, assumptions: [...assumptions] }, at);

  const typed = wrongMoments.get("asOf");
  const general = [
    ...(wrong === "moment" || !choices.ok ? [t("from.wrong")] : []),
    ...(wrong === "unreadable" ? [t("wrong.unreadable")] : []),
    ...(wrong === "many" ? [t("wrong.many", { max: MOST_ASSUMPTIONS })] : []),
    ...(preview.ok ? [] : troublesOf(preview.refusal)),
  ];
  const troubles = [
    ...(typed ? [{ field: "asOfOn", message: typed.error }] : []),
    ...general.map((message) => ({ message })),
  ];
  const named = preview.ok
    ? preview.value.named
    : { facts: { triggers, approvals, pledges }, lines: {}, inferred: {} };
  const title = t("newTitle");
  return (
    <>
      <PageHead title={title}>
        {assumptions.length === 0 ? null : <PrintButton label={sets("print")} />}
      </PageHead>
      {troubles.length > 0 ? <ErrorSummary title={t("wrong.title")} errors={troubles} attempt={0} /> : null}
      <Band />
      <StartsFrom
        {...{ view, at, typed }}
        point={fromNow.value.at}
        baselines={baselines.ok ? baselines.value : []}
      />
      <Section id="what-is-supposed" title={t("supposed.title")}>
        {assumptions.length === 0 ? (
          <p className="text-muted">
            {t("supposed.none")} {sets.rich("begin", { a: linkTo("/requirements") })}
          </p>
        ) : (
          <AssumptionList
            {...{ assumptions, named }}
            names={participants}
            without={(place) =>
              newHref(
                { ...view, assumptions: assumptions.filter((_, other) => other !== place) },
                "what-is-supposed",
              )
            }
          />
        )}
        <AddForms view={view} choices={fromNow.value} names={participants} />
      </Section>
      {preview.ok ? (
        <ScenarioResultView
          result={preview.value.result}
          names={participants}
          {...{ named, priority }}
          title={t("result.title")}
          href={(one) => newHref({ ...view, priority: one }, "what-follows")}
        />
      ) : null}
      <Section id="keep" title={t("keep.title")} className="print:hidden">
        <p className="text-muted mb-4">{t("keep.text")}</p>
        <KeepForm {...{ title, asOf }} assumptions={[...assumptions]} words={scenarioWords()} />
      </Section>
    </>
  );
}

/** Which assumptions are refused, and why. */
const troublesOf = ({ errors = [] }: Refusal): string[] =>
  errors.map(({ path, code, params }) =>
    t("wrong.field", {
      what: t("wrong.number", { n: Number(/^assumptions\.(\d+)/.exec(path)?.[1] ?? 0) + 1 }),
      message: fieldErrorWords({ code, ...(params ? { params } : {}) }),
    }),
  );
