import { NewPasswordFields } from "@/components/people/set-password/new-password-fields";
import { describedBy, LabelledField } from "@/components/ui/field";
import { translator } from "@/lib/i18n/translator";

const t = translator("profile");
const ui = translator("ui");

/** A plain form for one's own password. */
export function PasswordForm({ email, errors }: { email: string; errors: ReadonlyMap<string, string> }) {
  const errorPrefix = ui("errorPrefix");
  const words = { password: t("new"), passwordHint: t("newHint"), again: t("again"), errorPrefix };
  return (
    <form method="post" action="/api/auth/password">
      <input
        className="vh"
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        readOnly
        tabIndex={-1}
        aria-hidden
      />
      <LabelledField
        id="current"
        label={t("current")}
        error={errors.get("current")}
        errorPrefix={errorPrefix}
      >
        <input
          className="input"
          id="current"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          {...describedBy("current", { error: errors.get("current") })}
        />
      </LabelledField>
      <NewPasswordFields words={words} errors={errors} />
      <button className="btn primary">{t("change")}</button>
    </form>
  );
}
