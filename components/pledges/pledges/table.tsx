import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Count } from "@/components/ui/count";
import { Glyph } from "@/components/ui/marks/glyph";
import type { Names } from "@/components/ui/names";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { PledgeSort } from "@/lib/domain/details/pledge-filter";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { translator } from "@/lib/i18n/translator";
import { momentIn, shortDay } from "@/lib/i18n/when";
import { proposedChangeWords } from "@/lib/i18n/words/proposed-change-words";
import { PledgeAmounts } from "./amounts";
import { Unsaid } from "./unsaid";
import { pledgesHref, pledgesSortedBy, type PledgesView } from "./view";
import { windowWords } from "./window";

const t = translator("pledges");
const domain = translator("domain");
const bulk = translator("bulk");

/** Columns, with the order that a click on the head gives. */
const COLUMNS = {
  reference: "reference",
  participant: null,
  title: null,
  stage: null,
  quantity: null,
  window: "dueOn",
  unresolved: "unresolved",
  owner: null,
  updated: "updatedAt",
} as const satisfies Record<string, PledgeSort | null>;

interface Given {
  pledges: readonly PledgeRow[];
  view: PledgesView;
  names: Names;
  timeZone: string;
  /** The user: pledges they keep can be ticked, and edited in the row. */
  viewer: Actor;
}

export function PledgeTable({ pledges, view, names, timeZone, viewer }: Given) {
  const keeps = pledges.map((pledge) => pledge.voided === null && holds(viewer, pledge.participant));
  const some = keeps.includes(true);
  return (
    <table className="ledger stack">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          {some ? (
            <td className="tick">
              <Tick many="all" label={bulk("selectPage")} />
            </td>
          ) : null}
          {Object.entries(COLUMNS).map(([name, sort]) => (
            <Head key={name} name={name} sort={sort} view={view} />
          ))}
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge, index) => (
          <Row
            key={pledge.reference}
            pledge={pledge}
            names={names}
            timeZone={timeZone}
            ticks={some}
            keeps={keeps[index] === true}
          />
        ))}
      </tbody>
    </table>
  );
}

function Head({ name, sort, view }: { name: string; sort: PledgeSort | null; view: PledgesView }) {
  const className = name === "unresolved" ? "num nowrap" : "nowrap";
  if (sort === null) return <th scope="col">{t.ofCode("column", name)}</th>;
  const current = view.sort === sort;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={current ? (view.turned ? "descending" : "ascending") : undefined}
    >
      <a href={asOfHref(pledgesHref(pledgesSortedBy(view, sort)))}>{t.ofCode("column", name)}</a>
      {current ? <Glyph name={view.turned ? "down" : "up"} size={12} /> : null}
    </th>
  );
}

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

interface RowProps extends Pick<Given, "names" | "timeZone"> {
  pledge: PledgeRow;
  /** `ticks`: rows have a box. `keeps`: this row can be ticked and edited. */
  ticks: boolean;
  keeps: boolean;
}

function Row({ pledge, names, timeZone, ticks, keeps }: RowProps) {
  const { reference, participant, stage, owner, updatedAt } = pledge;
  return (
    <tr>
      {ticks ? (
        <td className="tick">
          {keeps ? (
            <Tick many={reference} version={pledge.version} label={bulk("select", { reference })} />
          ) : null}
        </td>
      ) : null}
      <td>
        <PledgeLink reference={reference} />
      </td>
      <td>{names.participants[participant] ?? participant}</td>
      <th scope="row">
        {pledge.title}
        {pledge.voided ? <span className="muted"> {t("void")}</span> : null}
      </th>
      <td>
        <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>
        {pledge.proposal?.status === "OPEN" ? (
          <p className="muted">{t("proposed", { wish: proposedChangeWords(pledge.proposal.wish) })}</p>
        ) : null}
      </td>
      <td data-l={t("column.quantity")}>
        <PledgeAmounts pledge={pledge} />
      </td>
      <td data-l={t("column.window")}>{windowWords(pledge) ?? <Unsaid stage={stage} />}</td>
      <td className="num" data-l={t("column.unresolved")}>
        <Count n={pledge.unresolved.length} href={`/pledges/${reference}#unresolved`} />
      </td>
      <td data-l={t("column.owner")}>
        <div>
          {owner === null ? t("nobody") : (names.owners[owner] ?? owner)}
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
      </td>
      <td data-l={t("column.updated")} className="nowrap">
        <time dateTime={updatedAt}>{momentIn(timeZone, updatedAt)}</time>
      </td>
    </tr>
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
