import { pledgeNames } from "@/components/pledge-form/names";
import { formWords } from "@/components/pledge-form/options";
import { StageForm } from "@/components/pledge-form/stage-form";
import { StageMark } from "@/components/ui/stage-ring";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/actor";
import { messages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { parsePledgeFilter } from "@/lib/pledges/filter";
import { loadPledges } from "@/lib/pledges/queries";
import { loadForEditing } from "../load-sheet";

const t = translator("pledge-form");
const domain = translator("domain");

interface Props {
  params: Promise<{ reference: string }>;
}

export const generateMetadata = async ({ params }: Props) => ({ title: t("stageTitle", await params) });

export default async function StagePage({ params }: Props) {
  const [{ actor, at }, { reference }] = await Promise.all([requireActorPage(), params]);
  const sheet = await loadForEditing(actor, reference, at);
  const cell = parsePledgeFilter(
    new URLSearchParams({ participant: sheet.participant, priority: String(sheet.priority), limit: "200" }),
  );
  const others = cell.ok ? await loadPledges(actor, cell.value, at) : null;
  const successors = (others?.ok ? others.value.items : []).filter((row) => row.reference !== reference);
  const stages = sheet.may.set
    .filter((stage) => stage !== "SUPERSEDED" || successors.length > 0)
    .map((stage) => ({
      value: stage,
      label: domain(`stage.${stage}`),
      meaning: domain(`stageMeaning.${stage}`),
    }));
  const title = t("stageTitle", { reference });
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
      </div>
      <p className="lead">{sheet.title}</p>
      <p className="pline mb-4">
        <StageMark stage={sheet.stage}>{t("stageNow", { stage: domain(`stage.${sheet.stage}`) })}</StageMark>
        <a href="/definitions#stages">{t("allStages")}</a>
      </p>
      {stages.length === 0 ? (
        <p className="max-w-3xl">
          {t("noStep")} {mayDecide(actor) ? null : t("noStepOfficer")}{" "}
          <a href={`/pledges/${reference}/evidence`}>{t("addEvidence")}</a>
        </p>
      ) : (
        <StageForm
          account={actor.id}
          reference={reference}
          read={{ version: sheet.version, stage: sheet.stage }}
          title={title}
          stages={stages}
          successors={successors.map((row) => ({
            value: row.reference,
            label: `${row.reference} ${row.title}`,
          }))}
          words={formWords()}
          names={pledgeNames()}
          stageNames={messages.domain.stage}
        />
      )}
    </>
  );
}
