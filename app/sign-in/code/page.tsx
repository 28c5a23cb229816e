import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { CodeField } from "@/components/people/second-factor/code-field";
import { PasskeyButton } from "@/components/people/second-factor/passkey-button";
import { passkeyWords } from "@/components/people/second-factor/passkey-words";
import { SignInFrame } from "@/components/people/sign-in/frame";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { buttonLook } from "@/components/ui/looks";
import { challengeIn } from "@/lib/auth/second-factor/challenge";
import { passkeyOrigin } from "@/lib/auth/second-factor/passkeys";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { readerLanguage } from "@/lib/auth/page";
import { safeNext } from "@/lib/auth/safe-next";
import { byField, faultWords } from "@/lib/i18n/words/fault-words";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { registerTime } from "../../register-time";
import { UnknownInAddress } from "../../unknown-in-address";
import { titled } from "../../titled";

const t = translator("second-factor");
const ui = translator("ui");

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
}

export const generateMetadata = titled<Props>(async ({ searchParams }) => {
  const { error } = await searchParams;
  return error === undefined ? t("codeTitle") : ui("errorTitle", { title: t("codeTitle") });
});

/** Only after the password. */
export default async function CodePage({ searchParams }: Props) {
  await readerLanguage();
  const [{ next, error }, given, settings] = await Promise.all([searchParams, headers(), loadSettings()]);
  const met = await challengeIn(given);
  if (met?.setup !== null) redirect(`/sign-in?error=over&next=${encodeURIComponent(safeNext(next))}`);
  const byPasskey = met.byPasskey && passkeyOrigin(given) !== null;
  const faults = faultWords(faultInAddress(error), "second-factor");
  const errors = byField(faults);
  return (
    <SignInFrame settings={settings} at={registerTime(settings)}>
      <UnknownInAddress />
      <h1>{t("codeTitle")}</h1>
      <ErrorSummary title={ui("problem")} errors={faults} attempt={0} />
      <p className="mb-4">{t("codeText")}</p>
      <form method="post" action="/api/auth/second-step">
        <input className="hover:bg-sunken" type="hidden" name="next" value={safeNext(next)} />
        {byPasskey ? (
          <>
            <PasskeyButton
              id="passkey"
              use="sign-in"
              label={t("passkey.use")}
              look="primary large full w-full"
              error={errors.get("passkey")}
              words={passkeyWords()}
            />
            <p className="text-muted mb-4">{t("passkey.useText")}</p>
          </>
        ) : null}
        {met.byCode || !byPasskey ? (
          <>
            <CodeField label={t("code")} hint={t("codeHint")} error={errors.get("code")} />
            <button className={buttonLook(byPasskey ? "large full w-full" : "primary large full w-full")}>
              {t("signIn")}
            </button>
          </>
        ) : null}
      </form>
      <p className="mt-6 max-w-[52ch]">
        <a href="/sign-in">{t("startAgain")}</a>
      </p>
      <p className="text-muted mt-2">{t("lost")}</p>
    </SignInFrame>
  );
}
