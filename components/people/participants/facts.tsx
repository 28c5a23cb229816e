import type { Day } from "@/lib/domain/base/day";
import type { Participant } from "@/lib/domain/people/participant";
import type { PersonDesk } from "@/lib/domain/people/person";
import { languageWords } from "@/lib/i18n/words/domain-words";
import { currentLanguage } from "@/lib/i18n/reader";
import { participantName } from "@/lib/i18n/words/participant-name";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { Fact, SideFacts } from "@/components/ui/page/facts";
import { Joined } from "./joined";
import { keepersOf } from "./keepers";
import { Left } from "./left";

const t = translator("participants");
const domain = translator("domain");

export function ParticipantFacts({
  participant,
  desks,
  today,
}: {
  participant: Participant;
  desks: readonly PersonDesk[];
  today: Day;
}) {
  const { code, role, kind, names, recordedAt } = participant;
  const others = Object.entries(names).filter(([language]) => language !== currentLanguage());
  return (
    <SideFacts title={t("facts")} isShort>
      <Fact name={t("fact.role")}>
        {domain(`participantRole.${role}`)}
        <br />
        <span className="text-muted">{domain(`participantRoleMeaning.${role}`)}</span>
      </Fact>
      <Fact name={t("fact.kind")}>{domain(`participantKind.${kind}`)}</Fact>
      <Fact name={t("fact.joinedOn")}>
        <Joined participant={participant} />
      </Fact>
      {participant.leftOn === null ? null : (
        <Fact name={t("fact.left")}>
          <Left participant={participant} today={today} as="fact" />
        </Fact>
      )}
      {others.map(([language, name]) => (
        <Fact
          key={language}
          name={<span className="inline-block first-letter:uppercase">{languageWords(language)}</span>}
        >
          <span lang={language}>{name}</span>
        </Fact>
      ))}
      {participant.formerNames.length === 0 ? null : (
        <Fact name={t("fact.formerNames")}>
          {participant.formerNames.toReversed().map((former) => (
            <span key={former.until} className="block">
              {t("formerName", {
                name: participantName({ code, names: former.names }),
                on: shortDay(former.until),
              })}
            </span>
          ))}
        </Fact>
      )}
      <Fact name={t("fact.desk")}>
        {keepersOf(code, desks) ?? <span className="text-muted">{t("managersOnly")}</span>}
      </Fact>
      <Fact name={t("fact.recorded")}>{shortDay(registerDay(recordedAt))}</Fact>
    </SideFacts>
  );
}
