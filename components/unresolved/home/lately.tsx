// What changed last, what waits for a decision, and what comes next: a few rows of each, and the way to the others.
import type { ReactNode } from "react";
import { RecordLink } from "@/components/history/audit/record";
import { CoalitionMark } from "@/components/pledges/pledge/coalition-mark";
import { ChangeGlance } from "@/components/review/proposal/proposed-change";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ReferenceLink } from "@/components/ui/link-to";
import { Section } from "@/components/ui/page/section";
import { EntryKind } from "@/components/workspace/calendar/entry";
import type { BelowMatters } from "@/lib/domain/log/managers-page";
import type { Instant, Day } from "@/lib/domain/base/day";
import type { Actor } from "@/lib/domain/people/actor";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import { calendarEntryHref, calendarKey } from "@/lib/domain/unresolved/calendar";
import { calendarName, calendarText } from "@/lib/i18n/calendar-words";
import { shortDay } from "@/lib/i18n/dates";
import { relativeMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { actionWords } from "@/lib/i18n/words/domain-words";

const t = translator("home");
const form = translator("form");

export interface LatelyGiven {
  below: BelowMatters;
  actor: Actor;
  names: Readonly<Record<string, string>>;
  now: Instant;
  today: Day;
}

export function LatelyAndNext({
  below: { changes, decisions, dates },
  actor,
  names,
  now,
  today,
}: LatelyGiven) {
  return (
    <div className="grid gap-x-10 xl:grid-cols-3">
      <Rows of="changes" href="/changes">
        {changes.map((entry) => (
          <Row key={entry.seq} at={relativeMoment(now, entry.at)}>
            <RecordLink actor={actor} record={entry.record} />
            <span className="block text-muted">
              {t("changes.did", { who: entry.actor.name, did: actionWords(entry.action) })}
            </span>
          </Row>
        ))}
      </Rows>
      {decisions === null ? null : (
        <Rows of="decisions" href="/review" count={decisions.count}>
          {decisions.rows.map((proposal) => (
            <Row key={proposal.id} at={relativeMoment(now, proposal.createdAt)}>
              <ReferenceLink href={asOfHref(`/review/${proposal.id}`)}>{subjectOf(proposal)}</ReferenceLink>{" "}
              {proposal.title}
              <CoalitionMark reference={subjectOf(proposal)} />
              <span className="block text-muted">
                {names[proposal.participant] ?? proposal.participant}
                {" · "}
                <ChangeGlance wish={proposal.wish} />
              </span>
            </Row>
          ))}
        </Rows>
      )}
      <Rows of="dates" href="/calendar">
        {dates.map((entry) => (
          <Row key={calendarKey(entry).join(" ")} at={shortDay(entry.on)}>
            <ReferenceLink href={asOfHref(calendarEntryHref(entry))}>{calendarName(entry)}</ReferenceLink>{" "}
            {calendarText(entry)}
            {entry.handling === "COALITION" ? (
              <span className="text-muted"> {form("coalitionOnly")}</span>
            ) : null}
            <span className="block text-muted">
              <EntryKind entry={entry} today={today} />
            </span>
          </Row>
        ))}
      </Rows>
    </div>
  );
}

/** For an approval, the first pledge that it serves. */
const subjectOf = ({ reference, concerns, participant }: ProposalRow): string =>
  reference ?? concerns[0] ?? participant;

interface RowsProps {
  of: "changes" | "decisions" | "dates";
  href: string;
  count?: number;
  children: readonly ReactNode[];
}

function Rows({ of, href, count, children }: RowsProps) {
  return (
    <Section
      id={of}
      title={t(`${of}.title`)}
      aside={
        <>
          {count === undefined ? null : <span className="text-muted">{count}</span>}
          <a className="ml-auto text-caption" href={asOfHref(href)}>
            {t(`${of}.all`)}
          </a>
        </>
      }
    >
      {children.length === 0 ? (
        <p className="text-muted">{t(`${of}.none`)}</p>
      ) : (
        <ul className="m-0 list-none p-0">{children}</ul>
      )}
    </Section>
  );
}

function Row({ at, children }: { at: string; children: ReactNode }) {
  return (
    <li className="flex justify-between gap-4 border-b border-rule py-2 text-ui">
      <div className="min-w-0 [overflow-wrap:anywhere]">{children}</div>
      <span className="shrink-0 text-muted">{at}</span>
    </li>
  );
}
