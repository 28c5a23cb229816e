// The history of a pledge: who did what, when, and the value before.
import { TimelineEntry } from "@/components/tables/timeline-entry";
import { Segments } from "@/components/ui/address/switches";
import { EntryNumber } from "@/components/tables/entry-number";
import { Fold } from "@/components/ui/fold/fold";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Section } from "@/components/ui/page/section";
import type { Day } from "@/lib/domain/base/day";
import { groupedBy } from "@/lib/domain/base/listing";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { shortDay } from "@/lib/i18n/dates";
import { actionWords, deedWords } from "@/lib/i18n/words/domain-words";
import { colon } from "@/lib/i18n/signs";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { FieldChanges } from "../changes/changes";

export type ActivityView = "all" | "changes" | "comments";

export function Activity({
  entries,
  facts,
  view,
  reference,
  next,
  at,
}: {
  entries: readonly HistoryEntry[];
  /** Facts about the leaves of conditions in the entries. */
  facts: LeafFacts;
  view: ActivityView;
  reference: string;
  /** Cursor of older entries; null when there are none. */
  next: string | null;
  at: string;
}) {
  const t = translator("pledge");
  const shown = entries.filter(
    (entry) => view === "all" || (view === "comments") === (entry.comment !== null),
  );
  const days = daysOf(shown);
  return (
    <Section
      id="activity"
      title={t("activity")}
      aside={
        <>
          <a className="cmp-link" href={asOfHref(`/pledges/${reference}/compare`)}>
            {translator("changes")("compare.link")}
          </a>
          <Segments
            label={t("filterActivity")}
            views={(["all", "changes", "comments"] as const).map((name) => ({
              href: asOfHref(`/pledges/${reference}?activity=${name}#activity`),
              words: t(`activityView.${name}`),
              isCurrent: name === view,
            }))}
          />
        </>
      }
    >
      {shown.length === 0 ? <p className="text-muted mb-4">{t("noActivity")}</p> : null}
      {days.map(([day, own]) => (
        <Fold
          key={day}
          className="border-b border-rule"
          open={days.length === 1 || view === "comments"}
          summary={<DaySummary day={day} entries={own} />}
        >
          <ol className="timeline mt-2">
            {own.map((entry) => (
              <TimelineEntry
                key={entry.seq}
                at={entry.at}
                now={at}
                below={<EntryNumber seq={entry.seq} leafHash={entry.leafHash} />}
              >
                <Entry entry={entry} facts={facts} />
              </TimelineEntry>
            ))}
          </ol>
        </Fold>
      ))}
      {next ? (
        <p>
          <a
            href={asOfHref(
              `/pledges/${reference}?activity=${view}&before=${encodeURIComponent(next)}#activity`,
            )}
          >
            {t("earlier")}
          </a>
        </p>
      ) : null}
    </Section>
  );
}

/** Newest first, as they come. */
const daysOf = (entries: readonly HistoryEntry[]): [Day, HistoryEntry[]][] => [
  ...groupedBy(entries, ({ at }) => registerDay(at)),
];

/** The day, what was done on it, and by whom. */
function DaySummary({ day, entries }: { day: Day; entries: readonly HistoryEntry[] }) {
  const deeds = [...new Set(entries.map(({ action }) => actionWords(action)))];
  const who = [...new Set(entries.map(({ actor }) => actor.name))];
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4">
      <span className="w-24">{shortDay(day)}</span>
      <span className="min-w-0 flex-1 basis-52 md:truncate">
        {deeds.join(", ")}{" "}
        <span className="text-muted">{translator("pledge")("entries", { count: entries.length })}</span>
      </span>
      <span className="text-muted md:max-w-56 md:truncate">{who.join(", ")}</span>
    </span>
  );
}

function Entry({ entry, facts }: { entry: HistoryEntry; facts: LeafFacts }) {
  const t = translator("pledge");
  return (
    <>
      <p>
        <b>{entry.actor.name}</b>
        {deedWords(entry.action)}
        {entry.about ? (
          <>
            {colon()} {entry.about}
          </>
        ) : null}
      </p>
      {entry.comment ? <p className="comment-text">{entry.comment}</p> : null}
      {entry.reason ? (
        <p className="text-muted">{t(isDecision(entry) ? "note" : "reason", { reason: entry.reason })}</p>
      ) : null}
      {entry.comment === null ? (
        <FieldChanges changes={entry.changes} facts={facts} proposed={isProposalEntry(entry)} />
      ) : null}
    </>
  );
}

/** A proposal or a ruling changes nothing yet, so there is no value before it. */
const isProposalEntry = ({ action }: HistoryEntry): boolean =>
  action === "proposal.made" || action === "ruling.made";

const isDecision = ({ action }: HistoryEntry): boolean =>
  action === "proposal.approved" || action === "proposal.returned";
