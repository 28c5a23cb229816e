// Participants by role: their furthest stage, how much they have pledged, and how much of it is unresolved.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { barsOf } from "@/components/unresolved/coverage/bars";
import { PriorityBars } from "@/components/ui/marks/bars";
import { Count } from "@/components/ui/count";
import { SortHead } from "@/components/ui/ledger/sort-head";
import { viewHref } from "@/components/ui/address/view-href";
import type { ParticipantRow } from "@/lib/domain/unresolved/matrix";
import type { PersonDesk } from "@/lib/domain/people/person";
import { translator } from "@/lib/i18n/translator";
import { Joined } from "./joined";
import { keepersOf } from "./keepers";
import {
  participantNameOf,
  sortedHref,
  type ParticipantGroup,
  type ParticipantSort,
  type ParticipantsView,
} from "./view";

const t = translator("participants");
const ui = translator("ui");
const domain = translator("domain");

interface Given {
  groups: readonly ParticipantGroup[];
  view: ParticipantsView;
  desks: readonly PersonDesk[];
  /** Whether the user may see figures of the record. */
  figures: boolean;
}

export function ParticipantTable({ groups, view, desks, figures }: Given) {
  return (
    <table className="ledger stack">
      <caption className="vh">{t("caption")}</caption>
      <thead>
        <tr>
          <Head name="name" view={view} />
          <Head name="code" view={view} />
          <th scope="col">{t("column.kind")}</th>
          {figures ? (
            <>
              <Head name="pledges" view={view} numeric />
              <Head name="unresolved" view={view} numeric />
            </>
          ) : null}
          <th scope="col">{t("column.desk")}</th>
          <Head name="joinedOn" view={view} />
        </tr>
      </thead>
      {groups.map(({ role, rows }) => (
        <tbody key={role}>
          <tr className="rg">
            <th colSpan={figures ? 7 : 5} scope="rowgroup">
              {domain(`participantRole.${role}`)} <span>{rows.length}</span>{" "}
              <span>{domain(`participantRoleMeaning.${role}`)}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.code} row={row} desks={desks} figures={figures} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Head({
  name,
  view,
  numeric = false,
}: {
  name: ParticipantSort;
  view: ParticipantsView;
  numeric?: boolean;
}) {
  return (
    <SortHead
      label={t(`column.${name}`)}
      href={sortedHref(view, name)}
      current={view.sort === name}
      turned={view.turned}
      numeric={numeric}
    />
  );
}

function Row({ row, desks, figures }: Pick<Given, "desks" | "figures"> & { row: ParticipantRow }) {
  const { code, kind, cells, pledges, unresolved } = row;
  const { bars, words } = barsOf(cells);
  const keepers = keepersOf(code, desks);
  return (
    <tr>
      <th scope="row" className="nowrap">
        {figures ? <PriorityBars bars={bars} label={ui("bars", { list: words })} /> : null}{" "}
        <a href={asOfHref(`/participants/${code}`)}>{participantNameOf(row)}</a>
      </th>
      <td data-l={t("column.code")}>
        <span className="mono">{code}</span>
      </td>
      <td data-l={t("column.kind")}>{domain(`participantKind.${kind}`)}</td>
      {figures ? (
        <>
          <td className="num" data-l={t("column.pledges")}>
            <Count n={pledges} href={viewHref("/pledges", { participant: code })} />
          </td>
          <td className="num" data-l={t("column.unresolved")}>
            <Count n={unresolved} href={viewHref("/unresolved", { participant: code })} />
          </td>
        </>
      ) : null}
      <td data-l={t("column.desk")}>{keepers ?? <span className="muted">{t("noDesk")}</span>}</td>
      <td data-l={t("column.joinedOn")} className="nowrap">
        <Joined participant={row} />
      </td>
    </tr>
  );
}
