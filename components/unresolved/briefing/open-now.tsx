// Unresolved items by class: gap + blocked + quality = the total, dormant apart. Then the oldest,
// and what blocks the pledges that have come furthest.
import { ClassMark } from "@/components/ui/marks/class-mark";
import { Count } from "@/components/ui/count";
import { Ledger } from "@/components/ui/ledger/ledger";
import { viewHref } from "@/components/ui/address/view-href";
import { daysBetween, earliest, type Day } from "@/lib/domain/base/day";
import type { UnresolvedRow, UnresolvedSummary } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { BriefingLines, SourceOf } from "./lines";
import { Block } from "./section";
import type { Briefing, ParticipantNames } from "./view";

const t = translator("briefing");
const domain = translator("domain");

export function OpenNow({ briefing, today }: { briefing: Briefing; today: Day }) {
  const { summary, participant } = briefing;
  const href = (values: Record<string, string | null>) => viewHref("/unresolved", { participant, ...values });
  return (
    <Block
      id="open"
      title={t("open.title")}
      all={{ href: href({}), words: t("open.all", { count: summary.counted }) }}
    >
      <div className="grid items-start grid-cols-[1fr_1fr] gap-x-8 not-print:max-md:grid-cols-[1fr] not-print:max-md:gap-4">
        <Ledger
          flat
          caption={t("open.byClass")}
          rows={COUNTED_CLASSES}
          rowKey={(name) => name}
          columns={[
            {
              heading: t("column.class"),
              names: true,
              cell: (name) => <ClassMark of={name}>{domain(`class.${name}`)}</ClassMark>,
              foot: t("open.total"),
            },
            {
              heading: t("column.items"),
              numeric: true,
              cell: (name) => <Count n={summary.byClass[name]} href={href({ class: name })} />,
              foot: summary.counted,
            },
            {
              heading: t("column.oldest"),
              numeric: true,
              cell: (name) => oldestOf(summary, name, today),
              foot: oldestOf(summary, null, today),
            },
          ]}
        />
        <Reasons summary={summary} href={href} today={today} />
      </div>
      {summary.dormant === 0 ? null : (
        <p className="text-caption text-muted mt-2 max-w-[88ch] print:max-w-none">
          {t("open.dormant", { count: summary.dormant })}
        </p>
      )}
    </Block>
  );
}

/** The most frequent reasons; a link leads to all of them. */
const REASONS = 4;

interface ReasonsGiven {
  summary: UnresolvedSummary;
  href: (values: Record<string, string>) => string;
  today: Day;
}

function Reasons({ summary, href, today }: ReasonsGiven) {
  const most = [...summary.groups].sort((a, b) => b.count - a.count).slice(0, REASONS);
  if (most.length === 0) return null;
  return (
    <Ledger
      flat
      caption={t("open.byReason")}
      rows={most}
      rowKey={({ key }) => key}
      columns={[
        { heading: t("column.reason"), names: true, cell: ({ key }) => domain.ofCode("code", key) },
        {
          heading: t("column.items"),
          numeric: true,
          cell: ({ key, count }) => <Count n={count} href={href({ code: key, open: key })} />,
        },
        {
          heading: t("column.oldest"),
          numeric: true,
          cell: ({ oldest }) => t("days", { days: daysBetween(oldest, today) }),
        },
      ]}
    />
  );
}

function oldestOf(summary: UnresolvedSummary, name: string | null, today: Day): string {
  const groups = summary.groups.filter(
    ({ key }) => name === null || CLASS_OF[key as UnresolvedCode] === name,
  );
  const first = earliest(groups.map(({ oldest }) => oldest));
  return first === null ? "–" : t("days", { days: daysBetween(first, today) });
}

interface ItemsGiven {
  briefing: Briefing;
  which: "oldest" | "blocked";
  names: ParticipantNames;
  today: Day;
}

export function Items({ briefing, which, names, today }: ItemsGiven) {
  const { [which]: items, cited, participant } = briefing;
  const count = which === "blocked" ? briefing.summary.byClass.BLOCKED : briefing.summary.counted;
  return (
    <Block
      id={which}
      title={t(`${which}.title`)}
      all={
        which === "blocked" && count > items.length
          ? {
              href: viewHref("/unresolved", { participant, class: "BLOCKED" }),
              words: t("blocked.all", { count }),
            }
          : undefined
      }
    >
      {items.length === 0 ? (
        <p className="text-muted">{t(`${which}.none`)}</p>
      ) : (
        <BriefingLines
          caption={t(`${which}.title`)}
          when={t("column.since")}
          lines={items.map((item) => ({
            key: `${item.reference ?? ""} ${item.code}`,
            reference: item.reference ?? "",
            href: `/pledges/${item.reference ?? ""}#unresolved`,
            what: <BriefingSentence item={item} names={names} />,
            when: t("days", { days: daysBetween(item.since, today) }),
            source: <SourceOf cited={cited} reference={item.reference} />,
          }))}
        />
      )}
    </Block>
  );
}

/** "France, Land contribution (pledged). No time window: …" */
export function BriefingSentence({ item, names }: { item: UnresolvedRow; names: ParticipantNames }) {
  return (
    <>
      <b>{names[item.participant] ?? item.participant}</b>
      {item.title === null ? null : `, ${item.title}`}
      {item.stage === null ? null : (
        <span className="text-muted"> ({inSentence(domain.ofCode("stage", item.stage))})</span>
      )}
      . {itemWords(item).what}
    </>
  );
}
