// An administrator's first page: whether the register runs, what accounts need, and what to do about either.
import { FactsOfAccounts } from "@/components/people/system-status/account-facts";
import { AccountNeeds } from "@/components/people/system-status/account-needs";
import { OwnAccount } from "@/components/people/system-status/own-account";
import { SystemStatusHeadline } from "@/components/people/system-status/headline";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { HealthFacts } from "@/components/workspace/settings/health-facts";
import { AlarmList } from "@/components/workspace/settings/alarm-list";
import { MailFacts } from "@/components/workspace/settings/mail-facts";
import type { Instant } from "@/lib/domain/base/day";
import type { Actor } from "@/lib/domain/people/actor";
import { loadHealth } from "@/lib/http/health/ready";
import { translator } from "@/lib/i18n/translator";
import { loadOwnAccountNotices } from "@/lib/inbox/inbox/queries";
import { loadMailStatus } from "@/lib/inbox/mail/queries";
import { countWaitingForAccounts } from "@/lib/people/account-proposals/queries";
import { loadStateOfAccounts } from "@/lib/people/people/queries";
import { tryStorage } from "@/lib/pledges/files/try-storage";
import { loadAlarms } from "@/lib/trust/alarms/queries";
import { loadLogHealth } from "@/lib/trust/checkpoints/queries";
import { RefusedAndNoted } from "../refused";

const t = translator("system-status");

export async function SystemStatusPage({ actor, at }: { actor: Actor; at: Instant }) {
  const [accounts, own, waiting, mail, { health }, alarms] = await Promise.all([
    loadStateOfAccounts(actor),
    loadOwnAccountNotices(actor, at),
    countWaitingForAccounts(actor),
    loadMailStatus(actor),
    loadHealth({ loadLogHealth, tryStorage }),
    loadAlarms(actor),
  ]);
  if (!accounts.ok) return <RefusedAndNoted refusal={accounts.refusal} home="/" />;
  const { figures, needs } = accounts.value;
  return (
    <>
      <PageHead title={t("title")}>
        <a className={buttonLook()} href="/admin/people">
          {t("needs.people")}
        </a>
        <a className={buttonLook()} href="/admin/settings">
          {t("needs.settings")}
        </a>
      </PageHead>
      <SystemStatusHeadline
        health={health}
        alarms={alarms.ok ? alarms.value.filter(({ overAt }) => overAt === null).length : 0}
        proposals={waiting.ok ? waiting.value : 0}
        isMailStuck={mail.ok && mail.value.fault !== null}
      />
      {alarms.ok && alarms.value.length > 0 ? <AlarmList alarms={alarms.value} /> : null}
      {own.ok && own.value.length > 0 ? <OwnAccount notices={own.value} /> : null}
      <div className="mt-4 mb-6">
        <FactsOfAccounts figures={figures} />
      </div>
      <Section id="needs" title={t("needs.title")}>
        <AccountNeeds needs={needs} />
      </Section>
      <HealthFacts health={health} />
      {mail.ok && mail.value.fault !== null ? <MailFacts mail={mail.value} /> : null}
    </>
  );
}
