import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { QuestionContext } from "@/components/oversight/questions/question-context";
import { FirstRows } from "@/components/tables/first-rows";
import { viewHref } from "@/components/ui/address/view-href";
import { Section } from "@/components/ui/page/section";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { ParticipantRow } from "@/lib/domain/unresolved/matrix";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import { ReferenceLink } from "@/components/ui/link-to";

const t = translator("participants");
const domain = translator("domain");

/** The first unresolved items, and a link to all of them. */
export function ParticipantOpenItems({
  participant: { code, unresolved },
  items,
  questionContext,
  today,
}: {
  participant: ParticipantRow;
  items: readonly UnresolvedRow[];
  questionContext: QuestionContext | null;
  today: Day;
}) {
  const all = viewHref("/unresolved", { participant: code });
  return (
    <Section
      id="unresolved"
      title={t("unresolved")}
      aside={unresolved === 0 ? null : <a href={asOfHref(all)}>{t("allOpen", { count: unresolved })}</a>}
    >
      {items.length === 0 ? <p className="text-muted">{t("nothingOpenHere")}</p> : null}
      <FirstRows rows={items} most={FIRST}>
        {(shown) => (
          <ul className="open-items">
            {shown.map((item) => (
              <Item
                key={`${item.code} ${item.reference ?? item.priority}`}
                item={item}
                questionContext={questionContext}
                today={today}
              />
            ))}
          </ul>
        )}
      </FirstRows>
      {unresolved > items.length ? (
        <p className="pager">
          <span>{t("shownOf", { shown: items.length, count: unresolved })}</span>
          <a href={asOfHref(all)}>{t("showAll")}</a>
        </p>
      ) : null}
    </Section>
  );
}

const FIRST = 5;

function Item({
  item,
  questionContext,
  today,
}: {
  item: UnresolvedRow;
  questionContext: QuestionContext | null;
  today: Day;
}) {
  const { what, resolvedBy } = itemWords(item);
  const { code, reference, participant, priority, since, title } = item;
  return (
    <li className="grid grid-cols-[24px_minmax(0,1fr)_auto] gap-y-0 gap-x-2 px-0 py-2.5 border-b border-b-rule first:pt-0 max-md:grid-cols-[24px_minmax(0,1fr)]">
      <div className="pt-0.5">
        <ClassGlyph of={item.class} />
      </div>
      <div>
        <h3 className="text-ui font-semibold">{domain(`code.${code}`)}</h3>
        <p>
          {reference === null ? (
            <ReferenceLink href={`#priority-${priority}`}>
              {participant}-{priority}
            </ReferenceLink>
          ) : (
            <PledgeLink reference={reference} at="#unresolved" />
          )}{" "}
          {title ?? domain(`priority.${priority}`)}
        </p>
        <p>{what}</p>
        <p className="text-muted">{t("resolvedBy", { what: resolvedBy })}</p>
      </div>
      <div className="item-actions flex items-center gap-4 max-md:justify-between max-md:col-2 max-md:mt-1.5">
        <span className="text-muted">{t("openFor", { days: daysBetween(since, today) })}</span>
        <AskLink item={item} context={questionContext} button />
      </div>
    </li>
  );
}
