import { EditRequirementForm } from "@/components/requirements/edit-form";
import { requirementOptions, requirementWords } from "@/components/requirements/words";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { loadNames } from "../../../names";
import { loadForManaging } from "../requirement";
import { titled } from "../../../../titled";
import type { PageOf } from "../../../search";

const t = translator("requirements");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("editTitle", await params),
);

export default async function EditRequirementPage({ params }: PageOf<"reference">) {
  const [{ actor, at }, { reference }] = await Promise.all([requireActorPage(), params]);
  const [{ requirement }, names] = await Promise.all([
    loadForManaging(actor, reference, at),
    loadNames(actor, at),
  ]);
  const title = t("editTitle", { reference });
  const { id: _id, createdAt: _created, updatedAt: _updated, ...read } = requirement;
  return (
    <>
      <PageHead title={title} />
      <EditRequirementForm
        reference={reference}
        requirement={read}
        title={title}
        options={requirementOptions(names.participants)}
        words={requirementWords()}
      />
    </>
  );
}
