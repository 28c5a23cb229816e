import { cookies, headers } from "next/headers";
import { ChoicesForm } from "@/components/inbox/choices-form";
import { AccountFacts } from "@/components/people/profile/account";
import { OwnIdentity } from "@/components/people/profile/own-identity";
import { KeysChoice } from "@/components/people/profile/keys-choice";
import { PasswordForm } from "@/components/people/profile/password-form";
import { SecondFactor } from "@/components/people/profile/second-factor";
import { Sessions } from "@/components/people/profile/sessions";
import { ErrorSummary } from "@/components/ui/errors/error-summary";
import { LanguageChoice } from "@/components/ui/language/language-choice";
import { buttonLook, noticeLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { ThemeChoice } from "@/components/ui/theme-choice";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { mustHaveFactor } from "@/lib/domain/people/power";
import { mayUsePassword } from "@/lib/auth/sign-in/break-glass";
import { faultInAddress } from "@/lib/auth/sign-in/faults";
import { ownFactor } from "@/lib/auth/second-factor/own-factor";
import { passkeyOrigin } from "@/lib/auth/second-factor/passkeys";
import { requireActorPage } from "@/lib/auth/page";
import { isSingleSignOn } from "@/lib/auth/sign-in/single-sign-on/provider";
import { byField, faultWords } from "@/lib/i18n/words/fault-words";
import { registerZone } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadInboxChoices } from "@/lib/inbox/inbox/queries";
import { loadOwnIdentity } from "@/lib/people/identities/queries";
import { loadOwnSessions } from "@/lib/people/people/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadNames } from "../names";
import { textOf, type PageOf } from "../search";
import { titled } from "../../titled";

const t = translator("profile");
const ui = translator("ui");
const secondFactor = translator("second-factor");
const inbox = translator("inbox");
const provider = translator("single-sign-on");
const tokens = translator("tokens");
const webhooks = translator("webhooks");

/** A Map, because the address can contain any text, even the name of a member that every object has. */
const DONE: ReadonlyMap<string | null, () => string> = new Map([
  ["password", () => t("changed")],
  ["proven", () => provider("proven")],
  ["identity", () => provider("own.done")],
  ["sessions", () => t("session.done")],
  ["language", () => t("language.done")],
  ["second-factor", () => secondFactor("done.set")],
  ["recovery-codes", () => secondFactor("done.codes")],
  ["second-factor-removed", () => secondFactor("done.removed")],
  ["passkey", () => secondFactor("done.passkey")],
  ["passkey-removed", () => secondFactor("done.passkeyRemoved")],
]);

export const generateMetadata = titled<PageOf>(async ({ searchParams }) => {
  const { error } = await searchParams;
  return error === undefined ? t("title") : ui("errorTitle", { title: t("title") });
});

export default async function ProfilePage({ searchParams }: PageOf) {
  const [{ actor, at }, search, jar, given] = await Promise.all([
    requireActorPage(),
    searchParams,
    cookies(),
    headers(),
  ]);
  const [names, factor, settings, choices, sessions, identity] = await Promise.all([
    loadNames(actor, at),
    ownFactor(actor),
    loadSettings(),
    loadInboxChoices(actor),
    loadOwnSessions(actor),
    isSingleSignOn() ? loadOwnIdentity(actor) : null,
  ]);
  const done = DONE.get(textOf(search.done))?.();
  const isChosen = textOf(search.done) === "choices";
  const faults = faultWords(faultInAddress(search.error), "profile");
  const theme = jar.get("theme")?.value;
  return (
    <>
      <PageHead title={t("title")} />
      <ErrorSummary title={ui("problem")} errors={faults} attempt={0} />
      {done ? (
        <p className={noticeLook("done")} role="status">
          {done}
        </p>
      ) : null}
      <div className="grid items-start gap-x-10 xl:grid-cols-2">
        <div className="max-w-2xl">
          <Section title={t("account")}>
            <AccountFacts actor={actor} names={names.participants} />
          </Section>
          <section className="section">
            <header>
              <h2 id="display">{t("display")}</h2>
            </header>
            <LanguageChoice
              chosen={actor.language ?? null}
              words={{
                label: t("language.label"),
                hint: t("language.hint"),
                browser: t("language.browser"),
                save: t("language.save"),
              }}
            />
            <ThemeChoice
              theme={theme === "light" || theme === "dark" ? theme : "system"}
              legend={ui("theme.legend")}
              words={{ system: ui("theme.system"), light: ui("theme.light"), dark: ui("theme.dark") }}
            />
            <KeysChoice
              off={jar.get("keys")?.value === "off"}
              legend={t("keysLegend")}
              hint={t("keysHint")}
              words={{ on: t("keysOn"), off: t("keysOff") }}
            />
          </section>
          {mayUsePassword(actor.email) ? (
            <Section title={t("password")}>
              <PasswordForm email={actor.email} errors={byField(faults)} />
            </Section>
          ) : null}
          {isSingleSignOn() ? (
            <Section title={provider("own.heading")} anchor="identity">
              <OwnIdentity identity={identity} />
            </Section>
          ) : null}
          <Section title={secondFactor("heading")} anchor="second-factor">
            <SecondFactor
              email={actor.email}
              factor={factor}
              required={mustHaveFactor(actor, settings.secondFactorFor)}
              byOrganisation={!mayUsePassword(actor.email)}
              passkeysHere={passkeyOrigin(given) !== null}
              errors={byField(faults)}
            />
          </Section>
        </div>
        <div className="max-w-2xl">
          {choices.ok ? (
            <Section title={inbox("choose.heading")} anchor="inbox">
              {isChosen ? (
                <p className={noticeLook("done mb-4")} role="status">
                  {inbox("done.choices")}
                </p>
              ) : null}
              <ChoicesForm
                actor={actor}
                choices={choices.value}
                registersZone={registerZone()}
                errors={byField(faults)}
              />
            </Section>
          ) : null}
          <Section title={tokens("title")} anchor="tokens">
            <p className="text-muted mb-4">{tokens("linkText")}</p>
            <a className={buttonLook()} href="/profile/tokens">
              {tokens("link")}
            </a>{" "}
            {mayReadRegister(actor) ? (
              <a className={buttonLook()} href="/profile/webhooks">
                {webhooks("title")}
              </a>
            ) : null}
          </Section>
          <Section title={t("sessions")} anchor="sessions">
            <Sessions sessions={sessions.ok ? sessions.value : []} />
          </Section>
        </div>
      </div>
    </>
  );
}
