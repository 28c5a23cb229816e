import { buttonLook } from "@/components/ui/looks";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("single-sign-on");

/** Whether the account is connected to its holder's identity at the provider, and a link that connects it. */
export function OwnIdentity({ identity }: { identity: { boundAt: string } | null }) {
  return (
    <>
      <p className="mb-4">
        {identity ? t("own.bound", { when: shortMoment(identity.boundAt) }) : t("own.none")}
      </p>
      <a className={buttonLook()} href="/api/auth/single-sign-on?bind=">
        {t(identity ? "own.replace" : "own.connect")}
      </a>
    </>
  );
}
