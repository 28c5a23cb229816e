import { getTranslations } from "next-intl/server";
import { momentIn, zoneName } from "@/lib/i18n/when";

export interface MarkingSettings {
  demonstration: boolean;
  marking: string;
  timeZone: string;
}

/** What this is, on every page and every print; a demonstration also says on which clock it runs. */
export async function Marking({ settings, at }: { settings: MarkingSettings; at?: string | undefined }) {
  const { demonstration, marking, timeZone } = settings;
  if (!demonstration && marking === "") return null;
  const t = await getTranslations("shell");
  return (
    <aside className="marking" aria-label={t("marking")}>
      {demonstration ? <b>{t("demonstration")}</b> : null}
      {marking === "" ? null : <span>{marking}</span>}
      {demonstration && at ? (
        <span>{t("demonstrationClock", { when: momentIn(timeZone, at), zone: zoneName(timeZone) })}</span>
      ) : null}
    </aside>
  );
}
