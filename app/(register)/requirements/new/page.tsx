import { NewRequirementForm } from "@/components/requirements/new-form";
import { requirementOptions, requirementWords } from "@/components/requirements/words";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../refused";
import { loadNames } from "../../names";
import { titled } from "../../../titled";

const t = translator("requirements");

export const generateMetadata = titled(() => t("newTitle"));

export default async function NewRequirementPage() {
  const { actor, at } = await requireActorPage();
  if (!mayDecide(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home="/requirements" why={t("onlyManagers")} />;
  const { participants } = await loadNames(actor, at);
  const title = t("newTitle");
  return (
    <>
      <PageHead title={title} />
      <NewRequirementForm
        title={title}
        options={requirementOptions(participants)}
        words={requirementWords()}
      />
    </>
  );
}
