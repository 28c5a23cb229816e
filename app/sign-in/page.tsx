import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignInFrame } from "@/components/sign-in/frame";
import { SignInForm, type SignInWords } from "@/components/sign-in/sign-in-form";
import { safeNext } from "@/lib/auth/safe-next";
import { loadSettings } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in");
  return { title: t("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const [t, { next }, settings] = await Promise.all([
    getTranslations("sign-in"),
    searchParams,
    loadSettings(),
  ]);
  return (
    <SignInFrame settings={settings}>
      <h1>{t("title")}</h1>
      <SignInForm next={safeNext(next)} words={wordsOf(t)} />
      <noscript>
        <p className="notice">{t("noScript")}</p>
      </noscript>
      <p className="muted rules">{t("rules")}</p>
    </SignInFrame>
  );
}

function wordsOf(t: Awaited<ReturnType<typeof getTranslations<"sign-in">>>): SignInWords {
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
    // The number is known to the browser alone: any plural form of the sentence, with its number left open.
    slowMany: t("errors.slow", { minutes: 2 }).replace("2", "#"),
    unreachable: t("errors.unreachable"),
  };
}
