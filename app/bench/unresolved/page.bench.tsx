import { ExportLink } from "@/components/tables/export-link";
import { KeepPlace } from "@/components/ui/address/keep-place";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Markup } from "@/components/ui/page/markup/markup";
import { Dormant } from "@/components/unresolved/unresolved/dormant";
import { Figures } from "@/components/unresolved/unresolved/figures";
import { UnresolvedFilterForm } from "@/components/unresolved/unresolved/filter-form";
import { UnresolvedHeadline } from "@/components/unresolved/unresolved/headline";
import { UnresolvedTable } from "@/components/unresolved/unresolved/table";
import { UnresolvedTabs } from "@/components/unresolved/unresolved/tabs";
import { unresolvedCsvHref, WHOLE_UNRESOLVED } from "@/components/unresolved/unresolved/view";
import { translator } from "@/lib/i18n/translator";
import { memory } from "../memory";

const t = translator("unresolved");

export default function UnresolvedTwin() {
  const { today, names, unresolved } = memory();
  const { headline, scope, shown } = unresolved;
  return (
    <>
      <Markup>
        <PageHead title={t("title")}>
          <a className={buttonLook()} href="/unresolved/ages">
            {t("ages")}
          </a>
          <a className={buttonLook()} href="/changes">
            {t("changes")}
          </a>
          <ExportLink href={unresolvedCsvHref(WHOLE_UNRESOLVED)} />
        </PageHead>
      </Markup>
      <Markup>
        <UnresolvedHeadline figures={headline} />
      </Markup>
      <Markup>
        <Figures summary={scope} view={WHOLE_UNRESOLVED} today={today} />
      </Markup>
      <Markup>
        <UnresolvedTabs summary={scope} view={WHOLE_UNRESOLVED} />
      </Markup>
      <UnresolvedFilterForm view={WHOLE_UNRESOLVED} names={names} trouble={null} />
      <Markup>
        <UnresolvedTable
          groups={shown.groups}
          opened={null}
          view={WHOLE_UNRESOLVED}
          names={names}
          today={today}
        />
      </Markup>
      <Markup>
        <Dormant count={scope.dormant} view={WHOLE_UNRESOLVED} />
      </Markup>
      <KeepPlace />
    </>
  );
}
