import { PageHead } from "@/components/ui/page/page-head";
import { asksFor, listName } from "@/components/workspace/views/asks";
import { NewViewForm } from "@/components/workspace/views/new-form";
import { viewFormWords } from "@/components/workspace/views/words";
import { requireActorPage } from "@/lib/auth/page";
import { pageOfView } from "@/lib/domain/people/saved-view";
import { viewAddress } from "@/lib/http/view-address";
import { translator } from "@/lib/i18n/translator";
import { loadViews } from "@/lib/workspace/views/queries";
import { loadNames } from "../../names";
import { textOf, type PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("views");

export const generateMetadata = titled(() => t("new.title"));

export default async function NewViewPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const address = viewAddress(textOf(search.address) ?? "");
  const [names, views] = await Promise.all([
    loadNames(actor, at),
    loadViews(actor, { page: address.ok ? pageOfView(address.value) : null }),
  ]);
  const own = views.ok ? views.value.filter(({ owner }) => owner.id === actor.id) : [];
  return (
    <div className="max-w-4xl">
      <PageHead title={t("new.title")} />
      {address.ok ? (
        <>
          <dl className="facts mb-4 max-w-3xl">
            <dt>{t("column.page")}</dt>
            <dd>
              <a href={address.value}>{listName(address.value)}</a>
            </dd>
            <dt>{t("column.asks")}</dt>
            <dd>{asksFor(address.value, names)}</dd>
          </dl>
          <NewViewForm
            address={address.value}
            own={own.map(({ id, name, version }) => ({ id, name, version }))}
            title={t("new.title")}
            words={viewFormWords()}
          />
        </>
      ) : (
        <div className="state">
          <p>{t("new.nowhere")}</p>
          <p className="mt-2">
            <a href="/views">{t("all")}</a>
          </p>
        </div>
      )}
    </div>
  );
}
