import { CaptureForm } from "@/components/pledges/passages/capture-form";
import { captureWords } from "@/components/pledges/passages/words";
import { formOptions } from "@/components/pledges/pledge-form/options";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";

const t = translator("passages");

export const generateMetadata = titled(() => t("new"));

export default async function CapturePage() {
  const { actor } = await requireActorPage();
  if (!mayKeepRecords(actor)) return <RefusedAndNoted refusal={{ code: "role" }} home="/sources" />;
  return (
    <>
      <PageHead title={t("new")} />
      <p className="text-muted mb-4">{t("newIntro")}</p>
      <CaptureForm options={formOptions([], [])} words={captureWords()} />
    </>
  );
}
