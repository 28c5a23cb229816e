import { getTranslations } from "next-intl/server";
import { momentIn, zoneName } from "@/lib/i18n/when";

export interface MarkingSettings {
  demonstration: boolean;
  marking: string;
  timeZone: string;
}

/** On every page and print. A demonstration also says which clock it uses. */
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
