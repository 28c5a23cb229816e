import { NewPersonForm } from "@/components/people/people/new-person-form";
import { personWords, roleOptions } from "@/components/people/people/words";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../../refused";
import { loadDeskOptions } from "../desk-options";
import { titled } from "../../../../titled";

const t = translator("people");

export const generateMetadata = titled(() => t("newTitle"));

export default async function NewPersonPage() {
  const { actor, at } = await requireActorPage();
  if (!mayKeepPeople(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home="/admin/people" />;
  return (
    <>
      <PageHead title={t("newTitle")} />
      <NewPersonForm
        title={t("newTitle")}
        roles={roleOptions()}
        participants={await loadDeskOptions(actor, at)}
        words={personWords()}
      />
    </>
  );
}
