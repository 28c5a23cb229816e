import { kept } from "@/components/ui/kept";
import { Count } from "@/components/ui/count";
import { Glyph } from "@/components/ui/glyph";
import type { Names } from "@/components/ui/names";
import { StageMark } from "@/components/ui/stage-ring";
import type { PledgeSort } from "@/lib/domain/listing";
import type { PledgeRow } from "@/lib/domain/sheet";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/when";
import { wishWords } from "@/lib/i18n/wish-words";
import { Amounts } from "./amounts";
import { Unsaid } from "./unsaid";
import { pledgesHref, sortedBy, type PledgesView } from "./view";
import { windowWords } from "./window";

const t = translator("pledges");
const domain = translator("domain");

/** Columns with the order that their head gives. */
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
}

export function PledgeTable({ pledges, view, names, timeZone }: Given) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          {Object.entries(COLUMNS).map(([name, sort]) => (
            <Head key={name} name={name} sort={sort} view={view} />
          ))}
        </tr>
      </thead>
      <tbody>
        {pledges.map((pledge) => (
          <Row key={pledge.reference} pledge={pledge} names={names} timeZone={timeZone} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ name, sort, view }: { name: string; sort: PledgeSort | null; view: PledgesView }) {
  const className = name === "unresolved" ? "num nowrap" : "nowrap";
  if (sort === null) return <th scope="col">{t(`column.${name}`)}</th>;
  const current = view.sort === sort;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={current ? (view.turned ? "descending" : "ascending") : undefined}
    >
      <a href={kept(pledgesHref(sortedBy(view, sort)))}>{t(`column.${name}`)}</a>
      {current ? <Glyph name={view.turned ? "down" : "up"} size={12} /> : null}
    </th>
  );
}

function Row({ pledge, names, timeZone }: { pledge: PledgeRow } & Pick<Given, "names" | "timeZone">) {
  const { reference, participant, stage, owner, updatedAt } = pledge;
  return (
    <tr>
      <td>
        <a className="ref" href={kept(`/pledges/${reference}`)}>
          {reference}
        </a>
      </td>
      <td>{names.participants[participant] ?? participant}</td>
      <th scope="row">
        {pledge.title}
        {pledge.voided ? <span className="muted"> {t("void")}</span> : null}
        {pledge.handling === "COALITION" ? <span className="muted"> {t("coalition")}</span> : null}
      </th>
      <td>
        <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>
        {pledge.proposal?.status === "OPEN" ? (
          <p className="muted">{t("proposed", { wish: wishWords(pledge.proposal.wish) })}</p>
        ) : null}
      </td>
      <td data-l={t("column.quantity")}>
        <Amounts pledge={pledge} />
      </td>
      <td data-l={t("column.window")}>{windowWords(pledge) ?? <Unsaid stage={stage} />}</td>
      <td className="num" data-l={t("column.unresolved")}>
        <Count n={pledge.unresolved.length} href={`/pledges/${reference}#unresolved`} />
      </td>
      <td data-l={t("column.owner")}>{owner === null ? t("nobody") : (names.owners[owner] ?? owner)}</td>
      <td data-l={t("column.updated")} className="nowrap">
        <time dateTime={updatedAt}>{momentIn(timeZone, updatedAt)}</time>
      </td>
    </tr>
  );
}
