import { TimelineEntry } from "@/components/tables/timeline-entry";
import { EntryNumber } from "@/components/tables/entry-number";
import type { HistoryEntry } from "@/lib/domain/proposals/history";
import { deedWords } from "@/lib/i18n/words/domain-words";
import { colon } from "@/lib/i18n/signs";
import { translator } from "@/lib/i18n/translator";
import { FirstRows } from "@/components/tables/first-rows";
import { Section } from "@/components/ui/page/section";
import { PledgeLink } from "../pledge/pledge-link";
import { FieldChanges } from "./changes";

const t = translator("pledge");

interface Props {
  title: string;
  /** Newest first; `about`: a pledge. */
  entries: readonly HistoryEntry[];
  at: string;
}

/** Who changed what in a requirement or a trigger. */
export function RecordHistory({ title, entries, at }: Props) {
  return (
    <Section id="history" title={title}>
      <FirstRows rows={entries} most={NEWEST}>
        {(shown) => (
          <ol className="timeline">
            {shown.map((entry) => (
              <Entry key={entry.seq} {...{ entry, at }} />
            ))}
          </ol>
        )}
      </FirstRows>
    </Section>
  );
}

const NEWEST = 4;

function Entry({ entry, at }: Omit<Props, "title" | "entries"> & { entry: HistoryEntry }) {
  return (
    <TimelineEntry at={entry.at} now={at} below={<EntryNumber seq={entry.seq} leafHash={entry.leafHash} />}>
      <p>
        <b>{entry.actor.name}</b>
        {deedWords(entry.action)}
        {entry.about ? (
          <>
            {colon()} <PledgeLink reference={entry.about} />
          </>
        ) : null}
      </p>
      {entry.reason ? <p className="text-muted">{t("reason", { reason: entry.reason })}</p> : null}
      <FieldChanges changes={entry.changes} />
    </TimelineEntry>
  );
}
