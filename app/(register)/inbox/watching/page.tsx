import { Watches } from "@/components/inbox/watches";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { PageHead } from "@/components/ui/page/page-head";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { requireActorPage } from "@/lib/auth/page";
import { MOST_WATCHES } from "@/lib/domain/people/watch";
import { faultWords } from "@/lib/i18n/words/fault-words";
import { translator } from "@/lib/i18n/translator";
import { loadWatches } from "@/lib/inbox/watches/queries";
import { titled } from "../../../titled";
import { RefusedAndNoted } from "../../refused";
import type { PageOf } from "../../search";

const t = translator("inbox");
const ui = translator("ui");

export const generateMetadata = titled(() => t("watch.title"));

export default async function WatchingPage({ searchParams }: PageOf) {
  const [{ actor }, search] = await Promise.all([requireActorPage(), searchParams]);
  const watches = await loadWatches(actor);
  if (!watches.ok) return <RefusedAndNoted refusal={watches.refusal} home="/inbox/watching" />;
  const fault = faultInAddress(search.error);
  const faults =
    fault?.code === "too-many-watches"
      ? [{ message: t("watch.tooMany", { max: MOST_WATCHES }) }]
      : faultWords(fault && { ...fault, field: null }, "inbox");
  return (
    <>
      <PageHead title={t("watch.title")} />
      <ErrorSummary title={ui("problem")} errors={faults} attempt={0} />
      <p className="text-muted mb-4">
        {t("watch.intro")} <a href="/inbox">{t("title")}</a> · <a href="/profile#inbox">{t("choices")}</a>
      </p>
      <Watches watches={watches.value} />
    </>
  );
}
