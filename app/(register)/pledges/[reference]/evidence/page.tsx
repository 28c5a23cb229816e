import { fileFormWords } from "@/components/pledges/files/words";
import { EvidenceForm } from "@/components/pledges/pledge-form/evidence-form";
import { leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { QUESTION_REFERENCE } from "@/lib/domain/oversight/question";
import { translator } from "@/lib/i18n/translator";
import { textOf, type PageOf } from "../../../search";
import { loadForm } from "../../form";
import { loadForEditing } from "../details";
import { titled } from "../../../../titled";

const t = translator("pledge-form");

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("addEvidenceTitle", await params),
);

export default async function AddEvidencePage({ params, searchParams }: PageOf<"reference">) {
  const { actor, at } = await requireActorPage();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const answers = textOf(search.for) ?? "";
  const [details, form] = await Promise.all([loadForEditing(actor, reference, at), loadForm(actor, at)]);
  const title = t("addEvidenceTitle", { reference });
  return (
    <>
      <PageHead title={title} />
      <p className={leadLook("mb-4")}>{details.title}</p>
      <EvidenceForm
        reference={reference}
        answers={QUESTION_REFERENCE.test(answers) ? answers : undefined}
        title={title}
        options={form.options}
        words={{ ...form.words, ...fileFormWords() }}
      />
    </>
  );
}
