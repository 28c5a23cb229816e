// The pledge's own changes. Each links to a comparison of the record just before it and just after.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Section } from "@/components/ui/page/section";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import { deedWords } from "@/lib/i18n/words/domain-words";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { compareHref } from "./view";

const t = translator("changes");

interface Given {
  reference: string;
  entries: readonly HistoryEntry[];
}

export function OwnMoments({ reference, entries }: Given) {
  const changed = entries.filter(
    ({ action, changes }) => changes.length > 0 && !action.startsWith("proposal."),
  );
  if (changed.length === 0) return null;
  return (
    <Section id="own-moments" title={t("compare.events")}>
      <p className="text-muted mb-4">{t("compare.eventsText")}</p>
      <ul className="own-line">
        {changed.map(({ seq, at, actor, action }) => (
          <li className="px-0 py-0.75" key={seq}>
            <a href={asOfHref(compareHref({ reference, from: justBefore(at), to: at, only: false }))}>
              {shortMoment(at)}
            </a>{" "}
            <b>{actor.name}</b>
            {deedWords(action)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const justBefore = (at: string): string => new Date(Date.parse(at) - 1).toISOString();
