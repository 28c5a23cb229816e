import { EditForm } from "@/components/pledge-form/edit-form";
import { pledgeNames } from "@/components/pledge-form/names";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { loadForm } from "../../load-form";
import { loadForEditing } from "../load-sheet";

const t = translator("pledge-form");

interface Props {
  params: Promise<{ reference: string }>;
}

export const generateMetadata = async ({ params }: Props) => ({ title: t("edit", await params) });

export default async function EditPledgePage({ params }: Props) {
  const [{ actor, at }, { reference }] = await Promise.all([requireActorPage(), params]);
  const [sheet, form] = await Promise.all([loadForEditing(actor, reference, at), loadForm(actor, at)]);
  return (
    <div className="max-w-4xl">
      <div className="head">
        <h1>{t("edit", { reference })}</h1>
      </div>
      <EditForm
        account={actor.id}
        pledge={sheet}
        title={t("edit", { reference })}
        names={pledgeNames()}
        {...form}
      />
    </div>
  );
}
