import { leadLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { handoverState, type KnownHandover } from "@/lib/domain/people/handover";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { Fact } from "@/components/ui/page/facts";

const t = translator("mine");

interface Props {
  handover: KnownHandover;
  names: Readonly<Record<string, string>>;
}

export function HandoverFacts({ handover, names }: Props) {
  const { from, to, participants, note, pledges, entries, actors } = handover;
  const state = handoverState(handover);
  return (
    <>
      {entries === null ? null : <p className={leadLook("mb-4")}>{t("handover.offer.sealed")}</p>}
      <dl className="facts">
        <Fact name={t("handover.offer.facts.from")}>{from.name}</Fact>
        <Fact name={t("handover.offer.facts.to")}>{to.name}</Fact>
        <Fact name={t("handover.offer.facts.participants")}>
          {participants.map((code) => names[code] ?? code).join(", ")}
        </Fact>
        <Fact name={t("handover.offer.facts.note")}>{note}</Fact>
        <Fact name={t("handover.offer.facts.state")}>{t(`handover.offer.state.${state}`)}</Fact>
        {state === "MADE" ? <Fact name={t("handover.offer.facts.pledges")}>{pledges}</Fact> : null}
      </dl>
      {entries === null ? null : (
        <Section id="steps" title={t("handover.offer.steps")}>
          <ol>
            {entries.map(({ does, note: said, at }, index) => (
              <li key={at + does}>
                {t(`handover.offer.did.${does}`, { name: actors[index] ?? "" })}{" "}
                <span className="text-muted">{shortMoment(at)}</span>
                {said === null ? null : <p className="said">{said}</p>}
              </li>
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}
