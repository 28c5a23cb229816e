import { ExportLink } from "@/components/tables/export-link";
import { KeepPlace } from "@/components/ui/address/keep-place";
import { Dormant } from "@/components/unresolved/unresolved/dormant";
import { Figures } from "@/components/unresolved/unresolved/figures";
import { FilterForm } from "@/components/unresolved/unresolved/filter-form";
import { Headline } from "@/components/unresolved/unresolved/headline";
import { UnresolvedTable } from "@/components/unresolved/unresolved/table";
import { Tabs } from "@/components/unresolved/unresolved/tabs";
import { csvHref, WHOLE } from "@/components/unresolved/unresolved/view";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const t = translator("unresolved");

export default function UnresolvedTwin() {
  const { today, names, unresolved } = memory();
  const { headline, scope, shown } = unresolved;
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
        <div className="actions">
          <a className="btn" href="/unresolved/ages">
            {t("ages")}
          </a>
          <a className="btn" href="/changes">
            {t("changes")}
          </a>
          <ExportLink href={csvHref(WHOLE)} />
        </div>
      </div>
      <Headline figures={headline} />
      <Figures summary={scope} view={WHOLE} today={today} />
      <Tabs summary={scope} view={WHOLE} />
      <FilterForm view={WHOLE} names={names} />
      <UnresolvedTable groups={shown.groups} opened={null} view={WHOLE} names={names} today={today} />
      <Dormant count={scope.dormant} view={WHOLE} />
      <KeepPlace />
    </>
  );
}
