// Claims on a pledge's page: what waits for whom, and why one was declined.
import { noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { LazyClaimAnswer } from "./claim-answer-lazy";
import { LineClaims } from "./line-claims";
import type { Actor } from "@/lib/domain/people/actor";
import { LINK_FIELDS, mayAnswerClaim } from "@/lib/domain/pledge/link";
import type { LinesAround } from "@/lib/domain/details/lines-around";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import { currentMessages, translator } from "@/lib/i18n/translator";

const t = translator("links");

/** `actor`: null where the past is shown. */
export function Claims({
  details,
  lines,
  actor,
  names,
}: {
  details: PledgeDetails;
  lines: LinesAround;
  actor: Actor | null;
  names: Readonly<Record<string, string>>;
}) {
  const links = LINK_FIELDS.flatMap((field) =>
    details[field].filter(({ state }) => state !== "CONFIRMED").map((link) => ({ field, link })),
  );
  const ofLines = details.contributions.some(({ sameAs }) => sameAs && sameAs.state !== "CONFIRMED");
  if ((links.length === 0 && !ofLines) || details.voided !== null) return null;
  return (
    <Section id="claims" title={t("title")}>
      {links.map(({ field, link }) => {
        const name = names[link.participant] ?? link.participant;
        const mayAnswer = actor !== null && mayAnswerClaim(actor, link, link.participant);
        return (
          <div key={link.participant} className={noticeLook()}>
            <p>
              {link.state === "CLAIMED"
                ? t(`claim.${field}`, { pledge: details.reference, name })
                : t("refused", { name, reason: link.reason ?? "" })}
            </p>
            {mayAnswer ? (
              <LazyClaimAnswer
                path={`/pledges/${details.reference}/links`}
                version={details.version}
                about={{ participant: link.participant }}
                words={{
                  confirm: t("confirm", { name }),
                  decline: t("decline", { name }),
                  reason: t("reason"),
                  confirmedSaid: t("confirmedSaid", { name }),
                  declinedSaid: t("declinedSaid", { name }),
                  missingReason: currentMessages().suggestions.reply.missingReason,
                  offline: t("offline"),
                }}
              />
            ) : null}
          </div>
        );
      })}
      <LineClaims details={details} around={lines} actor={actor} names={names} />
    </Section>
  );
}
