import { pledgeNames } from "@/components/pledge-form/names";
import { formWords } from "@/components/pledge-form/options";
import { VoidForm } from "@/components/pledge-form/void-form";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { loadForEditing } from "../load-sheet";

const t = translator("pledge-form");

interface Props {
  params: Promise<{ reference: string }>;
}

export const generateMetadata = async ({ params }: Props) => ({ title: t("voidTitle", await params) });

export default async function VoidPledgePage({ params }: Props) {
  const [{ actor, at }, { reference }] = await Promise.all([requireActorPage(), params]);
  const sheet = await loadForEditing(actor, reference, at, ({ may }) => may.void);
  const title = t("voidTitle", { reference });
  return (
    <>
      <div className="head">
        <h1>{title}</h1>
      </div>
      <p className="lead">{sheet.title}</p>
      <p className="mb-4">{t("voidText")}</p>
      <VoidForm
        account={actor.id}
        reference={reference}
        version={sheet.version}
        title={title}
        words={formWords()}
        names={pledgeNames()}
      />
    </>
  );
}
