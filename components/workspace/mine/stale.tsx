// Pledges that need confirming, each with a box for the bulk bar; those that rest on one document share it.
import type { ReactNode } from "react";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { QuestionContext } from "@/components/oversight/questions/question-context";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { Tick } from "@/components/pledges/bulk/tick";
import { FirstRows } from "@/components/tables/first-rows";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { Section } from "@/components/ui/page/section";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { ToConfirm } from "@/lib/domain/details/desk-today";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { itemWords } from "@/lib/i18n/words/words";

const t = translator("mine");
const bulk = translator("bulk");
const pledges = translator("pledges");

export interface StaleItem extends UnresolvedRow {
  reference: string;
  version: number;
}

type Row = ToConfirm<StaleItem>;

interface Props {
  groups: readonly Row[];
  /** All of them, shown or not. */
  count: number;
  actor: Actor;
  questionContext: QuestionContext | null;
  today: Day;
}

/** Shown first; the others are folded. */
const SHOWN = 12;

export function Stale({ groups, count, actor, questionContext, today }: Props) {
  const shown = groups.reduce((sum, { pledges: these }) => sum + these.length, 0);
  if (shown === 0) return null;
  return (
    <Section id="mine-STALE" title={t("stale")} aside={<p>{t("count", { count })}</p>}>
      <FirstRows rows={groups} most={SHOWN}>
        {(rows) => <StaleTable rows={rows} {...{ actor, questionContext, today }} />}
      </FirstRows>
      {count > shown ? (
        <p className="pager">
          <a href={asOfHref(viewHref("/unresolved", { code: "STALE", owner: actor.email }))}>
            {t("more", { count: count - shown })}
          </a>
        </p>
      ) : null}
    </Section>
  );
}

type TableProps = Pick<Props, "actor" | "questionContext" | "today"> & { rows: readonly Row[] };

function StaleTable({ rows, actor, questionContext, today }: TableProps) {
  return (
    <Ledger
      caption={t("stale")}
      walked
      rows={rows}
      rowKey={({ pledges: [first] }) => first?.reference ?? ""}
      columns={[
        {
          heading: <Tick pledges="all" label={bulk("selectPage")} />,
          className: "tick",
          bare: true,
          cell: ({ pledges: these }) => {
            const own = these.filter(({ participant }) => holds(actor, participant));
            const references = own.map(({ reference }) => reference).join(", ");
            return own.length === 0 ? null : (
              <Tick pledges={own} label={bulk("select", { reference: references })} />
            );
          },
        },
        {
          heading: t("reconfirm.pledge"),
          bare: true,
          className: "whitespace-nowrap",
          cell: ({ document, pledges: [first, ...others] }) =>
            first && document === null ? (
              <PledgeLink reference={first.reference} />
            ) : (
              t("reconfirm.several", { count: others.length + 1 })
            ),
        },
        { heading: t("reconfirm.what"), names: true, cell: WhatCell },
        {
          heading: t("column.step"),
          bare: true,
          className: "whitespace-nowrap",
          cell: (row) => <Steps row={row} actor={actor} ask={askOf(row, questionContext)} />,
        },
        {
          heading: t("reconfirm.age"),
          numeric: true,
          className: "whitespace-nowrap",
          cell: ({ pledges: [first] }) =>
            first ? t("days", { days: daysBetween(first.since, today) }) : null,
        },
      ]}
    />
  );
}

const askOf = ({ document, pledges: [first] }: Row, questionContext: QuestionContext | null): ReactNode =>
  first && document === null ? <AskLink item={first} context={questionContext} /> : null;

/** The title, or the document with its pledges, and since when. */
function WhatCell({ document, pledges: these }: Row) {
  const [first] = these;
  return (
    <>
      {document ?? first?.title}
      <br />
      {document === null
        ? null
        : these.map(({ reference, title }) => (
            <span key={reference} className="mr-2 inline-block min-h-6" title={title ?? undefined}>
              <PledgeLink reference={reference} />
            </span>
          ))}
      <span className="text-muted">{first ? itemWords(first).what : null}</span>
    </>
  );
}

function Steps({
  row: {
    document,
    pledges: [first],
  },
  actor,
  ask,
}: {
  row: Row;
  actor: Actor;
  ask: ReactNode;
}) {
  return (
    <span className="flex items-center gap-3">
      {ask}
      {first && document === null && holds(actor, first.participant) ? (
        <a
          className="inlinelink print:hidden"
          data-inline={first.reference}
          href={`/pledges/${first.reference}/edit#nextAction`}
          aria-label={pledges("changeHere", { reference: first.reference })}
        >
          {t("due.move")}
        </a>
      ) : null}
    </span>
  );
}
