import { CodeField } from "@/components/people/second-factor/code-field";
import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";
import { momentIn } from "@/lib/i18n/dates";
import { CurrentPassword } from "./current-password";

const t = translator("second-factor");

interface Props {
  email: string;
  factor: { since: string; codesLeft: number } | null;
  required: boolean;
  timeZone: string;
  errors: ReadonlyMap<string, string>;
}

/** Whether there is a second factor, and a plain form to change it. It asks for both factors where there are two. */
export function SecondFactor({ email, factor, required, timeZone, errors }: Props) {
  return (
    <>
      <p>
        {factor ? t("since", { when: momentIn(timeZone, factor.since) }) : t("none")}{" "}
        {factor ? t("codesLeft", { left: factor.codesLeft }) : null} {required ? t("required") : null}
      </p>
      {factor ? null : <p className="text-muted">{t("noneText")}</p>}
      <form method="post" action="/api/auth/second-factor/begin" className="mt-4">
        <CurrentPassword id="factor-current" label={t("current")} {...{ email, errors }} />
        {factor ? (
          <CodeField
            id="factor-code"
            label={t("code")}
            hint={t("codeHint")}
            error={errors.get("factor-code")}
          />
        ) : null}
        <p className="flex flex-wrap gap-3">
          <button className={buttonLook()}>{factor ? t("renew") : t("begin")}</button>
          {factor ? (
            <button className={buttonLook("danger")} formAction="/api/auth/second-factor/remove">
              {t("remove")}
            </button>
          ) : null}
        </p>
        {factor && required ? <p className="text-muted">{t("removeRequired")}</p> : null}
      </form>
    </>
  );
}
