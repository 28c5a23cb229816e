// Unresolved items by class: gap + blocked + quality = the total, dormant apart. Then the oldest,
// and what blocks the pledges that have come furthest.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassMark } from "@/components/ui/marks/class-mark";
import { Count } from "@/components/ui/count";
import { viewHref } from "@/components/ui/address/view-href";
import { daysBetween, earliest, type Day } from "@/lib/domain/base/day";
import type { UnresolvedRow, UnresolvedSummary } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, COUNTED_CLASSES, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";
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
      <div className="brief-open">
        <table className="ledger">
          <caption className="vh">{t("open.byClass")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("column.class")}</th>
              <th scope="col" className="num">
                {t("column.items")}
              </th>
              <th scope="col" className="num">
                {t("column.oldest")}
              </th>
            </tr>
          </thead>
          <tbody>
            {COUNTED_CLASSES.map((name) => (
              <tr key={name}>
                <th scope="row">
                  <ClassMark of={name}>{domain(`class.${name}`)}</ClassMark>
                </th>
                <td className="num">
                  <Count n={summary.byClass[name]} href={href({ class: name })} />
                </td>
                <td className="num">{oldestOf(summary, name, today)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("open.total")}</th>
              <td className="num">{summary.counted}</td>
              <td className="num">{oldestOf(summary, null, today)}</td>
            </tr>
          </tfoot>
        </table>
        <Reasons summary={summary} href={href} today={today} />
      </div>
      {summary.dormant === 0 ? null : <p className="cap">{t("open.dormant", { count: summary.dormant })}</p>}
    </Block>
  );
}

/** The most frequent reasons; a link leads to all of them. */
const REASONS = 4;

function Reasons({
  summary,
  href,
  today,
}: {
  summary: UnresolvedSummary;
  href: (values: Record<string, string>) => string;
  today: Day;
}) {
  const most = [...summary.groups].sort((a, b) => b.count - a.count).slice(0, REASONS);
  if (most.length === 0) return null;
  return (
    <table className="ledger">
      <caption className="vh">{t("open.byReason")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.reason")}</th>
          <th scope="col" className="num">
            {t("column.items")}
          </th>
          <th scope="col" className="num">
            {t("column.oldest")}
          </th>
        </tr>
      </thead>
      <tbody>
        {most.map(({ key, count, oldest }) => (
          <tr key={key}>
            <th scope="row">{domain.ofCode("code", key)}</th>
            <td className="num">
              <a href={asOfHref(href({ code: key, open: key }))}>{count}</a>
            </td>
            <td className="num">{t("days", { days: daysBetween(oldest, today) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
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
        <p className="muted">{t(`${which}.none`)}</p>
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
        <span className="muted"> ({inSentence(domain.ofCode("stage", item.stage))})</span>
      )}
      . {itemWords(item).what}
    </>
  );
}
