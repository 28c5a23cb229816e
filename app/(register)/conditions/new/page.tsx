import { triggerOptions, triggerWords } from "@/components/conditions/triggers/form-words";
import { NewTriggerForm } from "@/components/conditions/triggers/new-trigger-form";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/people/actor";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";

const t = translator("conditions");

export const generateMetadata = titled(() => t("form.newTitle"));

export default async function NewTriggerPage() {
  const { actor, at } = await requireActorPage();
  if (!mayDecide(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home="/conditions" why={t("sheet.whoMay")} />;
  const title = t("form.newTitle");
  return (
    <>
      <PageHead title={title} />
      <NewTriggerForm
        title={title}
        today={registerDay(at)}
        options={triggerOptions()}
        words={triggerWords()}
      />
    </>
  );
}
