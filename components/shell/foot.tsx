import { longMomentIn } from "@/lib/i18n/dates";
import { longMoment, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { PageAddress } from "./page-address";

const t = translator("shell");

/** The view's address and its moment, which a printed page needs. */
export function Foot({ at }: { at: string }) {
  const when = longMoment(at);
  const utc = longMomentIn("UTC", at).split(", ").at(-1) ?? "";
  return (
    <div className="foot flex-wrap justify-between gap-y-1 gap-x-4 mt-8 pt-3 border-t border-t-rule text-subtle text-caption max-md:flex-col">
      <PageAddress />
      <span>{t("footer", { when, zone: registerZoneName(), utc })}</span>
    </div>
  );
}
