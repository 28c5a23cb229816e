import { buttonLook } from "@/components/ui/looks";
import { momentIn } from "@/lib/i18n/dates";
import { translator } from "@/lib/i18n/translator";

const t = translator("single-sign-on");

/** Whether the account is connected to its holder's identity at the provider, and a link that connects it. */
export function OwnIdentity({
  identity,
  timeZone,
}: {
  identity: { boundAt: string } | null;
  timeZone: string;
}) {
  return (
    <>
      <p className="mb-4">
        {identity ? t("own.bound", { when: momentIn(timeZone, identity.boundAt) }) : t("own.none")}
      </p>
      <a className={buttonLook()} href="/api/auth/single-sign-on?bind=">
        {t(identity ? "own.replace" : "own.connect")}
      </a>
    </>
  );
}
