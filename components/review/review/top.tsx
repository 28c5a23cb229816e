import { leadLook } from "@/components/ui/looks";
import type { Review } from "@/lib/domain/proposals/review";
import { registerZoneName, relativeMoment, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { References } from "./references";
import { ChangeInFull } from "../proposal/proposed-change";

const t = translator("review");

interface Props {
  review: Review;
  participant: string;
  at: string;
}

export function ReviewTop({ review: { proposal, subject }, participant, at }: Props) {
  const { priority, createdAt, proposedBy } = proposal;
  const name = priority === null ? null : translator("domain")(`priority.${priority}`);
  return (
    <header className="ptop">
      <div className="pmeta flex flex-wrap items-center gap-4 mb-0.5 text-muted max-md:gap-y-0.5 max-md:gap-x-3">
        <References proposal={proposal} />
        <span>{participant}</span>
        {priority === null ? null : <span>{t("onPriority", { number: priority, name: name ?? "" })}</span>}
      </div>
      <h1 id="review" tabIndex={-1} aria-describedby="review-wish">
        {proposal.title}
      </h1>
      <div id="review-wish">
        <ChangeInFull subject={subject} status={proposal.status} />
        <p className="text-muted">
          {t("proposedBy", { name: proposedBy.name })},{" "}
          <time dateTime={createdAt}>
            <b>{relativeMoment(at, createdAt)}</b> ({shortMoment(createdAt)} {registerZoneName()})
          </time>
        </p>
      </div>
      <h2 className="sr-only">{t("reason")}</h2>
      <p className={leadLook("whitespace-pre-line wrap-anywhere mt-3")}>{proposal.reason}</p>
    </header>
  );
}
