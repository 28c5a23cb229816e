// The pledges of one cell, with the items on each and links onwards.
import { LinkedWith } from "@/components/pledges/links/linked-with";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { Glyph } from "@/components/ui/marks/glyph";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { viewHref } from "@/components/ui/address/view-href";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import type { UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";
import type { CellPlace } from "./view";

const t = translator("coverage");
const domain = translator("domain");
const links = translator("links");

export interface OpenCell {
  place: CellPlace;
  name: string;
  pledges: readonly PledgeRow[];
  /** Those of others that name it, and are no position of its own. */
  named: readonly PledgeRow[];
  /** The item for a missing pledge, where one is expected. */
  missing: UnresolvedItem | null;
  mayLog: boolean;
}

/** `close`: the view without the panel. */
export function Panel({ cell, close, today }: { cell: OpenCell; close: string; today: Day }) {
  const { place, name, pledges, named, missing } = cell;
  const items = pledges.reduce((sum, pledge) => sum + pledge.unresolved.length, missing ? 1 : 0);
  return (
    <aside className="peek" aria-labelledby="peek-h">
      <header>
        <div>
          <p className="cap">{t("panel.place", { name, priority: place.priority })}</p>
          <h2 id="peek-h">{domain(`priority.${place.priority}`)}</h2>
        </div>
        <a className="hit" href={asOfHref(close)} aria-label={t("panel.close")} data-keep="" id="peek-close">
          <Glyph name="x" />
        </a>
      </header>
      <p className="peek-s">{t("panel.summary", { pledges: pledges.length, items })}</p>
      {missing ? <Items items={[missing]} today={today} /> : null}
      {pledges.map((pledge) => (
        <PledgePeek key={pledge.reference} pledge={pledge} today={today} />
      ))}
      {named.length === 0 ? null : <p className="peek-s">{links("panel", { count: named.length })}</p>}
      {named.map((pledge) => (
        <PledgePeek key={pledge.reference} pledge={{ ...pledge, unresolved: [] }} today={today} />
      ))}
      <Actions cell={cell} />
      <p className="cap keys noscript:hidden">
        <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t("panel.keyNext")} · <kbd>Enter</kbd>{" "}
        {t("panel.keyOpen")} · <kbd>Esc</kbd> {t("panel.keyClose")}
      </p>
    </aside>
  );
}

function PledgePeek({ pledge, today }: { pledge: PledgeRow; today: Day }) {
  return (
    <article>
      <div className="ph">
        <PledgeLink reference={pledge.reference} />
        <StageMark stage={pledge.stage}>{domain(`stage.${pledge.stage}`)}</StageMark>
      </div>
      <h3>{pledge.title}</h3>
      <LinkedWith pledge={pledge} />
      {pledge.stageReason && pledge.unresolved.length === 0 ? (
        <p className="muted">{pledge.stageReason}</p>
      ) : null}
      <Items items={pledge.unresolved} today={today} />
    </article>
  );
}

function Items({ items, today }: { items: readonly UnresolvedItem[]; today: Day }) {
  if (items.length === 0) return null;
  return (
    <ul className="ul">
      {items.map((item) => {
        const { what, resolvedBy } = itemWords(item);
        return (
          <li key={item.code}>
            <ClassGlyph of={item.class} />
            <div>
              <b>{domain(`code.${item.code}`)}</b>{" "}
              <span className="muted">{t("days", { days: daysBetween(item.since, today) })}</span>
              <br />
              {what} <span className="muted">{t("resolvedBy", { what: resolvedBy })}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Actions({ cell: { place, pledges, missing, mayLog } }: { cell: OpenCell }) {
  const [only] = pledges;
  const open =
    pledges.length === 1 && only ? `/pledges/${only.reference}` : viewHref("/pledges", { ...place });
  if (pledges.length === 0 && !mayLog) return <p className="peek-s">{t("panel.whoMayLog")}</p>;
  return (
    <div className="pa">
      {pledges.length === 0 ? null : (
        <a className="btn primary" href={asOfHref(open)}>
          {t("panel.open", { count: pledges.length })}
        </a>
      )}
      {mayLog ? (
        <a
          className={pledges.length === 0 ? "btn primary" : "btn"}
          href={asOfHref(viewHref("/pledges/new", { ...place }))}
        >
          {t("panel.log")}
        </a>
      ) : null}
      {mayLog && missing ? (
        <a
          className="btn"
          href={asOfHref(`/participants/${place.participant}/searched/${String(place.priority)}`)}
        >
          {t("panel.searched")}
        </a>
      ) : null}
    </div>
  );
}
