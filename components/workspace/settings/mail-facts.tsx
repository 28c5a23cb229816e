import { noticeLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import type { MailStatus } from "@/lib/domain/notices/digest";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { colon } from "@/lib/i18n/signs";
import { Fact } from "@/components/ui/page/facts";

const t = translator("inbox");

/** How mails are sent, and what delays them. `server`: null where they are written to a folder. */
export function MailFacts({
  mail: { waiting, since, fault, lastSentAt, refused, server },
}: {
  mail: MailStatus & { server: string | null };
}) {
  return (
    <Section id="mail-title" title={t("way.title")} anchor="mail">
      {fault === null ? null : (
        <p className={noticeLook("blocked")}>
          <b>
            {t("way.fault")}
            {colon()}
          </b>{" "}
          {fault.at === null
            ? fault.text
            : t("way.faultAt", { when: shortMoment(fault.at), text: fault.text })}
          <br />
          {t("way.retried")}
        </p>
      )}
      <dl className="facts max-w-3xl">
        <Fact name={t("way.how")}>
          {server === null ? t("way.folder") : t("way.server", { host: server })}
        </Fact>
        <Fact name={t("way.waiting")}>
          {since === null
            ? t("way.none")
            : t("way.waitingSince", { count: waiting, when: shortMoment(since) })}
        </Fact>
        <Fact name={t("way.lastSent")}>{lastSentAt === null ? t("way.never") : shortMoment(lastSentAt)}</Fact>
        {refused === 0 ? null : (
          <Fact name={t("way.refused")}>{t("way.refusedText", { count: refused })}</Fact>
        )}
      </dl>
    </Section>
  );
}
