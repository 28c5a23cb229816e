// The pledges of one cell, with the items on each and links onwards.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Glyph } from "@/components/ui/marks/glyph";
import { viewHref } from "@/components/ui/address/view-href";
import { buttonLook } from "@/components/ui/looks";
import type { Day } from "@/lib/domain/base/day";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import type { UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import type { CoverageCell } from "@/lib/domain/unresolved/matrix";
import { translator } from "@/lib/i18n/translator";
import { PeekItems, PledgePeek } from "./peek";
import type { CellPlace } from "./view";

const t = translator("coverage");
const domain = translator("domain");

export interface OpenCell {
  place: CellPlace;
  /** As in the matrix. */
  counts: Pick<CoverageCell, "pledges" | "unresolved">;
  name: string;
  /** Of participants, by code. */
  names: Readonly<Record<string, string>>;
  /** The first page of them. */
  pledges: readonly PledgeRow[];
  /** Other participants' pledges that name it; they don't count as its position. */
  named: readonly PledgeRow[];
  /** The item for a missing pledge, where one is expected. */
  missing: UnresolvedItem | null;
  mayLog: boolean;
}

/** `close`: the view without the panel. */
export function Panel({ cell, close, today }: { cell: OpenCell; close: string; today: Day }) {
  const { place, counts, name, names, pledges, named, missing } = cell;
  const shown = { of: place.participant, names, today };
  return (
    <aside
      className="peek px-5 py-4 top-[calc(var(--topbar)_+_16px)] border border-rule-strong bg-surface max-md:overflow-y-auto max-md:px-(--gutter) max-md:py-3 max-md:top-auto max-md:right-0 max-md:bottom-0 max-md:left-0 max-md:z-8 max-md:max-h-[45dvh] max-md:border-x-0 max-md:border-t-2 max-md:border-b-0"
      aria-labelledby="peek-h"
    >
      <header className="flex items-start justify-between">
        <div>
          <p className="text-caption text-muted">{t("panel.place", { name, priority: place.priority })}</p>
          <h2 className="text-title font-semibold" id="peek-h">
            {domain(`priority.${place.priority}`)}
          </h2>
        </div>
        <a
          className="icon-target"
          href={asOfHref(close)}
          aria-label={t("panel.close")}
          data-keep=""
          id="peek-close"
        >
          <Glyph name="x" />
        </a>
      </header>
      <p className="mt-2 text-muted">
        {t("panel.summary", { pledges: counts.pledges, items: counts.unresolved })}
      </p>
      {missing ? <PeekItems items={[missing]} today={today} /> : null}
      {pledges.map((pledge) => (
        <PledgePeek key={pledge.reference} pledge={pledge} {...shown} />
      ))}
      {named.length === 0 ? null : (
        <p className="mt-2 text-muted">{translator("links")("panel", { count: named.length })}</p>
      )}
      {named.map((pledge) => (
        <PledgePeek key={pledge.reference} pledge={pledge} {...shown} />
      ))}
      <Actions cell={cell} />
      <p className="text-caption text-muted keys noscript:hidden">
        <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t("panel.keyNext")} · <kbd>Enter</kbd>{" "}
        {t("panel.keyOpen")} · <kbd>Esc</kbd> {t("panel.keyClose")}
      </p>
    </aside>
  );
}

function Actions({ cell: { place, counts, pledges, missing, mayLog } }: { cell: OpenCell }) {
  const [only] = pledges;
  const open =
    counts.pledges === 1 && only ? `/pledges/${only.reference}` : viewHref("/pledges", { ...place });
  if (pledges.length === 0 && !mayLog) return <p className="mt-2 text-muted">{t("panel.whoMayLog")}</p>;
  return (
    <div className="flex flex-wrap gap-2 mt-4 pt-4 border-t border-t-rule">
      {pledges.length === 0 ? null : (
        <a
          className={buttonLook("primary max-md:justify-center max-md:flex-1 max-md:min-h-10")}
          href={asOfHref(open)}
        >
          {t("panel.open", { count: counts.pledges })}
        </a>
      )}
      {mayLog ? (
        <a
          className={
            pledges.length === 0
              ? buttonLook("max-md:justify-center max-md:flex-1 max-md:min-h-10 primary")
              : buttonLook("max-md:justify-center max-md:flex-1 max-md:min-h-10")
          }
          href={asOfHref(viewHref("/pledges/new", { ...place }))}
        >
          {t("panel.log")}
        </a>
      ) : null}
      {mayLog && missing ? (
        <a
          className={buttonLook()}
          href={asOfHref(`/participants/${place.participant}/searched/${String(place.priority)}`)}
        >
          {t("panel.searched")}
        </a>
      ) : null}
    </div>
  );
}
