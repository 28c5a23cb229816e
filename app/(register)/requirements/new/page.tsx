import type { Metadata } from "next";
import { NewRequirementForm } from "@/components/requirements/new-form";
import { requirementOptions, requirementWords } from "@/components/requirements/words";
import { requireActorPage } from "@/lib/auth/page";
import { mayDecide } from "@/lib/domain/actor";
import { translator } from "@/lib/i18n/translator";
import { Refused } from "../../refused";
import { loadNames } from "../../load-names";

const t = translator("requirements");
const title = t("newTitle");

export const metadata: Metadata = { title };

export default async function NewRequirementPage() {
  const { actor, at } = await requireActorPage();
  if (!mayDecide(actor))
    return <Refused refusal={{ code: "role" }} home="/requirements" why={t("onlyManagers")} />;
  const { participants } = await loadNames(actor, at);
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
      </div>
      <NewRequirementForm
        account={actor.id}
        title={title}
        options={requirementOptions(participants)}
        words={requirementWords()}
      />
    </>
  );
}
