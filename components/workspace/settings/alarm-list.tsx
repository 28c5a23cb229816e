import { noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { Alarm } from "@/lib/domain/log/alarms";
import { labelled } from "@/lib/i18n/signs";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("health");

/** What administrators were alarmed about lately, and whether it is over. */
export function AlarmList({ alarms }: { alarms: readonly Alarm[] }) {
  return (
    <Section id="alarms-title" title={t("alarms.title")} anchor="alarms">
      <p className="text-muted mb-4">{t("alarms.intro")}</p>
      <ul className="grid max-w-3xl gap-2">
        {alarms.map(({ code, since, overAt }) => (
          <li key={`${code} ${since}`} className={noticeLook(overAt === null ? "blocked" : "done")}>
            <b>{overAt === null ? t(`alarm.${code}`) : labelled(t("alarms.over"), t(`alarm.${code}`))}</b>
            {overAt === null ? <p>{t(`alarmTodo.${code}`)}</p> : null}
            <p className="mt-1 text-caption">
              {overAt === null
                ? t("alarms.since", { when: shortMoment(since) })
                : t("alarms.between", { since: shortMoment(since), when: shortMoment(overAt) })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
