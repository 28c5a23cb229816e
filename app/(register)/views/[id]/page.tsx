import { ActButton } from "@/components/form/sending/act-button";
import { NoScript } from "@/components/ui/page/no-script";
import { PageHead } from "@/components/ui/page/page-head";
import { notFound } from "next/navigation";
import { errorLook } from "@/components/ui/looks";
import { asksFor, listName } from "@/components/workspace/views/asks";
import { EditViewForm } from "@/components/workspace/views/edit-form";
import { viewFormWords } from "@/components/workspace/views/words";
import { requireActorPage } from "@/lib/auth/page";
import { viewDetails } from "@/lib/http/view-address";
import { translator } from "@/lib/i18n/translator";
import { loadSavedView } from "@/lib/workspace/views/queries";
import { titled } from "../../../titled";
import { loadNames } from "../../names";
import type { PageOf } from "../../search";

const t = translator("views");

export const generateMetadata = titled(() => t("column.change"));

/** For the view's owner; for a manager, if someone else shares it. */
export default async function ViewPage({ params }: PageOf<"id">) {
  const [{ actor, at }, { id }] = await Promise.all([requireActorPage(), params]);
  const [loaded, names] = await Promise.all([loadSavedView(actor, id), loadNames(actor, at)]);
  if (!loaded.ok) notFound();
  const { may, understood, ...view } = viewDetails(actor, loaded.value);
  if (!may.change && !may.takeDown) notFound();

  const { name, version, address, owner } = view;
  const title = t(may.change ? "edit.title" : "takeDownOf", { name });
  const words = viewFormWords();
  return (
    <div className="max-w-4xl">
      <PageHead title={title} />
      <dl className="facts mb-4 max-w-3xl">
        <dt>{t("column.page")}</dt>
        <dd>
          <a href={address}>{listName(address)}</a>
        </dd>
        <dt>{t("column.asks")}</dt>
        <dd>
          {asksFor(address, names)}
          {understood ? null : <p className={errorLook()}>{t("outdated")}</p>}
        </dd>
      </dl>
      {may.change ? (
        <>
          <EditViewForm view={{ id, name, shared: view.shared, version }} title={title} words={words} />
          <section className="section" aria-labelledby="remove-view">
            <h2 id="remove-view">{t("edit.remove")}</h2>
            <p className="mb-4">{t("edit.removeText")}</p>
            <ActButton
              request={{ method: "POST", path: `/views/${id}/remove`, body: {} }}
              page="/views"
              done={t("form.removed", { name })}
              look="danger noscript:hidden"
              words={words}
            >
              {words.remove}
            </ActButton>
          </section>
        </>
      ) : (
        <>
          <p className="mb-4">{t("edit.takeDownText", { owner: owner.name })}</p>
          <NoScript>{words.noScriptButtons}</NoScript>
          <ActButton
            request={{ method: "PATCH", path: `/views/${id}`, body: { shared: false }, version, touches: [] }}
            page="/views"
            done={t("form.takenDown", { name })}
            look="danger noscript:hidden"
            words={words}
          >
            {words.takeDown}
          </ActButton>
        </>
      )}
    </div>
  );
}
