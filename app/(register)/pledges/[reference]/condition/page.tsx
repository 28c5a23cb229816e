import { ConditionForm } from "@/components/conditions/condition-form/condition-form";
import { conditionFormWords } from "@/components/conditions/condition-form/words";
import { pledgeNames } from "@/components/pledges/pledge-form/names";
import { OpenProposal, SentBack } from "@/components/pledges/stage-form/open-proposal";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { approvalQuery } from "@/lib/pledges/approvals/filter";
import { loadApprovals } from "@/lib/pledges/approvals/queries";
import { requireActorPage } from "@/lib/auth/page";
import type { Actor } from "@/lib/domain/people/actor";
import type { Approval } from "@/lib/domain/pledge/approval";
import type { Instant } from "@/lib/domain/base/day";
import type { Evidence } from "@/lib/domain/pledge/evidence";
import { isBinding } from "@/lib/domain/pledge/pledge";
import { shortDay } from "@/lib/i18n/dates";
import { inOrder } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { loadPledgeLeafFacts } from "@/lib/pledges/pledges/queries";
import { loadTriggers } from "@/lib/conditions/triggers/queries";
import { loadNames } from "../../../names";
import { textOf, type PageOf } from "../../../search";
import { loadReturned } from "../returned";
import { loadForEditing } from "../details";
import { titled } from "../../../../titled";

const t = translator("condition");
const domain = translator("domain");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("form.title", await params),
);

export default async function ConditionPage({ params, searchParams }: PageOf<"reference">) {
  const { actor, at } = await requireActorPage();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const about = { wish: "change", concerns: reference } as const;
  const [details, returned, triggers, names] = await Promise.all([
    loadForEditing(actor, reference, at),
    loadReturned(actor, textOf(search.proposal), about),
    loadTriggers(actor, at),
    loadNames(actor, at),
  ]);
  const proposedCondition = returned?.wish.changes.condition;
  const resubmission =
    returned && proposedCondition !== undefined
      ? { id: returned.id, condition: proposedCondition, reason: returned.reason }
      : null;
  const named = [details.condition, resubmission?.condition ?? null].filter((one) => one !== null);
  const [facts, approvals] = await Promise.all([
    loadPledgeLeafFacts(actor, named, at),
    approvalsOf(actor, details.participant, at),
  ]);
  const title = t("form.title", { reference });
  const { proposal } = details;
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook()}>{details.title}</p>
      <p className="mb-4">{t("form.lead")}</p>
      {proposal?.status === "OPEN" && isBinding(details) ? (
        <OpenProposal {...{ proposal, reference }} />
      ) : null}
      {returned && resubmission ? <SentBack proposal={returned} /> : null}
      <ConditionForm
        pledge={{
          reference,
          participant: details.participant,
          stage: details.stage,
          suspendedFrom: details.suspendedFrom,
          version: details.version,
          condition: details.condition,
        }}
        title={title}
        choices={{
          triggers: (triggers.ok ? triggers.value : []).map(
            ({ code, title: name, waiting, state, since, createdAt }) => ({
              ...{ code, title: name, waiting, state, since, createdAt },
            }),
          ),
          approvals,
          participants: optionsOf(names.participants),
          evidence: details.evidence.filter(({ retracted }) => retracted === null).map(pieceOption),
        }}
        facts={facts}
        words={conditionFormWords()}
        names={pledgeNames()}
        resubmission={resubmission}
      />
    </>
  );
}

const pieceOption = ({ id, kind, source }: Evidence) => ({
  id,
  label: t("form.piece", {
    kind: domain(`evidenceKind.${kind}`),
    publisher: source.publisher,
    day: source.publishedOn === null ? "" : `, ${shortDay(source.publishedOn)}`,
  }),
});

const MOST = "200";

async function approvalsOf(actor: Actor, participant: string, at: Instant): Promise<Approval[]> {
  const asked = approvalQuery.parse(new URLSearchParams({ participant, limit: MOST }));
  const loaded = asked.ok ? await loadApprovals(actor, asked.value, at) : null;
  return loaded?.ok ? loaded.value.items : [];
}

const optionsOf = (participants: Readonly<Record<string, string>>) =>
  Object.entries(participants)
    .map(([value, label]) => ({ value, label }))
    .sort((a, b) => inOrder(a.label, b.label));
