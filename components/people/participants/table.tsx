// Participants by role: their furthest stage, how much they have pledged, and how much of it is unresolved.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { barsOf } from "@/components/unresolved/coverage/bars";
import { PriorityBars } from "@/components/ui/marks/bars";
import { Count } from "@/components/ui/count";
import { Ledger, type ListColumn } from "@/components/ui/ledger/ledger";
import { viewHref } from "@/components/ui/address/view-href";
import { codeLook } from "@/components/ui/looks";
import type { ParticipantRow } from "@/lib/domain/unresolved/matrix";
import type { ParticipantRole } from "@/lib/domain/people/participant";
import type { Day } from "@/lib/domain/base/day";
import type { PersonDesk } from "@/lib/domain/people/person";
import { translator } from "@/lib/i18n/translator";
import { Joined } from "./joined";
import { LeftMark } from "./left-mark";
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
  today: Day;
  /** Whether the user may see figures of the record. */
  figures: boolean;
}

export function ParticipantTable({ groups, view, desks, today, figures }: Given) {
  const by = (sort: ParticipantSort) => ({
    href: sortedHref(view, sort),
    current: view.sort === sort,
    turned: view.turned,
  });
  return (
    <Ledger
      caption={t("caption")}
      walked
      groups={groups.map(({ role, rows }) => ({ key: role, heading: headingOf(role, rows.length), rows }))}
      rowKey={({ code }) => code}
      columns={[
        {
          heading: t("column.name"),
          order: by("name"),
          names: true,
          className: "whitespace-nowrap",
          cell: (row) => (
            <>
              {figures ? <Bars row={row} /> : null}{" "}
              <a href={asOfHref(`/participants/${row.code}`)}>{participantNameOf(row)}</a>
              <LeftMark participant={row} today={today} />
            </>
          ),
        },
        {
          heading: t("column.code"),
          order: by("code"),
          cell: ({ code }) => <span className={codeLook()}>{code}</span>,
        },
        { heading: t("column.kind"), cell: ({ kind }) => domain(`participantKind.${kind}`) },
        ...(figures ? FIGURES : []).map((name): ListColumn<ParticipantRow> => ({
          heading: t(`column.${name}`),
          order: by(name),
          numeric: true,
          cell: ({ code, [name]: n }) => <Count n={n} href={viewHref(`/${name}`, { participant: code })} />,
        })),
        {
          heading: t("column.desk"),
          cell: ({ code }) => keepersOf(code, desks) ?? <span className="text-muted">{t("noDesk")}</span>,
        },
        {
          heading: t("column.joinedOn"),
          order: by("joinedOn"),
          className: "whitespace-nowrap",
          cell: (row) => <Joined participant={row} />,
        },
      ]}
    />
  );
}

/** Each leads to the page of the same name. */
const FIGURES = ["pledges", "unresolved"] as const;

const headingOf = (role: ParticipantRole, count: number) => (
  <>
    {domain(`participantRole.${role}`)} <span>{count}</span>{" "}
    <span>{domain(`participantRoleMeaning.${role}`)}</span>
  </>
);

function Bars({ row }: { row: ParticipantRow }) {
  const { bars, words } = barsOf(row.cells);
  return <PriorityBars bars={bars} label={ui("bars", { list: words })} />;
}
