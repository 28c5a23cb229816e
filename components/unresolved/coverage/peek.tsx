// One pledge in the panel of a cell, and items with what resolves them.
import { LinkedWith } from "@/components/pledges/links/linked-with";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { countedItems } from "@/lib/domain/unresolved/reasons";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import type { UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";

const t = translator("coverage");
const domain = translator("domain");

interface Props {
  pledge: PledgeRow;
  /** The participant of the cell. */
  of: string;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  today: Day;
}

/** Items are counted in the cell of the pledge's own participant, and listed there alone. */
export function PledgePeek({ pledge, of, names, today }: Props) {
  const isOwn = pledge.participant === of;
  const elsewhere = isOwn ? 0 : countedItems(pledge.unresolved).length;
  return (
    <article className="mt-4 pt-3 border-t border-t-rule">
      <div className="flex items-start justify-between">
        <PledgeLink reference={pledge.reference} />
        <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark>
      </div>
      <h3 className="mx-0 mt-0.5 mb-2">{pledge.title}</h3>
      <LinkedWith pledge={pledge} names={names} />
      {pledge.stageReason && pledge.unresolved.length === 0 ? (
        <p className="text-muted">{pledge.stageReason}</p>
      ) : null}
      {isOwn ? <PeekItems items={pledge.unresolved} today={today} /> : null}
      {elsewhere === 0 ? null : (
        <p className="text-muted">
          {t("panel.elsewhere", { count: elsewhere, name: names[pledge.participant] ?? pledge.participant })}
        </p>
      )}
    </article>
  );
}

export function PeekItems({ items, today }: { items: readonly UnresolvedItem[]; today: Day }) {
  if (items.length === 0) return null;
  return (
    <ul className="item-list">
      {items.map((item) => {
        const { what, resolvedBy } = itemWords(item);
        return (
          <li className="flex gap-2.5 px-0 py-1.25" key={item.code}>
            <ClassGlyph of={item.class} />
            <div>
              <b>{domain(`code.${item.code}`)}</b>{" "}
              <span className="text-muted">{t("days", { days: daysBetween(item.since, today) })}</span>
              <br />
              {what} <span className="text-muted">{t("resolvedBy", { what: resolvedBy })}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
