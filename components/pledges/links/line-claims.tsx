// Claims on a pledge's page that one of its lines is another desk's: what waits for whom, and why one was declined.
import { noticeLook } from "@/components/ui/looks";
import { LazyClaimAnswer } from "./claim-answer-lazy";
import { lineWords } from "./line-notes";
import type { LinesAround } from "@/lib/domain/details/lines-around";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { Actor } from "@/lib/domain/people/actor";
import { mayAnswerClaim } from "@/lib/domain/pledge/link";
import { participantOfLine } from "@/lib/domain/pledge/same-as";
import { currentMessages, translator } from "@/lib/i18n/translator";

const t = translator("links");

interface Props {
  details: PledgeDetails;
  around: LinesAround;
  /** Null where the past is shown. */
  actor: Actor | null;
  names: Readonly<Record<string, string>>;
}

export function LineClaims({ details, around, actor, names }: Props) {
  return details.contributions.map(({ id, sameAs }, index) => {
    const named = around.named[id];
    if (!sameAs || !named || sameAs.state === "CONFIRMED") return null;
    const participant = participantOfLine(sameAs);
    const params = {
      n: index + 1,
      name: names[participant] ?? participant,
      other: lineWords(named, details.reference),
    };
    return (
      <div key={id} className={noticeLook()}>
        <p>
          {sameAs.state === "CLAIMED"
            ? t("line.claim", { ...params, pledge: details.reference })
            : t("line.refused", { ...params, reason: sameAs.reason ?? "" })}
        </p>
        {actor !== null && mayAnswerClaim(actor, sameAs, participant) ? (
          <LazyClaimAnswer
            path={`/pledges/${details.reference}/links`}
            version={details.version}
            about={{ contribution: id }}
            words={{
              confirm: t("line.confirm", params),
              decline: t("line.decline", params),
              reason: t("reason"),
              confirmedSaid: t("line.confirmedSaid", params),
              declinedSaid: t("line.declinedSaid", params),
              missingReason: currentMessages().suggestions.reply.missingReason,
              offline: t("offline"),
            }}
          />
        ) : null}
      </div>
    );
  });
}
