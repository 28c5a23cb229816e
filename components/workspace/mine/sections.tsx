// The user's open items, the most urgent first, each with its next step.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { AskLink } from "@/components/oversight/questions/ask-link";
import type { Asking } from "@/components/oversight/questions/asking";
import { fixLinkFor } from "@/components/pledges/pledge/fix-links";
import { ClassGlyph } from "@/components/ui/marks/class-mark";
import { viewHref } from "@/components/ui/address/view-href";
import { daysBetween, type Day } from "@/lib/domain/base/day";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/when";
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
      <table className="ledger stack">
        <caption className="vh">{t(`urgency.${urgency}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.pledge")}</th>
            <th scope="col">{t("column.title")}</th>
            <th scope="col">{t("column.what")}</th>
            <th scope="col">{t("column.planned")}</th>
            <th scope="col">{t("column.step")}</th>
            <th scope="col" className="num">
              {t("column.age")}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <Row key={`${item.reference} ${item.code}`} item={item} asking={asking} today={today} />
          ))}
        </tbody>
      </table>
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

function Row({ item, asking, today }: Omit<Shared, "email"> & { item: UnresolvedRow }) {
  const { what, resolvedBy } = itemWords(item);
  const mend = fixLinkFor(item);
  return (
    <tr>
      <td>{item.reference === null ? null : <PledgeLink reference={item.reference} />}</td>
      <th scope="row">{item.title}</th>
      <td>
        <b>{domain(`code.${item.code}`)}</b> {what}
        <br />
        <span className="muted">{t("resolvedBy", { what: resolvedBy })}</span>
      </td>
      <td data-l={t("column.planned")}>{planned(item)}</td>
      <td>
        <a
          className="nowrap inlinelink"
          href={asOfHref(mend.href)}
          aria-label={t("stepFor", { step: pledge(`mend.${mend.name}`), reference: item.reference ?? "" })}
        >
          {pledge(`mend.${mend.name}`)}
        </a>
        {item.reference === null ? null : (
          <>
            <br />
            <a
              className="inlinelink"
              data-inline={item.reference}
              href={`/pledges/${item.reference}/edit#nextAction`}
              aria-label={pledges("changeHere", { reference: item.reference })}
            >
              {pledges("change")}
            </a>
          </>
        )}
        <br />
        <AskLink item={item} asking={asking} />
      </td>
      <td className="num nowrap" data-l={t("column.age")}>
        {t("days", { days: daysBetween(item.since, today) })}
      </td>
    </tr>
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
