import { NewPasswordFields } from "@/components/people/set-password/new-password-fields";
import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";
import { CurrentPassword } from "./current-password";

const t = translator("profile");
const ui = translator("ui");

/** A plain form for the user's own password. */
export function PasswordForm({ email, errors }: { email: string; errors: ReadonlyMap<string, string> }) {
  const errorPrefix = ui("errorPrefix");
  const words = { password: t("new"), passwordHint: t("newHint"), again: t("again"), errorPrefix };
  return (
    <form method="post" action="/api/auth/password">
      <CurrentPassword id="current" label={t("current")} {...{ email, errors }} />
      <NewPasswordFields words={words} errors={errors} />
      <button className={buttonLook("primary")}>{t("change")}</button>
    </form>
  );
}
