import type { ReactNode } from "react";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { barsOf } from "@/components/unresolved/coverage/bars";
import { PriorityBars } from "@/components/ui/marks/bars";
import { PackageLink } from "@/components/tables/package-link";
import { CopyButton } from "@/components/ui/copy-button";
import { RecordHead } from "@/components/ui/page/record-head";
import { viewHref } from "@/components/ui/address/view-href";
import { buttonLook, referenceLook } from "@/components/ui/looks";
import type { Day } from "@/lib/domain/base/day";
import type { Actor } from "@/lib/domain/people/actor";
import { isPositionExpected } from "@/lib/domain/people/participant";
import type { ParticipantRow } from "@/lib/domain/unresolved/matrix";
import { translator } from "@/lib/i18n/translator";
import { Left } from "./left";
import { participantNameOf } from "./view";

const t = translator("participants");
const ui = translator("ui");
const domain = translator("domain");

export function ParticipantTop({
  actor,
  participant,
  reads,
  mayEdit,
  today,
  actions,
}: {
  actor: Actor;
  participant: ParticipantRow;
  reads: boolean;
  mayEdit: boolean;
  today: Day;
  actions?: ReactNode;
}) {
  const { code, role, kind, cells } = participant;
  const { bars, words } = barsOf(cells);
  return (
    <RecordHead
      title={participantNameOf(participant)}
      meta={
        <>
          <span className={referenceLook()}>{code}</span>
          <CopyButton
            path={asOfHref(`/participants/${code}`)}
            label={ui("copyLink", { reference: code })}
            copied={ui("copied")}
          />
          <span>{domain(`participantRole.${role}`)}</span>
          <span>{domain(`participantKind.${kind}`)}</span>
          {reads ? (
            <a href={asOfHref("/definitions#bars")}>
              <PriorityBars bars={bars} label={ui("bars", { list: words })} />
            </a>
          ) : null}
        </>
      }
      actions={
        <>
          {mayEdit ? (
            <a className={buttonLook()} href={asOfHref(`/participants/${code}/edit`)}>
              {t("edit")}
            </a>
          ) : null}
          <PackageLink actor={actor} what="PARTICIPANT" filter={code} />
          {actions}
        </>
      }
    >
      <Left participant={participant} today={today} as="words" className="pline" />
      {reads ? <Figures participant={participant} today={today} /> : null}
    </RecordHead>
  );
}

function Figures({ participant, today }: { participant: ParticipantRow; today: Day }) {
  const { code, cells, pledges, unresolved } = participant;
  const stated = cells.filter(({ position }) => position !== "NONE").length;
  return (
    <p className="pline">
      <span>
        {t("stated", { stated, of: cells.length, expected: String(isPositionExpected(participant, today)) })}
      </span>
      {pledges === 0 ? null : (
        <a href={asOfHref(viewHref("/pledges", { participant: code }))}>
          {t("pledgeCount", { count: pledges })}
        </a>
      )}
      {unresolved === 0 ? (
        <span>{t("nothingOpen")}</span>
      ) : (
        <a href={asOfHref(viewHref("/unresolved", { participant: code }))}>
          {t("openCount", { count: unresolved })}
        </a>
      )}
    </p>
  );
}
