import { AccountProposalTable } from "@/components/people/accounts/table";
import { Arrival } from "@/components/review/review/arrival";
import { arrivalWords } from "@/components/review/review/decide-words";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";
import { loadAccountProposals } from "@/lib/people/account-proposals/queries";
import { RefusedAndNoted } from "../../refused";
import { titled } from "../../../titled";

const t = translator("people");

export const generateMetadata = titled(() => t("proposals.title"));

export default async function AccountProposalsPage() {
  const { actor } = await requireActorPage();
  const loaded = await loadAccountProposals(actor);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/review" />;
  return (
    <>
      <PageHead id="review" title={t("proposals.title")} />
      <Arrival words={arrivalWords()} />
      <p className="text-muted mb-4">{t("proposals.intro")}</p>
      {loaded.value.length === 0 ? (
        <EmptyState title={t("proposals.none")} text={t("proposals.noneText")} />
      ) : (
        <AccountProposalTable proposals={loaded.value} />
      )}
    </>
  );
}
