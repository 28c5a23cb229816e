// What a proposal asks for, at a glance: a stage by its ring, an approval by its shape, the rest in words.
import { ApprovalMark } from "@/components/pledges/approvals/approval-mark";
import { StageMark } from "@/components/ui/marks/stage-ring";
import type { Subject } from "@/lib/domain/proposals/fulfilment";
import type { ProposalStatus } from "@/lib/domain/proposals/proposal";
import type { Stage as StageName } from "@/lib/domain/pledge/stages";
import type { ProposedChange } from "@/lib/domain/proposals/proposed-change";
import { translator } from "@/lib/i18n/translator";
import { fieldsInSentence, proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";

const t = translator("review");
const domain = translator("domain");

export function ChangeGlance({ wish }: { wish: ProposedChange }) {
  if (wish.do === "stage") return <ProposedStage of={wish.to} />;
  const status = wish.do === "record-approval" ? wish.approval.status : statusIn(wish);
  return status === null ? proposedChangeWords(wish) : <ApprovalMark status={status} />;
}

/** With the current state. For a decided proposal, the outcome below shows what it was. */
export function ChangeInFull({ subject, status }: { subject: Subject; status: ProposalStatus }) {
  const { wish } = subject;
  const now = status === "OPEN" || status === "RETURNED" ? subject : null;
  const approval = now?.kind === "approval" ? now.approval : null;
  return (
    <p className="wish flex flex-wrap items-center gap-y-0.5 gap-x-2 mx-0 mt-0.5 mb-1 text-lead">
      {wish.do === "stage" && now?.kind === "pledge" ? (
        <>
          <ProposedStage of={now.pledge.stage} /> <Arrow />
        </>
      ) : null}
      {approval && statusIn(wish) !== null ? (
        <>
          <ApprovalMark status={approval.status} /> <Arrow />
        </>
      ) : null}
      <ChangeGlance wish={wish} />
      {wish.do === "stage" && Object.keys(wish.changes).length > 0 ? (
        <span className="text-muted">{t("withChanges", { fields: fieldsInSentence(wish.changes) })}</span>
      ) : null}
    </p>
  );
}

export function ProposedStage({ of }: { of: StageName }) {
  return <StageMark stage={of}>{domain(`stage.${of}`)}</StageMark>;
}

function Arrow() {
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="sr-only">{t("fromTo")}</span>{" "}
    </>
  );
}

const statusIn = (wish: ProposedChange) =>
  wish.do === "change-approval" ? (wish.changes.status ?? null) : null;
