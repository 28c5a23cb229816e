import { BulkBar } from "@/components/pledges/bulk/bar";
import { LIST_BAR } from "@/components/pledges/bulk/bar-look";
import { barWords } from "@/components/pledges/bulk/bar-words";
import { InlineEdit } from "@/components/pledges/inline-edit/launcher";
import { ExportLink } from "@/components/tables/export-link";
import { PackageLink, parametersIn } from "@/components/tables/package-link";
import { Pager } from "@/components/tables/pager";
import { RowKeys } from "@/components/tables/keys/row-keys";
import type { TypedTroubleShown } from "@/components/tables/typed/parse-typed";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ListFrame } from "@/components/ui/ledger/list-frame";
import { Markup } from "@/components/ui/page/markup/markup";
import type { NamesAndOwners } from "@/components/pledges/pledge-form/owners";
import type { Day } from "@/lib/domain/base/day";
import type { Listed } from "@/lib/domain/base/listing";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { ofReader } from "@/lib/domain/details/pledge-filter";
import { deskLimit, mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { PLEDGE_LIMITS } from "@/lib/pledges/pledges/schema";
import type { ReactNode } from "react";
import { PledgesFilterForm } from "@/components/pledges/filter/filter-form";
import { NoPledges, type DroppedTerm } from "./nothing";
import { PledgesSummary } from "./summary";
import { PledgeTable } from "./table";
import { pledgesCsvHref, pledgesHref, type PledgesView } from "./view";

const t = translator("pledges");

interface Given {
  found: Listed<PledgeRow>;
  view: PledgesView;
  trouble?: TypedTroubleShown | null;
  /** Where nothing is found: the list without each of its terms. */
  dropped?: readonly DroppedTerm[];
  /** Not the first page. */
  further: boolean;
  facts: LeafFacts;
  names: NamesAndOwners;
  today: Day;
  actor: Actor;
  /** The user; an auditor's rights on a page that shows the past. */
  viewer: Actor;
  /** Saved views of the list. */
  views?: ReactNode;
}

/** The page's list of pledges, from its title to its last line. */
export function PledgesOnPage({
  found,
  view,
  further,
  facts,
  viewer,
  actor,
  views,
  trouble = null,
  dropped = [],
  ...given
}: Given) {
  const { items, next, total, capped } = found;
  const { names, today } = given;
  const query = parametersIn(pledgesCsvHref(view));
  // A package is the same for every reader.
  const packaged = parametersIn(pledgesCsvHref(ofReader(actor, view)));
  const actions = (
    <>
      {views}
      {items.length === 0 ? null : (
        <>
          <ExportLink href={pledgesCsvHref(view)} />
          <PackageLink actor={actor} what="REGISTER" filter={packaged} />
        </>
      )}
    </>
  );
  return (
    <ListFrame
      title={t("title")}
      summary={<PledgesSummary {...{ view, found, facts }} />}
      actions={actions}
      filter={<PledgesFilterForm {...{ view, names, trouble }} />}
    >
      {items.length === 0 ? <NoPledges mayLog={mayKeepRecords(viewer)} {...{ view, dropped }} /> : null}
      {items.length > 0 && mayKeepRecords(viewer) ? (
        <>
          <InlineEdit owners={names.possibleOwners} />
          <BulkBar
            list={{ total, capped, query }}
            {...{ most: PLEDGE_LIMITS.changed, owners: names.possibleOwners }}
            desk={deskLimit(viewer)}
            words={barWords()}
            look={LIST_BAR}
          />
        </>
      ) : null}
      {items.length === 0 ? null : (
        <Markup>
          <PledgeTable pledges={items} {...{ view, names, today, viewer }} />
        </Markup>
      )}
      <Pager href={(cursor) => asOfHref(pledgesHref(view, cursor))} next={next} further={further} />
      {items.length === 0 ? null : <RowKeys hint={mayKeepRecords(viewer) ? "keeper" : "reader"} />}
    </ListFrame>
  );
}
