import { headers } from "next/headers";
import { PasskeyFields } from "@/components/people/second-factor/passkey-fields";
import { RecoveryCodes } from "@/components/people/second-factor/recovery-codes";
import { SetUp } from "@/components/people/second-factor/set-up";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { buttonLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { ownSetup } from "@/lib/auth/second-factor/own-factor";
import { passkeyOrigin } from "@/lib/auth/second-factor/passkeys";
import { requireActorPage } from "@/lib/auth/page";
import { deviceAddress } from "@/lib/auth/second-factor/totp";
import { byField, faultWords } from "@/lib/i18n/words/fault-words";
import { translator } from "@/lib/i18n/translator";
import type { PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("second-factor");
const ui = translator("ui");
const shell = translator("shell");
const CONFIRM = "/api/auth/second-factor/confirm";

export const generateMetadata = titled<PageOf>(async ({ searchParams }) => {
  const { error } = await searchParams;
  return error === undefined ? t("heading") : ui("errorTitle", { title: t("heading") });
});

/** The set-up that was begun with the password, until it is confirmed. */
export default async function SecondFactorPage({ searchParams }: PageOf) {
  const [{ actor }, { error }, given] = await Promise.all([requireActorPage(), searchParams, headers()]);
  const setup = await ownSetup(actor);
  if (!setup) return <Over />;
  const { secret, codes } = setup;
  const faults = faultWords(faultInAddress(error), "second-factor");
  const errors = byField(faults);
  const passkeysHere = passkeyOrigin(given) !== null;
  const words = wordsOf(setup);
  return (
    <div className="max-w-2xl">
      <PageHead title={words.title} />
      <ErrorSummary title={ui("problem")} errors={faults} attempt={0} />
      <p className="mb-4">{words.text}</p>
      {secret ? (
        <SetUp
          action={CONFIRM}
          secret={secret}
          address={deviceAddress(secret, { issuer: shell("name"), account: actor.email })}
          codes={codes}
          errors={errors}
          passkey={passkeysHere ? "add" : null}
        />
      ) : codes.length === 0 ? (
        <form method="post" action={CONFIRM}>
          <PasskeyFields
            use="add"
            label={t("passkey.addSubmit")}
            look="primary large"
            error={errors.get("passkey")}
          />
        </form>
      ) : (
        <form method="post" action={CONFIRM}>
          <p className="text-muted mb-2">{t("keepText")}</p>
          <RecoveryCodes codes={codes} />
          <button className={buttonLook("primary large")}>{t("kept")}</button>
        </form>
      )}
    </div>
  );
}

function wordsOf({ secret, codes }: { secret: string | null; codes: readonly string[] }) {
  if (secret !== null) return { title: t("setUpTitle"), text: t("setUpText") };
  if (codes.length === 0) return { title: t("passkey.add"), text: t("passkey.addText") };
  return { title: t("newCodesTitle"), text: t("newCodesText") };
}

const Over = () => (
  <EmptyState level={1} title={t("overTitle")} text={t("over")}>
    <a className={buttonLook()} href="/profile">
      {t("toProfile")}
    </a>
  </EmptyState>
);
