import { asOfHref } from "@/components/ui/address/as-of-href";
import { LitKeys } from "@/components/unresolved/charts/lit-keys";
import { NeedMet } from "@/components/requirements/needs/met";
import { NeedsTable } from "@/components/requirements/needs/table";
import { RequirementFacts } from "@/components/requirements/facts";
import { RecordHistory } from "@/components/pledges/changes/record-history";
import { RequirementsLegend } from "@/components/requirements/legend";
import { Offers } from "@/components/requirements/offers/offers";
import { OpenOnIt } from "@/components/requirements/open";
import { PresenceByDay } from "@/components/requirements/presence/by-day";
import { buttonLook, noticeLook, referenceLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { mayDecide } from "@/lib/domain/people/actor";
import { amountWords } from "@/lib/i18n/words/requirement-words";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { withoutStop } from "@/lib/i18n/signs";
import { dayInWords } from "@/lib/i18n/dates";
import { loadRequirementHistory } from "@/lib/requirements/queries";
import { DecisionsOn } from "../decisions-on";
import { FindingsOn } from "../../findings-on";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { loadNames } from "../../names";
import type { PageOf } from "../../search";
import { loadOr404 } from "./requirement";
import { titled } from "../../../titled";

const t = translator("requirements");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) => (await params).reference);

export default async function RequirementPage({ params, searchParams }: PageOf<"reference">) {
  const { actor, viewer, at, moment } = await readAt();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const home = `/requirements/${reference}`;
  const details = await loadOr404(actor, reference, at);
  if (details === null) return <RefusedAndNoted refusal={{ code: "role" }} home={home} />;
  const [names, history] = await Promise.all([
    loadNames(actor, at),
    loadRequirementHistory(actor, reference, at),
  ]);
  const { requirement, coverage } = details;
  const { closed } = requirement;
  const mayOffer = mayDecide(viewer);
  return (
    <>
      <PageHead title={requirement.title} above={<span className={referenceLook()}>{reference}</span>}>
        {mayOffer ? (
          <>
            {closed === null ? (
              <a className={buttonLook("primary")} href={asOfHref(`${home}/offer`)}>
                {t("offer")}
              </a>
            ) : null}
            <a className={buttonLook()} href={asOfHref(`${home}/edit`)}>
              {t("edit")}
            </a>
          </>
        ) : null}
      </PageHead>
      {closed ? (
        <p className={noticeLook()}>
          {t("closedBand", {
            day: dayInWords(registerDay(closed.at)),
            reason: withoutStop(closed.reason),
          })}
        </p>
      ) : null}
      <div className="cols max-xl:gap-8 max-md:gap-0 max-xl:grid-cols-[minmax(0,1fr)_280px] max-md:grid-cols-1">
        <div>
          <Section
            id="coverage"
            title={t("coverage")}
            aside={
              <p className="text-muted whitespace-nowrap max-xs:whitespace-normal">
                <b className="text-text text-lead/6 font-semibold">
                  {amountWords(coverage.need, coverage.measure)}
                </b>
              </p>
            }
          >
            <RequirementsLegend />
            <div data-short="" className="px-0 py-2 border-b border-b-rule">
              <NeedMet reference={reference} title={requirement.title} coverage={coverage} />
            </div>
            <NeedsTable requirements={[details]} />
          </Section>
          <OpenOnIt details={details} />
          {closed === null ? (
            <DecisionsOn about={{ kind: "requirement", reference }} search={search} />
          ) : null}
          <Offers details={details} names={names.participants} mayOffer={mayOffer} />
          <PresenceByDay details={details} />
          {history.ok ? <RecordHistory title={t("history")} entries={history.value} at={moment} /> : null}
        </div>
        <aside className="side pt-8 max-md:contents" aria-label={t("facts")}>
          <RequirementFacts details={details} names={names.participants} />
          {requirement.note ? (
            <section className="max-md:mt-8 max-md:pb-0 max-md:first:-order-1" aria-labelledby="note">
              <h2 id="note">{t("note")}</h2>
              <p className="whitespace-pre-line">{requirement.note}</p>
            </section>
          ) : null}
          <FindingsOn about={{ kind: "requirement", key: reference }} />
        </aside>
      </div>
      <LitKeys />
    </>
  );
}
