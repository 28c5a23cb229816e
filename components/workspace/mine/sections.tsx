// The user's open items, the most urgent first, each with its next step.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { Asking } from "@/components/oversight/questions/asking";
import { fixLinkFor } from "@/components/pledges/pledge/fix-links";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { viewHref } from "@/components/ui/address/view-href";
import { Ledger } from "@/components/ui/ledger/ledger";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { itemWords } from "@/lib/i18n/words/words";
import { Stale } from "./stale";
import { codesOf, type Urgency, type UrgencySection } from "./urgency";

const t = translator("mine");
const domain = translator("domain");
const pledge = translator("pledge");
const pledges = translator("pledges");

/** A section shows its oldest items; a link leads to the rest. */
const SHOWN = 12;

interface Shared {
  email: string;
  asking: Asking | null;
  today: Day;
}

export function MineSections({ sections, ...shared }: Shared & { sections: readonly UrgencySection[] }) {
  return sections.map((section) =>
    section.urgency === "STALE" ? (
      <Stale key="STALE" items={section.items} count={section.count} {...shared} />
    ) : (
      <Section key={section.urgency} section={section} {...shared} />
    ),
  );
}

function Section({
  section: { urgency, count, items },
  email,
  asking,
  today,
}: Shared & { section: UrgencySection }) {
  const shown = items.slice(0, SHOWN);
  return (
    <section className="sec" aria-labelledby={`mine-${urgency}`}>
      <header>
        <h2 id={`mine-${urgency}`}>
          <ClassGlyph of={glyphOf(urgency)} /> {t(`urgency.${urgency}`)}
        </h2>
        <p>{t("count", { count })}</p>
      </header>
      <Ledger
        caption={t(`urgency.${urgency}`)}
        rows={shown}
        rowKey={({ reference, code }) => `${reference} ${code}`}
        columns={[
          {
            heading: t("column.pledge"),
            bare: true,
            cell: ({ reference }) => (reference === null ? null : <PledgeLink reference={reference} />),
          },
          { heading: t("column.title"), names: true, cell: ({ title }) => title },
          { heading: t("column.what"), bare: true, cell: What },
          { heading: t("column.planned"), cell: planned },
          {
            heading: t("column.step"),
            bare: true,
            cell: (item) => <Step item={item} asking={asking} />,
          },
          {
            heading: t("column.age"),
            numeric: true,
            className: "nowrap",
            cell: ({ since }) => t("days", { days: daysBetween(since, today) }),
          },
        ]}
      />
      {count > shown.length ? (
        <p className="pager">
          <a href={asOfHref(viewHref("/unresolved", { code: codesOf(urgency), owner: email }))}>
            {t("more", { count: count - shown.length })}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function What(item: UnresolvedRow) {
  const { what, resolvedBy } = itemWords(item);
  return (
    <>
      <b>{domain(`code.${item.code}`)}</b> {what}
      <br />
      <span className="muted">{t("resolvedBy", { what: resolvedBy })}</span>
    </>
  );
}

function Step({ item, asking }: { item: UnresolvedRow; asking: Asking | null }) {
  const { reference } = item;
  const mend = fixLinkFor(item);
  return (
    <>
      <a
        className="nowrap inlinelink"
        href={asOfHref(mend.href)}
        aria-label={t("stepFor", { step: pledge(`mend.${mend.name}`), reference: reference ?? "" })}
      >
        {pledge(`mend.${mend.name}`)}
      </a>
      {reference === null ? null : (
        <>
          <br />
          <a
            className="inlinelink"
            data-inline={reference}
            href={`/pledges/${reference}/edit#nextAction`}
            aria-label={pledges("changeHere", { reference })}
          >
            {pledges("change")}
          </a>
        </>
      )}
      <br />
      <AskLink item={item} asking={asking} />
    </>
  );
}

const glyphOf = (urgency: Urgency) =>
  urgency === "OVERDUE" ? "GAP" : urgency === "STALE" ? "QUALITY" : urgency;

function planned({ nextAction, nextActionDueOn }: UnresolvedRow): string {
  if (nextAction === null) return t("nonePlanned");
  return nextActionDueOn === null
    ? nextAction
    : t("plannedOn", { action: nextAction, on: shortDay(nextActionDueOn) });
}
