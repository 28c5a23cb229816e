import { cache } from "react";
import { EditTriggerForm } from "@/components/conditions/triggers/edit-trigger-form";
import { triggerNames, triggerOptions, triggerWords } from "@/components/conditions/triggers/form-words";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/people/actor";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadTrigger } from "@/lib/conditions/triggers/queries";
import { RefusedAndNoted } from "../../../refused";
import type { PageOf } from "../../../search";
import { titled } from "../../../../titled";

const t = translator("conditions");

export const generateMetadata = titled<PageOf<"code">>(async ({ params }) => {
  const trigger = await loadOnce((await params).code);
  return trigger.ok ? t("form.editTitle", { title: trigger.value.title }) : t("title");
});

export default async function EditTriggerPage({ params }: PageOf<"code">) {
  const { actor, at } = await requireActorPage();
  const { code } = await params;
  const home = `/conditions/${code}`;
  if (!mayDecide(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home={home} why={t("sheet.whoMay")} />;
  const found = await loadOnce(code);
  if (!found.ok) return <RefusedAndNoted refusal={found.refusal} home={home} />;

  const { version, title: name, description, waiting, state, since } = found.value;
  const title = t("form.editTitle", { title: name });
  return (
    <>
      <PageHead title={title} />
      <EditTriggerForm
        trigger={{ code, version, title: name, description, waiting, state, since }}
        title={title}
        today={registerDay(at)}
        options={triggerOptions()}
        words={triggerWords()}
        names={triggerNames()}
      />
    </>
  );
}

/** Cached: the page and its title both ask. */
const loadOnce = cache(async (code: string) => {
  const { actor, at } = await requireActorPage();
  return loadTrigger(actor, code, at);
});
