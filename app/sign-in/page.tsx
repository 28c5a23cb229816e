import { SignInFrame } from "@/components/people/sign-in/frame";
import { ProviderLink } from "@/components/people/sign-in/provider-link";
import { SignInForm, type Problem, type SignInWords } from "@/components/people/sign-in/sign-in-form";
import { LanguageSwitch } from "@/components/ui/language/language-choice";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { readerLanguage } from "@/lib/auth/page";
import { safeNext } from "@/lib/auth/safe-next";
import { isSingleSignOn } from "@/lib/auth/sign-in/single-sign-on/provider";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { registerTime } from "../register-time";
import { UnknownInAddress } from "../unknown-in-address";
import { titled } from "../titled";

const t = translator("sign-in");
const provider = translator("single-sign-on");

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
}

export const generateMetadata = titled<Props>(async ({ searchParams }) => {
  const { error } = await searchParams;
  return error === undefined ? t("title") : `${t("errorPrefix")} ${t("title")}`;
});

export default async function SignInPage({ searchParams }: Props) {
  const [{ next, error }, settings, language] = await Promise.all([
    searchParams,
    loadSettings(),
    readerLanguage(),
  ]);
  return (
    <SignInFrame settings={settings} at={registerTime(settings)}>
      <UnknownInAddress />
      <h1 className="mb-6">{t("title")}</h1>
      {isSingleSignOn() ? <ProviderLink next={safeNext(next)} /> : null}
      <SignInForm
        next={safeNext(next)}
        isSecond={isSingleSignOn()}
        problems={problemsFrom(error)}
        words={signInWords()}
      />
      <p className="text-muted mt-6 max-w-[52ch]">{t("rules")}</p>
      <LanguageSwitch now={language} next={safeNext(next)} label={t("language")} />
    </SignInFrame>
  );
}

/** Problems from the address: `error=CredentialsSignin`, `error=slow-down:2` or `error=password:missing`. */
function problemsFrom(error: string | string[] | undefined): Problem[] {
  return [error ?? []]
    .flat()
    .slice(0, 2)
    .flatMap((one) => {
      if (one === "CredentialsSignin") return [{ field: "email", message: t("errors.wrong") }];
      if (one === "over") return [{ message: t("errors.over") }];
      if (isProviderFault(one)) return [{ message: provider(`errors.${one}`) }];
      const fault = faultInAddress(one);
      if (fault?.code === "slow-down") return [{ message: t("errors.slow", { minutes: fault.minutes }) }];
      if (fault?.code !== "missing" || (fault.field !== "email" && fault.field !== "password")) return [];
      return [{ field: fault.field, message: t(`errors.${fault.field}`) }];
    });
}

const PROVIDER_FAULTS = ["provider-away", "provider-refused", "identity-unknown", "no-group"] as const;
const isProviderFault = (code: string): code is (typeof PROVIDER_FAULTS)[number] =>
  PROVIDER_FAULTS.some((one) => one === code);

function signInWords(): SignInWords {
  return {
    email: t("email"),
    password: t("password"),
    show: t("show"),
    hide: t("hide"),
    showLabel: t("showLabel"),
    hideLabel: t("hideLabel"),
    submit: t("submit"),
    submitting: t("submitting"),
    problem: t("problem"),
    errorPrefix: t("errorPrefix"),
    emailMissing: t("errors.email"),
    passwordMissing: t("errors.password"),
    wrong: t("errors.wrong"),
    slowOne: t("errors.slow", { minutes: 1 }),
    // Only the browser knows the number: the plural sentence, with a placeholder for it.
    slowMany: t("errors.slow", { minutes: 5 }).replace("5", "#"),
    unreachable: t("errors.unreachable"),
  };
}
