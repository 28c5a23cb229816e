import { VerifyForm } from "@/components/trust/verify/verify-form";
import { verifyWords } from "@/components/trust/verify/words";
import { codeLook, leadLook } from "@/components/ui/looks";
import { NoScript } from "@/components/ui/page/no-script";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { loadLogState } from "@/lib/trust/checkpoints/queries";
import { translator } from "@/lib/i18n/translator";
import { titled } from "../../../titled";

const t = translator("verify");

export const generateMetadata = titled(() => t("title"));

/** For every signed-in user: it reads nothing of the record. Readers of the log are offered the register's keys. */
export default async function VerifyPage() {
  const { actor } = await requireActorPage();
  const log = await loadLogState(actor);
  return (
    <>
      <PageHead title={t("title")} />
      <p className={leadLook()}>{t("lead")}</p>
      <div className="mx-0 mt-3 mb-4 max-w-[76ch]">
        <p>
          <b>{t("private")}</b>
        </p>
        <p className="text-muted mt-2">
          {t("elsewhere")} <code className={codeLook()}>{t("command")}</code>
        </p>
      </div>
      <NoScript>{t("noScript")}</NoScript>
      <VerifyForm words={verifyWords()} ownKeys={log.ok ? log.value.keys : []} />
    </>
  );
}
