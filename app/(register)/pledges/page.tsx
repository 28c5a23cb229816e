import { BulkBar } from "@/components/pledges/bulk/bar";
import { barWords } from "@/components/pledges/bulk/bar-words";
import { InlineEdit } from "@/components/pledges/inline-edit/launcher";
import { PledgesFilterForm } from "@/components/pledges/pledges/filter-form";
import { NoPledges } from "@/components/pledges/pledges/nothing";
import { PledgesSummary } from "@/components/pledges/pledges/summary";
import { PledgeTable } from "@/components/pledges/pledges/table";
import { pledgesHref, pledgesCsvHref } from "@/components/pledges/pledges/view";
import { ExportLink } from "@/components/tables/export-link";
import { PackageLink, parametersIn } from "@/components/tables/package-link";
import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { PageHead } from "@/components/ui/page/page-head";
import { loadConditionFacts } from "@/lib/conditions/conditions/queries";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { parsePledgeFilter, pledgeParameters } from "@/lib/pledges/pledges/filter";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { PLEDGE_LIMITS } from "@/lib/pledges/pledges/schema";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { loadNames } from "../names";
import type { Search } from "../search";
import { titled } from "../../titled";
import { ViewsBeside } from "../views-beside";

const t = translator("pledges");

export const generateMetadata = titled(() => t("title"));

export default async function PledgesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [{ actor, viewer, at }, search] = await Promise.all([readAt(), searchParams]);
  const asked = parsePledgeFilter(pageParameters(pledgeParameters, search));
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/pledges" />;
  const waitedFor = asked.value.waits.flatMap((name) => leafNamed(name) ?? []);
  const [loaded, facts, names, { timeZone }] = await Promise.all([
    loadPledges(actor, asked.value, at),
    loadConditionFacts(actor, waitedFor, at),
    loadNames(actor, at),
    loadSettings(),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/pledges" />;
  if (!facts.ok) return <RefusedAndNoted refusal={facts.refusal} home="/pledges" />;

  const { after, limit: _limit, ...view } = asked.value;
  const { items, next, total, capped } = loaded.value;
  return (
    <>
      <PageHead title={t("title")}>
        <ViewsBeside />
        {items.length === 0 ? null : (
          <>
            <ExportLink href={pledgesCsvHref(view)} />
            <PackageLink actor={actor} what="REGISTER" filter={parametersIn(pledgesCsvHref(view))} />
          </>
        )}
      </PageHead>
      <PledgesFilterForm view={view} names={names} />
      <PledgesSummary view={view} found={loaded.value} facts={facts.value} />
      {items.length === 0 ? (
        <NoPledges view={view} mayLog={mayKeepRecords(viewer)} />
      ) : (
        <>
          {mayKeepRecords(viewer) ? (
            <>
              <InlineEdit account={viewer.id} owners={names.owners} />
              <BulkBar
                {...{ total, capped, most: PLEDGE_LIMITS.changed, owners: names.owners }}
                query={parametersIn(pledgesCsvHref(view))}
                desk={viewer.role === "MANAGER" ? null : viewer.desk}
                words={barWords()}
              />
            </>
          ) : null}
          <PledgeTable pledges={items} {...{ view, names, timeZone, viewer }} />
        </>
      )}
      <Pager href={(cursor) => asOfHref(pledgesHref(view, cursor))} next={next} further={after !== null} />
    </>
  );
}
