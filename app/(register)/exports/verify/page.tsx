import type { Metadata } from "next";
import { VerifyForm } from "@/components/verify/verify-form";
import { verifyWords } from "@/components/verify/words";
import { requireActorPage } from "@/lib/auth/page";
import { translator } from "@/lib/i18n/translator";

const t = translator("verify");

export const metadata: Metadata = { title: t("title") };

/** For whoever is signed in: it reads nothing of the record. */
export default async function VerifyPage() {
  await requireActorPage();
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
      </div>
      <p className="lead">{t("lead")}</p>
      <p className="muted mb-4 max-w-3xl">
        {t("private")} {t("elsewhere")}
      </p>
      <noscript>
        <p className="notice">{t("noScript")}</p>
      </noscript>
      <VerifyForm words={verifyWords()} />
    </>
  );
}
