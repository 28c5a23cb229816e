// The next steps of the user's own pledges: what is late first, then what is due within the week.
import { Tick } from "@/components/pledges/bulk/tick";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { buttonLook } from "@/components/ui/looks";
import { Section } from "@/components/ui/page/section";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import { holds, type Actor } from "@/lib/domain/people/actor";
import type { CalendarEntry } from "@/lib/domain/unresolved/calendar";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("mine");
const bulk = translator("bulk");
const pledges = translator("pledges");

export interface DueStep extends CalendarEntry {
  reference: string;
}

interface Props {
  steps: readonly DueStep[];
  /** All that are due, shown or not. */
  total: number;
  /** Where the list goes on. */
  rest: string | null;
  actor: Actor;
  names: Readonly<Record<string, string>>;
  today: Day;
}

export function DueThisWeek({ steps, total, rest, actor, names, today }: Props) {
  if (steps.length === 0) return null;
  return (
    <Section id="mine-due" title={t("due.title")} aside={<p>{t("due.count", { count: total })}</p>}>
      <Ledger
        caption={t("due.title")}
        walked
        rows={steps}
        rowKey={({ reference }) => reference}
        columns={[
          {
            heading: <Tick pledges="all" label={bulk("selectPage")} />,
            className: "tick",
            bare: true,
            cell: ({ reference, version, participant }) =>
              participant !== null && holds(actor, participant) ? (
                <Tick pledges={[{ reference, version }]} label={bulk("select", { reference })} />
              ) : null,
          },
          {
            heading: t("column.pledge"),
            bare: true,
            className: "whitespace-nowrap",
            cell: ({ reference }) => <PledgeLink reference={reference} />,
          },
          {
            heading: t("column.participant"),
            cell: ({ participant }) => names[participant ?? ""] ?? participant,
          },
          {
            heading: t("column.planned"),
            names: true,
            cell: ({ about, title }) => (
              <>
                {about}
                <br />
                <span className="text-muted">{title}</span>
              </>
            ),
          },
          {
            heading: t("due.when"),
            className: "whitespace-nowrap",
            cell: ({ on }) => <When on={on} today={today} />,
          },
          { heading: t("column.step"), bare: true, className: "whitespace-nowrap", cell: Steps },
        ]}
      />
      {rest ? (
        <p className="pager">
          <a href={asOfHref(rest)}>{t("more", { count: total - steps.length })}</a>
        </p>
      ) : null}
    </Section>
  );
}

function When({ on, today }: { on: Day; today: Day }) {
  const late = daysBetween(on, today);
  if (late > 0) return <b className="text-blocked-ink">{t("due.late", { days: late })}</b>;
  return late === 0 ? <b className="text-waiting-ink">{t("due.today")}</b> : shortDay(on);
}

function Steps({ reference }: DueStep) {
  return (
    <span className="flex items-center gap-3">
      <a
        className={buttonLook()}
        data-answer={reference}
        href={asOfHref(`/pledges/${reference}/evidence`)}
        aria-label={t("due.answerOn", { reference })}
      >
        {t("due.answer")}
      </a>
      <a
        className="inlinelink print:hidden"
        data-inline={reference}
        href={`/pledges/${reference}/edit#nextAction`}
        aria-label={pledges("changeHere", { reference })}
      >
        {t("due.move")}
      </a>
    </span>
  );
}
