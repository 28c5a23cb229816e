// The columns of the list of pledges. What the pledge says has the width that the others leave.
import type { ListColumn } from "@/components/ui/ledger/ledger";
import type { Names } from "@/components/ui/names";
import type { Day } from "@/lib/domain/base/day";
import type { PledgeSort } from "@/lib/domain/details/pledge-filter";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { nearDay } from "@/lib/i18n/dates";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { referenceLook } from "@/components/ui/looks";
import {
  AmountsCell,
  ConfirmedCell,
  NextStepCell,
  MissingCell,
  OwnerCell,
  StageCell,
  TitleCell,
  wholeAmounts,
  wholeOpen,
  wholeStage,
  wholeStep,
} from "./cells";
import type { PledgeColumn } from "./layout";
import { Unsaid } from "./unsaid";
import { pledgesHref, pledgesSortedBy, type PledgesView } from "./view";
import { windowWords } from "./window";

const t = translator("lists");

export interface ColumnContext {
  view: PledgesView;
  names: Names;
  today: Day;
  keeps: (pledge: PledgeRow) => boolean;
}

/** The first column, which no choice leaves out. */
export const referenceColumn = ({ view, keeps }: ColumnContext, isFirst: boolean): ListColumn<PledgeRow> => ({
  heading: t("column.pledge"),
  headClassName: isFirst ? "w-28" : "w-22",
  order: orderBy(view, "reference"),
  phone: "lead",
  cell: (pledge) => (
    <a
      className={referenceLook()}
      data-ask={keeps(pledge) ? `/questions/new?about=${pledge.reference}` : undefined}
      href={asOfHref(`/pledges/${pledge.reference}`)}
    >
      {pledge.reference}
    </a>
  ),
});

export const PLEDGE_COLUMNS = {
  who: ({ names }) => ({
    heading: t("column.who"),
    headClassName: "w-31",
    phone: "name",
    whole: ({ participant }) => names.participants[participant] ?? null,
    cell: ({ participant }) => names.participants[participant] ?? participant,
  }),
  what: () => ({
    heading: t("column.what"),
    names: true,
    phone: "text",
    whole: ({ title }) => title,
    cell: TitleCell,
  }),
  stage: () => ({
    heading: t("column.stage"),
    headClassName: "w-30",
    phone: "end",
    whole: wholeStage,
    cell: StageCell,
  }),
  amount: () => ({
    heading: t("column.amount"),
    headClassName: "w-37 max-[1000px]:hidden in-data-peek:hidden",
    className: "max-[1000px]:hidden in-data-peek:hidden",
    whole: wholeAmounts,
    cell: AmountsCell,
  }),
  open: ({ view }) => ({
    heading: t("column.open"),
    headClassName: "w-16",
    order: orderBy(view, "unresolved"),
    numeric: true,
    whole: wholeOpen,
    cell: MissingCell,
  }),
  owner: ({ names, keeps }) => ({
    heading: t("column.owner"),
    headClassName: "w-31 in-data-peek:hidden",
    className: "in-data-peek:hidden",
    whole: ({ owner }) => nameOf(names, owner),
    cell: (pledge) => <OwnerCell pledge={pledge} name={nameOf(names, pledge.owner)} keeps={keeps(pledge)} />,
  }),
  next: ({ today }) => ({
    heading: t("column.next"),
    headClassName: "w-28",
    phone: "due",
    whole: (pledge) => wholeStep(pledge, today),
    cell: (pledge) => <NextStepCell pledge={pledge} today={today} />,
  }),
  confirmed: ({ today }) => ({
    heading: t("column.confirmed"),
    headClassName: "w-36 max-[1100px]:hidden in-data-peek:hidden",
    className: "max-[1100px]:hidden in-data-peek:hidden",
    cell: (pledge) => <ConfirmedCell pledge={pledge} today={today} />,
  }),
  window: ({ view }) => ({
    heading: t("column.window"),
    headClassName: "w-40",
    order: orderBy(view, "dueOn"),
    whole: windowWords,
    cell: (pledge) => windowWords(pledge) ?? <Unsaid stage={pledge.stage} />,
  }),
  stated: ({ today }) => ({
    heading: t("column.stated"),
    headClassName: "w-36",
    cell: ({ statedOn, stage }) => (statedOn === null ? <Unsaid stage={stage} /> : nearDay(today, statedOn)),
  }),
  changed: ({ view }) => ({
    heading: t("column.changed"),
    headClassName: "w-40",
    order: orderBy(view, "updatedAt"),
    cell: ({ updatedAt }) => <time dateTime={updatedAt}>{shortMoment(updatedAt)}</time>,
  }),
} as const satisfies Record<PledgeColumn, (context: ColumnContext) => ListColumn<PledgeRow>>;

const orderBy = (view: PledgesView, sort: PledgeSort) => ({
  href: pledgesHref(pledgesSortedBy(view, sort)),
  current: view.sort === sort,
  turned: view.turned,
});

const nameOf = ({ owners }: Names, owner: string | null): string | null =>
  owner === null ? null : (owners[owner] ?? owner);
