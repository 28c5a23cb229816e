import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Count } from "@/components/ui/count";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import type { Names } from "@/components/ui/names";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { PledgeSort } from "@/lib/domain/details/pledge-filter";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { momentIn, shortDay } from "@/lib/i18n/dates";
import { proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";
import { PledgeAmounts } from "./amounts";
import { Unsaid } from "./unsaid";
import { pledgesHref, pledgesSortedBy, type PledgesView } from "./view";
import { windowWords } from "./window";

const t = translator("pledges");
const domain = translator("domain");
const bulk = translator("bulk");

interface Given {
  pledges: readonly PledgeRow[];
  view: PledgesView;
  names: Names;
  timeZone: string;
  /** The user: pledges they keep can be ticked, and edited in the row. */
  viewer: Actor;
}

export function PledgeTable({ pledges, view, names, timeZone, viewer }: Given) {
  const keeps = ({ voided, participant }: PledgeRow) => voided === null && holds(viewer, participant);
  const by = (sort: PledgeSort) => ({
    href: pledgesHref(pledgesSortedBy(view, sort)),
    current: view.sort === sort,
    turned: view.turned,
  });
  return (
    <Ledger
      caption={t("caption")}
      rows={pledges}
      rowKey={({ reference }) => reference}
      columns={[
        ...(pledges.some(keeps) ? [ticks(keeps)] : []),
        {
          heading: t("column.reference"),
          order: by("reference"),
          bare: true,
          cell: ({ reference }) => <PledgeLink reference={reference} />,
        },
        {
          heading: t("column.participant"),
          bare: true,
          cell: ({ participant }) => names.participants[participant] ?? participant,
        },
        { heading: t("column.title"), names: true, cell: Title },
        { heading: t("column.stage"), bare: true, cell: StageOf },
        { heading: t("column.quantity"), cell: (pledge) => <PledgeAmounts pledge={pledge} /> },
        {
          heading: t("column.window"),
          order: by("dueOn"),
          cell: (pledge) => windowWords(pledge) ?? <Unsaid stage={pledge.stage} />,
        },
        {
          heading: t("column.unresolved"),
          order: by("unresolved"),
          numeric: true,
          cell: ({ reference, unresolved }) => (
            <Count n={unresolved.length} href={`/pledges/${reference}#unresolved`} />
          ),
        },
        {
          heading: t("column.owner"),
          cell: (pledge) => <Owner pledge={pledge} owners={names.owners} keeps={keeps(pledge)} />,
        },
        {
          heading: t("column.updated"),
          order: by("updatedAt"),
          className: "nowrap",
          cell: ({ updatedAt }) => <time dateTime={updatedAt}>{momentIn(timeZone, updatedAt)}</time>,
        },
      ]}
    />
  );
}

/** A box in each row that the user keeps, and one for all of the page. */
const ticks = (keeps: (pledge: PledgeRow) => boolean): ListColumn<PledgeRow> => ({
  heading: <Tick many="all" label={bulk("selectPage")} />,
  className: "tick",
  cell: (pledge) =>
    keeps(pledge) ? (
      <Tick
        many={pledge.reference}
        version={pledge.version}
        label={bulk("select", { reference: pledge.reference })}
      />
    ) : null,
});

/** The bulk bar above the table listens to it; without a script a tick does nothing. */
function Tick({ many, version, label }: { many: string; version?: number; label: string }) {
  return (
    <input
      type="checkbox"
      className="check"
      data-many={many}
      {...(version === undefined ? {} : { "data-version": version })}
      aria-label={label}
      autoComplete="off"
    />
  );
}

const Title = ({ title, voided }: PledgeRow) => (
  <>
    {title}
    {voided ? <span className="muted"> {t("void")}</span> : null}
  </>
);

const StageOf = ({ stage, proposal }: PledgeRow) => (
  <>
    <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>
    {proposal?.status === "OPEN" ? (
      <p className="muted">{t("proposed", { wish: proposedChangeWords(proposal.wish) })}</p>
    ) : null}
  </>
);

interface Owned {
  pledge: PledgeRow;
  owners: Names["owners"];
  keeps: boolean;
}

function Owner({ pledge, owners, keeps }: Owned) {
  const { reference, owner } = pledge;
  return (
    <div>
      {owner === null ? t("nobody") : (owners[owner] ?? owner)}
      <NextAction pledge={pledge} />
      {keeps ? (
        <p>
          <a
            className="inlinelink"
            data-inline={reference}
            href={`/pledges/${reference}/edit#owner`}
            aria-label={t("changeHere", { reference })}
          >
            {t("change")}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function NextAction({ pledge: { nextAction, nextActionDueOn } }: { pledge: PledgeRow }) {
  if (nextAction === null) return null;
  return (
    <p className="muted">
      {nextActionDueOn === null
        ? nextAction
        : t("nextBy", { action: nextAction, on: shortDay(nextActionDueOn) })}
    </p>
  );
}
