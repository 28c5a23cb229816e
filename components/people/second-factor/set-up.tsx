import { buttonLook } from "@/components/ui/looks";
import { QrCode } from "@/components/ui/marks/qr-code";
import { translator } from "@/lib/i18n/translator";
import { CodeField } from "./code-field";
import { RecoveryCodes } from "./recovery-codes";

const t = translator("second-factor");

interface Props {
  /** Where the form goes, and the values it sends along. */
  action: string;
  next?: string;
  secret: string;
  /** The address that the picture encodes for an authenticator. */
  address: string;
  codes: readonly string[];
  error: string | undefined;
}

/** Three steps on one page, so that no secret is shown twice. A plain form. */
export function SetUp({ action, next, secret, address, codes, error }: Props) {
  return (
    <form method="post" action={action} className="steps">
      {next === undefined ? null : (
        <input className="hover:bg-sunken" type="hidden" name="next" value={next} />
      )}
      <section>
        <h2 className="mb-2">{t("scan")}</h2>
        <p className="text-muted mb-2">{t("scanText")}</p>
        <QrCode text={address} label={t("qr")} />
        <p className="text-muted mb-1">{t("secret")}</p>
        <p className="mb-4">
          <code className="text-[0.9375rem]/7 font-medium font-mono">
            {(secret.match(/.{1,4}/g) ?? []).join(" ")}
          </code>
        </p>
      </section>
      <section>
        <h2 className="mb-2">{t("keep")}</h2>
        <p className="text-muted mb-2">{t("keepText")}</p>
        <RecoveryCodes codes={codes} />
      </section>
      <section>
        <h2 className="mb-2">{t("confirm")}</h2>
        <CodeField label={t("code")} hint={t("confirmHint")} error={error} digits />
        <button className={buttonLook("primary large")}>{t("confirmSubmit")}</button>
      </section>
    </form>
  );
}
