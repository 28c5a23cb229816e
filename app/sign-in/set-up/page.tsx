import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { SetUp } from "@/components/people/second-factor/set-up";
import { SignInFrame } from "@/components/people/sign-in/frame";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { setupIn } from "@/lib/auth/second-factor/challenge";
import { passkeyOrigin } from "@/lib/auth/second-factor/passkeys";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { readerLanguage } from "@/lib/auth/page";
import { safeNext } from "@/lib/auth/safe-next";
import { deviceAddress } from "@/lib/auth/second-factor/totp";
import { byField, faultWords } from "@/lib/i18n/words/fault-words";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { registerTime } from "../../register-time";
import { UnknownInAddress } from "../../unknown-in-address";
import { titled } from "../../titled";

const t = translator("second-factor");
const ui = translator("ui");
const shell = translator("shell");

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
}

export const generateMetadata = titled<Props>(async ({ searchParams }) => {
  const { error } = await searchParams;
  return error === undefined ? t("setUpTitle") : ui("errorTitle", { title: t("setUpTitle") });
});

/** After the password, for a role that must have a second factor. The session begins only with that. */
export default async function SetUpPage({ searchParams }: Props) {
  await readerLanguage();
  const [{ next, error }, given, settings] = await Promise.all([searchParams, headers(), loadSettings()]);
  const begun = await setupIn(given);
  if (!begun?.setup.secret) redirect(`/sign-in?error=over&next=${encodeURIComponent(safeNext(next))}`);
  const { secret, codes } = begun.setup;
  const faults = faultWords(faultInAddress(error), "second-factor");
  return (
    <SignInFrame settings={settings} at={registerTime(settings)}>
      <UnknownInAddress />
      <h1>{t("setUpTitle")}</h1>
      <ErrorSummary title={ui("problem")} errors={faults} attempt={0} />
      <p className="mb-4">{t("setUpRequired")}</p>
      <SetUp
        action="/api/auth/second-step"
        next={safeNext(next)}
        secret={secret}
        address={deviceAddress(secret, { issuer: shell("name"), account: begun.account })}
        codes={codes}
        errors={byField(faults)}
        passkey={passkeyOrigin(given) === null ? null : "set-up"}
      />
    </SignInFrame>
  );
}
