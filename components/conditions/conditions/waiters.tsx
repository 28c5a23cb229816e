// Pledges that name it: whether they need it, and what else they would wait for.
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { FirstRows } from "@/components/tables/first-rows";
import { Ledger } from "@/components/ui/ledger/ledger";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { viewsOf, type KeystoneDetails } from "@/lib/domain/conditions/keystone-details";
import { Bases } from "@/components/conditions/condition/bases";
import { Section } from "@/components/ui/page/section";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import { translator } from "@/lib/i18n/translator";
import { Segments } from "@/components/ui/address/switches";
import { StillWaiting } from "./still-waiting";
import { leafHref, waitingHref } from "./view";

const t = translator("conditions");
const domain = translator("domain");

const FIRST = 10;

interface Given {
  details: KeystoneDetails;
  inferred: Reading;
  names: Readonly<Record<string, string>>;
}

export function Waiters({ details, inferred, names }: Given) {
  const { leaf, view, waiters, facts } = details;
  const more = details[view].length - waiters.length;
  const isMet = details.truth === true;
  const none =
    isMet && (view === "named" || view === "inferred")
      ? (`met.none.${view}` as const)
      : (`none.${view}` as const);
  return (
    <Section
      id="waiters"
      title={t(isMet ? "waiters.met.title" : "waiters.title")}
      aside={
        details.named.length === 0 ? null : <a href={asOfHref(waitingHref(leaf))}>{t("waiters.asList")}</a>
      }
    >
      <Segments
        label={t("waiters.view")}
        className="wrap mb-4 max-md:flex-col"
        views={viewsOf(details.truth).map((name) => ({
          href: asOfHref(`${leafHref(leaf, name, inferred).replace(/#.*$/, "")}#waiters`),
          words: t("waiters.count", { label: t(`waiters.${name}`), count: details[name].length }),
          isCurrent: name === view,
        }))}
      />
      {isMet && !details.mustEnd ? <p className="mb-2">{t("waiters.met.lead")}</p> : null}
      <p className="text-caption text-muted mb-4">
        {t(`waiters.reading.${inferred}`)}{" "}
        <a href={asOfHref(leafHref(leaf, view, inferred === "with" ? "without" : "with"))}>
          {t(`waiters.readOtherwise.${inferred}`)}
        </a>
      </p>
      {waiters.length === 0 ? (
        <p className="text-muted">{t(`waiters.${none}`)}</p>
      ) : (
        <FirstRows rows={waiters} most={FIRST}>
          {(shown) => (
            <Ledger
              className="waiters"
              caption={t(isMet ? "waiters.met.title" : "waiters.caption")}
              rows={shown}
              rowKey={({ reference }) => reference}
              columns={[
                {
                  heading: t("waiters.column.reference"),
                  bare: true,
                  cell: ({ reference }) => <PledgeLink reference={reference} at="#condition" />,
                },
                {
                  heading: t("waiters.column.participant"),
                  bare: true,
                  cell: ({ participant }) => names[participant] ?? participant,
                },
                { heading: t("waiters.column.pledge"), names: true, cell: ({ title }) => title },
                {
                  heading: t("waiters.column.stage"),
                  bare: true,
                  className: "whitespace-nowrap",
                  cell: ({ stage }) => <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>,
                },
                {
                  heading: t("waiters.column.basis"),
                  cell: ({ bases }) => <Bases of={bases} />,
                },
                {
                  heading: t("waiters.column.without"),
                  cell: ({ needs }) => t(needs ? "waiters.needs" : "waiters.otherwise"),
                },
                {
                  heading: t(isMet ? "waiters.met.now" : "waiters.column.then"),
                  cell: (waiter) => <StillWaiting waiter={waiter} facts={facts} />,
                },
              ]}
            />
          )}
        </FirstRows>
      )}
      {more > 0 ? (
        <p className="text-muted">
          <a href={asOfHref(waitingHref(leaf))}>{t("waiters.more", { count: more })}</a>
        </p>
      ) : null}
    </Section>
  );
}
