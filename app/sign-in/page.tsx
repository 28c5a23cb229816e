import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInFrame } from "@/components/sign-in/frame";
import { SignInForm, type Problem, type SignInWords } from "@/components/sign-in/sign-in-form";
import { LanguageSwitch } from "@/components/ui/language-choice";
import { faultIn } from "@/lib/auth/faults";
import { readerLanguage } from "@/lib/auth/page";
import { safeNext } from "@/lib/auth/safe-next";
import { loadSettings } from "@/lib/settings/queries";
import { registerTime } from "../register-time";

interface Props {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  await readerLanguage();
  const [t, { error }] = await Promise.all([getTranslations("sign-in"), searchParams]);
  return { title: error === undefined ? t("title") : `${t("errorPrefix")} ${t("title")}` };
}

export default async function SignInPage({ searchParams }: Props) {
  const [t, { next, error }, settings, language] = await Promise.all([
    getTranslations("sign-in"),
    searchParams,
    loadSettings(),
    readerLanguage(),
  ]);
  return (
    <SignInFrame settings={settings} at={registerTime(settings)}>
      <h1>{t("title")}</h1>
      <SignInForm next={safeNext(next)} told={toldBy(error, t)} words={wordsOf(t)} />
      <p className="muted rules">{t("rules")}</p>
      <LanguageSwitch now={language} next={safeNext(next)} label={t("language")} />
    </SignInFrame>
  );
}

type Say = Awaited<ReturnType<typeof getTranslations<"sign-in">>>;

/** What next-auth's answer says in the address, as `error=CredentialsSignin` or `error=slow-down:2`. */
function toldBy(error: unknown, t: Say): Problem[] {
  if (error === "CredentialsSignin") return [{ field: "email", message: t("errors.wrong") }];
  if (error === "over") return [{ message: t("errors.over") }];
  const fault = faultIn(error);
  return fault?.code === "slow-down" ? [{ message: t("errors.slow", { minutes: fault.minutes }) }] : [];
}

function wordsOf(t: Say): SignInWords {
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
    // The number is known to the browser alone: the form of the sentence for most numbers, with its number left open.
    slowMany: t("errors.slow", { minutes: 5 }).replace("5", "#"),
    unreachable: t("errors.unreachable"),
  };
}
