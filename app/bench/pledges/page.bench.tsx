import { BulkBar } from "@/components/pledges/bulk/bar";
import { barWords } from "@/components/pledges/bulk/bar-words";
import { InlineEdit } from "@/components/pledges/inline-edit/launcher";
import { Pager } from "@/components/tables/pager";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { NO_FACTS } from "@/lib/domain/conditions/leaf-facts";
import { PledgesFilterForm } from "@/components/pledges/pledges/filter-form";
import { PledgesSummary } from "@/components/pledges/pledges/summary";
import { PledgeTable } from "@/components/pledges/pledges/table";
import { pledgesHref, pledgesCsvHref } from "@/components/pledges/pledges/view";
import { parametersIn } from "@/components/tables/package-link";
import { ExportLink } from "@/components/tables/export-link";
import { PageHead } from "@/components/ui/page/page-head";
import { translator } from "@/lib/i18n/translator";
import { PLEDGE_LIMITS } from "@/lib/pledges/pledges/schema";
import { memory } from "../memory";

const t = translator("pledges");

export default function PledgesTwin() {
  const { actor, list, names, settings } = memory();
  const { view, items, next, total, capped } = list;
  return (
    <>
      <PageHead title={t("title")}>
        <ExportLink href={pledgesCsvHref(view)} />
      </PageHead>
      <PledgesFilterForm view={view} names={names} />
      <PledgesSummary view={view} found={list} facts={NO_FACTS} />
      {mayKeepRecords(actor) ? (
        <>
          <InlineEdit account={actor.id} owners={names.owners} />
          <BulkBar
            {...{ total, capped, most: PLEDGE_LIMITS.changed, owners: names.owners }}
            query={parametersIn(pledgesCsvHref(view))}
            desk={actor.role === "MANAGER" ? null : actor.desk}
            words={barWords()}
          />
        </>
      ) : null}
      <PledgeTable pledges={items} view={view} names={names} timeZone={settings.timeZone} viewer={actor} />
      <Pager href={(cursor) => asOfHref(pledgesHref(view, cursor))} next={next} further={false} />
    </>
  );
}
