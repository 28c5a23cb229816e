// The pledges of one cell, with the items on each and links onwards.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph } from "@/components/ui/marks/glyph";
import { viewHref } from "@/components/ui/address/view-href";
import type { Day } from "@/lib/domain/base/day";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import type { UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { translator } from "@/lib/i18n/translator";
import { PeekItems, PledgePeek } from "./peek";
import type { CellPlace } from "./view";

const t = translator("coverage");
const domain = translator("domain");

export interface OpenCell {
  place: CellPlace;
  name: string;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  pledges: readonly PledgeRow[];
  /** Those of others that name it, and are no position of its own. */
  named: readonly PledgeRow[];
  /** The item for a missing pledge, where one is expected. */
  missing: UnresolvedItem | null;
  mayLog: boolean;
}

/** `close`: the view without the panel. */
export function Panel({ cell, close, today }: { cell: OpenCell; close: string; today: Day }) {
  const { place, name, names, pledges, named, missing } = cell;
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
      {missing ? <PeekItems items={[missing]} today={today} /> : null}
      {pledges.map((pledge) => (
        <PledgePeek key={pledge.reference} pledge={pledge} names={names} today={today} />
      ))}
      {named.length === 0 ? null : (
        <p className="peek-s">{translator("links")("panel", { count: named.length })}</p>
      )}
      {named.map((pledge) => (
        <PledgePeek
          key={pledge.reference}
          pledge={{ ...pledge, unresolved: [] }}
          names={names}
          today={today}
        />
      ))}
      <Actions cell={cell} />
      <p className="cap keys noscript:hidden">
        <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t("panel.keyNext")} · <kbd>Enter</kbd>{" "}
        {t("panel.keyOpen")} · <kbd>Esc</kbd> {t("panel.keyClose")}
      </p>
    </aside>
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
