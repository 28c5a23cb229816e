import { EmptyState } from "@/components/ui/ledger/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { ViewTable } from "@/components/workspace/views/table";
import { requireActorPage } from "@/lib/auth/page";
import { MOST_VIEWS } from "@/lib/domain/people/saved-view";
import { viewDetails } from "@/lib/http/view-address";
import { translator } from "@/lib/i18n/translator";
import { loadViews } from "@/lib/workspace/views/queries";
import { loadNames } from "../names";
import { RefusedAndNoted } from "../refused";
import { titled } from "../../titled";

const t = translator("views");

export const generateMetadata = titled(() => t("title"));

export default async function ViewsPage() {
  const { actor, at } = await requireActorPage();
  const [loaded, names] = await Promise.all([loadViews(actor, { page: null }), loadNames(actor, at)]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/views" />;
  const views = loaded.value.map((view) => viewDetails(actor, view));
  const [own, shared] = [views.filter(({ may }) => may.change), views.filter(({ may }) => !may.change)];
  return (
    <>
      <PageHead title={t("title")} />
      <p className="text-muted mb-4 max-w-3xl">{t("lead")}</p>
      <Section
        id="own-views"
        title={t("own")}
        aside={<p>{t("ownCount", { count: own.length, max: MOST_VIEWS })}</p>}
      >
        {own.length === 0 ? (
          <EmptyState level={3} title={t("nothing.title")} text={t("nothing.text")} />
        ) : (
          <ViewTable views={own} of="own" names={names} />
        )}
      </Section>
      <Section id="shared-views" title={t("shared")}>
        {shared.length === 0 ? (
          <p className="text-muted">{t("noneShared")}</p>
        ) : (
          <ViewTable views={shared} of="shared" names={names} />
        )}
      </Section>
    </>
  );
}
