import { PageHead } from "@/components/ui/page/page-head";
import { Section } from "@/components/ui/page/section";
import { MailFacts } from "@/components/workspace/settings/mail-facts";
import { SettingsFacts } from "@/components/workspace/settings/settings-facts";
import { SettingsForm } from "@/components/workspace/settings/settings-form";
import { roleNames, settingsWords, timeZones } from "@/components/workspace/settings/words";
import { RefusedAndNoted } from "../../refused";
import { requireActorPage } from "@/lib/auth/page";
import { isSingleSignOn } from "@/lib/auth/sign-in/single-sign-on/provider";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { loadMailStatus } from "@/lib/inbox/mail/queries";
import { translator } from "@/lib/i18n/translator";
import { loadSettingsWithOrigins } from "@/lib/workspace/settings/queries";
import { titled } from "../../../titled";
import { GroupsSection } from "./groups";

const t = translator("settings");

export const generateMetadata = titled(() => t("title"));

export default async function SettingsPage() {
  const { actor, at } = await requireActorPage();
  const [loaded, mail] = await Promise.all([loadSettingsWithOrigins(actor), loadMailStatus(actor)]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/admin/settings" />;

  const mayKeep = mayKeepPeople(actor);
  const { version, timeZone, marking, staleDays, mandateDays, secondFactorFor } = loaded.value;
  return (
    <>
      <PageHead title={t("title")} />
      <p className="text-muted mb-4">{t("intro")}</p>
      <SettingsFacts settings={loaded.value} />
      {mail.ok ? <MailFacts mail={mail.value} /> : null}
      {mayKeep ? (
        <Section title={t("change")}>
          <SettingsForm
            settings={{ version, timeZone, marking, staleDays, mandateDays, secondFactorFor }}
            title={t("title")}
            zones={timeZones(timeZone)}
            roles={roleNames()}
            words={settingsWords()}
          />
        </Section>
      ) : (
        <p className="text-muted mt-4">{t("readOnly")}</p>
      )}
      {isSingleSignOn() ? <GroupsSection actor={actor} at={at} /> : null}
    </>
  );
}
