// What others did to the administrator's own account, and sign-ins to it from new devices.
import { Section } from "@/components/ui/page/section";
import type { Notice } from "@/lib/domain/notices/notice";
import { OWN_ACCOUNT_DAYS } from "@/lib/domain/people/account-need";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { detailWords, didWords } from "@/lib/i18n/words/notice-words";

const t = translator("system-status");

export function OwnAccount({ notices }: { notices: readonly Notice[] }) {
  return (
    <Section
      id="own-account"
      title={t("own.title", { days: OWN_ACCOUNT_DAYS })}
      aside={<a href="/profile#sessions">{translator("inbox")("entry.deviceLink")}</a>}
    >
      <ul className="m-0 list-none p-0">
        {notices.map((notice) => (
          <li key={notice.seq} className="border-b border-rule py-3">
            <b>{didWords(notice)}</b> <span className="text-caption">{shortMoment(notice.at)}</span>
            <br />
            <span className="text-muted">{detailWords(notice)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
