import { buttonLook } from "@/components/ui/looks";
import { QrCode } from "@/components/ui/marks/qr-code";
import { translator } from "@/lib/i18n/translator";
import { CodeField } from "./code-field";
import { PasskeyFields } from "./passkey-fields";
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
  errors: ReadonlyMap<string, string>;
  /** A passkey can replace a device's codes; null if passkeys don't work at this address. */
  passkey: "add" | "set-up" | null;
}

/** Three steps on one page, so that no secret is shown twice. A plain form. */
export function SetUp({ action, next, secret, address, codes, errors, passkey }: Props) {
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
        <CodeField label={t("code")} hint={t("confirmHint")} error={errors.get("code")} digits />
        <button className={buttonLook("primary large")}>{t("confirmSubmit")}</button>
      </section>
      {passkey ? (
        <section>
          <h2 className="mb-2">{t("passkey.setUp")}</h2>
          <p className="text-muted mb-2">{t("passkey.setUpText")}</p>
          <PasskeyFields use={passkey} label={t("passkey.setUpSubmit")} error={errors.get("passkey")} />
        </section>
      ) : null}
    </form>
  );
}
