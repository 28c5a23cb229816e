import { leadLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { handoverState, type KnownHandover } from "@/lib/domain/people/handover";
import { momentIn } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

interface Props {
  handover: KnownHandover;
  names: Readonly<Record<string, string>>;
  timeZone: string;
}

export function HandoverFacts({ handover, names, timeZone }: Props) {
  const { from, to, participants, note, pledges, entries, actors } = handover;
  const state = handoverState(handover);
  return (
    <>
      {entries === null ? null : <p className={leadLook("mb-4")}>{t("handover.offer.sealed")}</p>}
      <dl className="facts">
        <dt>{t("handover.offer.facts.from")}</dt>
        <dd>{from.name}</dd>
        <dt>{t("handover.offer.facts.to")}</dt>
        <dd>{to.name}</dd>
        <dt>{t("handover.offer.facts.participants")}</dt>
        <dd>{participants.map((code) => names[code] ?? code).join(", ")}</dd>
        <dt>{t("handover.offer.facts.note")}</dt>
        <dd>{note}</dd>
        <dt>{t("handover.offer.facts.state")}</dt>
        <dd>{t(`handover.offer.state.${state}`)}</dd>
        {state === "MADE" ? (
          <>
            <dt>{t("handover.offer.facts.pledges")}</dt>
            <dd>{pledges}</dd>
          </>
        ) : null}
      </dl>
      {entries === null ? null : (
        <Section id="steps" title={t("handover.offer.steps")}>
          <ol>
            {entries.map(({ does, note: said, at }, index) => (
              <li key={at + does}>
                {t(`handover.offer.did.${does}`, { name: actors[index] ?? "" })}{" "}
                <span className="text-muted">{momentIn(timeZone, at)}</span>
                {said === null ? null : <p className="said">{said}</p>}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
