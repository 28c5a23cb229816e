import { NO_FACTS } from "@/lib/domain/leaf-facts";
import { FilterForm } from "@/components/pledges/filter-form";
import { Pager } from "@/components/pledges/pager";
import { Summary } from "@/components/pledges/summary";
import { PledgeTable } from "@/components/pledges/table";
import { csvHref } from "@/components/pledges/view";
import { ExportLink } from "@/components/tables/export-link";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const t = translator("pledges");

export default function PledgesTwin() {
  const { list, names, settings } = memory();
  const { view, items, next, total, capped } = list;
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
        <div className="actions">
          <ExportLink href={csvHref(view)} />
        </div>
      </div>
      <FilterForm view={view} names={names} />
      <Summary view={view} total={total} capped={capped} facts={NO_FACTS} />
      <PledgeTable pledges={items} view={view} names={names} timeZone={settings.timeZone} />
      <Pager view={view} next={next} further={false} />
    </>
  );
}
