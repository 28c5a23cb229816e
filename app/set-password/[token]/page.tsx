import { NewPasswordFields } from "@/components/people/set-password/new-password-fields";
import { SignInFrame } from "@/components/people/sign-in/frame";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { buttonLook } from "@/components/ui/looks";
import { mayUsePassword } from "@/lib/auth/sign-in/break-glass";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { holderOfLink } from "@/lib/auth/link";
import { readerLanguage } from "@/lib/auth/page";
import { isSingleSignOn } from "@/lib/auth/sign-in/single-sign-on/provider";
import { byField, faultWords } from "@/lib/i18n/words/fault-words";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { registerTime } from "../../register-time";
import { UnknownInAddress } from "../../unknown-in-address";
import { titled } from "../../titled";

const t = translator("set-password");
const ui = translator("ui");
const provider = translator("single-sign-on");

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<{ error?: string | string[] }>;
}

export const generateMetadata = titled<Props>(async ({ searchParams }) => {
  const { error } = await searchParams;
  return error === undefined ? t("title") : ui("errorTitle", { title: t("title") });
});

export default async function SetPasswordPage({ params, searchParams }: Props) {
  await readerLanguage();
  const [{ token }, { error }, settings] = await Promise.all([params, searchParams, loadSettings()]);
  const holder = await holderOfLink(token);
  return (
    <SignInFrame settings={settings} at={registerTime(settings)}>
      <UnknownInAddress />
      {holder ? (
        <Form token={token} holder={holder} faults={faultWords(faultInAddress(error), "set-password")} />
      ) : (
        <>
          <h1>{t("overTitle")}</h1>
          <p>{t("over")}</p>
          <p>
            <a href="/sign-in">{t("signIn")}</a>
          </p>
        </>
      )}
    </SignInFrame>
  );
}

function Form({
  token,
  holder,
  faults,
}: {
  token: string;
  holder: { name: string; email: string };
  faults: ReturnType<typeof faultWords>;
}) {
  const words = {
    password: t("password"),
    passwordHint: t("passwordHint"),
    again: t("again"),
    errorPrefix: ui("errorPrefix"),
  };
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="text-muted mb-4">{t("for", { name: holder.name, email: holder.email })}</p>
      <ErrorSummary title={ui("problem")} errors={faults} attempt={0} />
      {mayUsePassword(holder.email) ? (
        <form method="post" action="/api/auth/set-password">
          <input className="hover:bg-sunken" type="hidden" name="token" value={token} />
          <input
            className="sr-only hover:bg-sunken"
            type="email"
            name="email"
            autoComplete="username"
            value={holder.email}
            readOnly
            tabIndex={-1}
            aria-hidden
          />
          <NewPasswordFields words={words} errors={byField(faults)} />
          <button className={buttonLook("primary large full w-full")}>{t("submit")}</button>
        </form>
      ) : null}
      {isSingleSignOn() ? (
        <>
          <p className="mt-6">{provider("link.text")}</p>
          <a
            className={buttonLook("large full w-full")}
            href={`/api/auth/single-sign-on?link=${encodeURIComponent(token)}`}
          >
            {provider("link.button")}
          </a>
        </>
      ) : null}
      <p className="text-muted mt-6 max-w-[52ch]">{t("rules")}</p>
    </>
  );
}
