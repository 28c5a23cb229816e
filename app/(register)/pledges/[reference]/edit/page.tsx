import { EditForm } from "@/components/pledge-form/edit-form";
import { requireActorPage } from "@/lib/auth/page";
import { CONTENT_FIELDS } from "@/lib/domain/pledge";
import { fieldWords } from "@/lib/i18n/domain-words";
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
  const fieldNames = Object.fromEntries(CONTENT_FIELDS.map((field) => [field, fieldWords(field)]));
  return (
    <div className="max-w-4xl">
      <div className="head">
        <h1>{t("edit", { reference })}</h1>
      </div>
      <EditForm
        account={actor.id}
        pledge={sheet}
        title={t("edit", { reference })}
        fieldNames={fieldNames}
        {...form}
      />
    </div>
  );
}
