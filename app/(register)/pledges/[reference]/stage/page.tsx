import { pledgeNames } from "@/components/pledges/pledge-form/names";
import { StageForm } from "@/components/pledges/stage-form/stage-form";
import { OpenProposal, SentBack } from "@/components/pledges/stage-form/open-proposal";
import { leadLook } from "@/components/ui/looks";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { stageFactsOf } from "@/lib/domain/pledge/evidence-requirements";
import { registerDay, registerZone } from "@/lib/i18n/register-zone";
import { currentMessages, translator } from "@/lib/i18n/translator";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { textOf, type PageOf } from "../../../search";
import { loadForm } from "../../form";
import { loadReturned } from "../returned";
import { loadForEditing } from "../details";
import { lackWords, mendedStep, piecesOf, stageChoices, successorsOf } from "./choices";
import { titled } from "../../../../titled";

const t = translator("pledge-form");
const domain = translator("domain");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("stageTitle", await params),
);

export default async function StagePage({ params, searchParams }: PageOf<"reference">) {
  const { actor, at } = await requireActorPage();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const details = await loadForEditing(actor, reference, at);
  const cell = parsePledgeFilter(
    new URLSearchParams({
      participant: details.participant,
      priority: String(details.priority),
      limit: "200",
    }),
  );
  const about = { wish: "stage", concerns: reference } as const;
  const [others, returned, form] = await Promise.all([
    cell.ok ? loadPledges(actor, cell.value, at) : null,
    loadReturned(actor, textOf(search.proposal), about),
    loadForm(actor, at),
  ]);
  const successors = successorsOf(details, others?.ok ? others.value.items : []);
  const stages = stageChoices(actor, details).filter(
    ({ value }) => value !== "SUPERSEDED" || successors.length > 0,
  );
  const title = t("stageTitle", { reference });
  const { proposal } = details;
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook()}>{details.title}</p>
      <p className="pline mb-4">
        <StageMark stage={details.stage}>
          {t("stageNow", { stage: domain(`stage.${details.stage}`) })}
        </StageMark>
        <a href="/definitions#stages">{t("allStages")}</a>
      </p>
      {proposal?.status === "OPEN" ? <OpenProposal {...{ proposal, reference }} /> : null}
      {returned ? <SentBack proposal={returned} /> : null}
      {stages.length === 0 ? (
        <p className="max-w-3xl">{t(proposal?.status === "OPEN" ? "noStepNow" : "noStep")}</p>
      ) : (
        <StageForm
          pledge={details}
          context={{ ...stageFactsOf(details), today: registerDay(at), timeZone: registerZone() }}
          title={title}
          stages={stages}
          successors={successors}
          pieces={piecesOf(details)}
          resubmission={mendedStep(returned, details)}
          {...form}
          names={pledgeNames()}
          stageNames={currentMessages().domain.stage}
          lacks={lackWords()}
        />
      )}
    </>
  );
}
