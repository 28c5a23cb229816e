import { getTranslations } from "next-intl/server";
import { longMomentIn, zoneName } from "@/lib/i18n/when";
import { PageAddress } from "./page-address";

/** The view's address and its moment, which a printed page needs. */
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
