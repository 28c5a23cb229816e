import { getTranslations } from "next-intl/server";
import { longMomentIn, zoneName } from "@/lib/i18n/when";
import { PageAddress } from "./page-address";

/** The address of the view and the moment it shows, as a print needs them. */
export async function Foot({ at, timeZone }: { at: string; timeZone: string }) {
  const t = await getTranslations("shell");
  const when = longMomentIn(timeZone, at);
  const utc = longMomentIn("UTC", at).split(", ").at(-1) ?? "";
  return (
    <div className="foot">
      <PageAddress />
      <span>{t("footer", { when, zone: zoneName(timeZone), utc })}</span>
    </div>
  );
}
