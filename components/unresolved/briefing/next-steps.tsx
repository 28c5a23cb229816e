import { daysBetween, type Day } from "@/lib/domain/base/day";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { BriefingLines } from "./lines";
import { Block } from "./section";
import type { Briefing, ParticipantNames } from "./view";

const t = translator("briefing");

/** Next actions that someone has promised; late ones come first. */
export function NextSteps({
  briefing: { next },
  names,
  owners,
  today,
}: {
  briefing: Briefing;
  names: ParticipantNames;
  /** By e-mail address. */
  owners: Readonly<Record<string, string>>;
  today: Day;
}) {
  return (
    <Block id="next" title={t("next.title")}>
      {next.length === 0 ? (
        <p className="text-muted">{t("next.none")}</p>
      ) : (
        <BriefingLines
          caption={t("next.title")}
          when={t("column.due")}
          lines={next.map(({ reference, participant, title, action, dueOn, owner }) => ({
            key: reference,
            reference,
            href: `/pledges/${reference}`,
            what: (
              <>
                <b>{action}</b>. {names[participant] ?? participant}, {title}
                {owner === null ? null : <span className="text-muted"> ({owners[owner] ?? owner})</span>}
              </>
            ),
            when: (
              <>
                <span className="whitespace-nowrap">{shortDay(dueOn)}</span>
                {dueOn < today ? (
                  <b className="text-blocked-ink whitespace-nowrap">
                    {" "}
                    {t("next.late", { days: daysBetween(dueOn, today) })}
                  </b>
                ) : null}
              </>
            ),
          }))}
        />
      )}
    </Block>
  );
}
