import { linkTo } from "@/components/ui/link-to";
import { viewHref } from "@/components/ui/address/view-href";
import { oneEach, type BriefingCitations } from "@/lib/domain/unresolved/briefing";
import type { PledgeChange } from "@/lib/domain/history/changes";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import type { UnresolvedClass } from "@/lib/domain/unresolved/reasons";
import { registerZoneName, shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { BriefingLines, SourceOf, type Line } from "./lines";
import { BriefingSentence } from "./open-now";
import { Block } from "./section";
import type { BriefChanges, Briefing, ParticipantNames } from "./view";

const t = translator("briefing");
const domain = translator("domain");

interface Given {
  briefing: Briefing;
  names: ParticipantNames;
}

/** Changes since the latest baseline: first the pledges themselves, then new items. */
export function ChangesSince({ briefing: { changes, cited, participant }, names }: Given) {
  if (changes === null)
    return (
      <Block id="changed" title={t("changes.title")}>
        <p className="text-muted">{t("changes.noBaseline")}</p>
      </Block>
    );
  const { baseline } = changes;
  const href = (show: string | null) => viewHref("/changes", { since: baseline.name, participant, show });
  const pledges = pledgesOf(changes);
  const pledgeRows = pledgeLines(pledges.slice(0, LINES), names, cited);
  const itemRows = itemLines(changes, names, cited);
  const lines = [...pledgeRows, ...itemRows];
  const more = [
    ["changes.morePledges", pledges.length - pledgeRows.length, href(null)],
    ["changes.moreItems", itemRows.length && changes.counts.new - itemRows.length, href("new")],
  ] as const;
  return (
    <Block
      id="changed"
      title={t("changes.since", {
        name: baseline.name,
        when: shortMoment(baseline.asOf),
        zone: registerZoneName(),
      })}
      all={{ href: href(null), words: t("changes.all") }}
    >
      <Figures counts={changes.counts} href={href} />
      {lines.length === 0 ? null : (
        <BriefingLines caption={t("changes.title")} when={t("column.now")} lines={lines} />
      )}
      {more.map(([key, count, to]) =>
        count > 0 ? (
          <p key={key} className="mt-1">
            {t.rich(key, { count, a: linkTo(to) })}
          </p>
        ) : null,
      )}
    </Block>
  );
}

function Figures({ counts, href }: { counts: BriefChanges["counts"]; href: (show: string) => string }) {
  return (
    <p className="max-w-[88ch] print:max-w-none">
      {t.rich("changes.figures", {
        ...counts,
        n: linkTo(href("new")),
        r: linkTo(href("resolved")),
        o: linkTo(href("open")),
        l: linkTo(href("logged")),
        m: linkTo(href("moved")),
        d: linkTo(href("declined")),
      })}
    </p>
  );
}

/** A pledge that was logged, moved and declined is shown once. */
const pledgesOf = ({ moved, declined, logged }: BriefChanges): PledgeChange[] => [
  ...new Map([...declined, ...moved, ...logged].map((row) => [row.reference, row])).values(),
];

const pledgeLines = (
  rows: readonly PledgeChange[],
  names: ParticipantNames,
  cited: BriefingCitations,
): Line[] =>
  rows.map((row) => ({
    key: row.reference,
    reference: row.reference,
    href: `/pledges/${row.reference}`,
    what: (
      <>
        <b>{names[row.participant] ?? row.participant}</b>, {row.title}. {moveWords(row)}
      </>
    ),
    when: domain(`stage.${row.to}`),
    source: <SourceOf cited={cited} reference={row.reference} />,
  }));

function itemLines({ new: fresh }: BriefChanges, names: ParticipantNames, cited: BriefingCitations): Line[] {
  const pledges = fresh.filter(({ reference }) => reference !== null);
  return oneEach([...pledges].sort(byClass), LINES).map((item) => ({
    key: `${item.reference ?? ""} ${item.code}`,
    reference: item.reference ?? "",
    href: `/pledges/${item.reference ?? ""}#unresolved`,
    what: (
      <>
        {t("changes.new")} <BriefingSentence item={item} names={names} />
      </>
    ),
    when: domain(`class.${item.class}`),
    source: <SourceOf cited={cited} reference={item.reference} />,
  }));
}

const byClass = (a: UnresolvedRow, b: UnresolvedRow): number =>
  ORDER.indexOf(a.class) - ORDER.indexOf(b.class);
const ORDER: readonly UnresolvedClass[] = ["BLOCKED", "GAP", "QUALITY"];

/** Lines of each kind; the page Changes has the rest. */
const LINES = 4;

const moveWords = ({ from, to }: PledgeChange): string =>
  from === null
    ? t("changes.logged", { to: domain(`stage.${to}`) })
    : t("changes.moved", { from: domain(`stage.${from}`), to: domain(`stage.${to}`) });
