import { CodeField } from "@/components/people/second-factor/code-field";
import { PasskeyButton } from "@/components/people/second-factor/passkey-button";
import { passkeyWords } from "@/components/people/second-factor/passkey-words";
import { buttonLook, errorLook } from "@/components/ui/looks";
import { shortMoment } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { CurrentPassword } from "./current-password";

const t = translator("second-factor");

interface OwnFactor {
  since: string;
  codesLeft: number;
  hasDevice: boolean;
  passkeys: readonly { id: string; name: string; madeAt: string; usedAt: string | null }[];
}

interface Props {
  email: string;
  factor: OwnFactor | null;
  required: boolean;
  /** It has no password: its organisation signs it in. */
  byOrganisation: boolean;
  /** Whether browsers use passkeys at this address. */
  passkeysHere: boolean;
  errors: ReadonlyMap<string, string>;
}

/** Whether there is a second factor, and a plain form to change it. It asks for both factors where there are two. */
export function SecondFactor({ email, factor, required, byOrganisation, passkeysHere, errors }: Props) {
  if (byOrganisation && !factor) return <p>{t("byOrganisation")}</p>;
  return (
    <>
      <p>
        {factor ? t("since", { when: shortMoment(factor.since) }) : t("none")}{" "}
        {factor ? t("codesLeft", { left: factor.codesLeft }) : null} {required ? t("required") : null}
      </p>
      {factor ? (
        <Parts factor={factor} error={errors.get("factor-list")} />
      ) : (
        <p className="text-muted">{t("noneText")}</p>
      )}
      <form method="post" action="/api/auth/second-factor/begin" className="mt-4">
        <CurrentPassword id="factor-current" label={t("current")} {...{ email, errors }} />
        {factor ? (
          <>
            <Proofs factor={factor} passkeysHere={passkeysHere} errors={errors} />
            <Changes factor={factor} passkeysHere={passkeysHere} />
          </>
        ) : (
          <button className={buttonLook()}>{t("begin")}</button>
        )}
        {factor && required ? <p className="text-muted">{t("removeRequired")}</p> : null}
      </form>
    </>
  );
}

function Parts({ factor: { hasDevice, passkeys }, error }: { factor: OwnFactor; error: string | undefined }) {
  const lastUsed = (usedAt: string | null): string =>
    usedAt === null ? t("passkey.unused") : t("passkey.used", { when: shortMoment(usedAt) });
  return (
    <>
      <p className={errorLook()}>{error}</p>
      <ul id="factor-list" aria-label={t("passkey.parts")} className="watch-list mt-2 max-w-[76ch]">
        {hasDevice ? (
          <li className="px-0 py-1.5 border-b border-b-rule">
            <strong>{t("passkey.device")}</strong>
          </li>
        ) : null}
        {passkeys.map(({ id, name, madeAt, usedAt }) => (
          <li key={id} className="px-0 py-1.5 border-b border-b-rule">
            <strong className="wrap-anywhere">{name}</strong> · {t("passkey.word")}
            <br />
            <span className="text-muted">
              {t("passkey.made", { when: shortMoment(madeAt) })} · {lastUsed(usedAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Either is enough, in addition to the password. */
function Proofs({
  factor: { hasDevice, codesLeft, passkeys },
  passkeysHere,
  errors,
}: {
  factor: OwnFactor;
  passkeysHere: boolean;
  errors: ReadonlyMap<string, string>;
}) {
  const byPasskey = passkeysHere && passkeys.length > 0;
  return (
    <>
      {hasDevice || codesLeft > 0 ? (
        <CodeField
          id="factor-code"
          label={t("code")}
          hint={t("codeHint")}
          error={errors.get("factor-code")}
          required={!byPasskey}
        />
      ) : null}
      {byPasskey ? (
        <PasskeyButton
          id="factor-passkey"
          use="change"
          label={t("passkey.change")}
          error={errors.get("factor-passkey")}
          words={passkeyWords()}
        />
      ) : null}
    </>
  );
}

/** Enter presses the first button, so that one removes nothing. */
function Changes({
  factor: { hasDevice, passkeys },
  passkeysHere,
}: {
  factor: OwnFactor;
  passkeysHere: boolean;
}) {
  return (
    <p className="flex flex-wrap gap-3">
      <button className={buttonLook()} name="what" value="codes">
        {t("renew")}
      </button>
      {passkeysHere ? (
        <button className={buttonLook()} name="what" value="passkey">
          {t("passkey.add")}
        </button>
      ) : null}
      {hasDevice ? null : (
        <button className={buttonLook()} name="what" value="device">
          {t("passkey.setUpDevice")}
        </button>
      )}
      {passkeys.map(({ id, name }) => (
        <button
          key={id}
          className={buttonLook("wrap-anywhere")}
          name="remove"
          value={id}
          formAction="/api/auth/passkeys/remove"
        >
          {t("passkey.removeOf", { name })}
        </button>
      ))}
      <button className={buttonLook("danger")} formAction="/api/auth/second-factor/remove">
        {t("remove")}
      </button>
    </p>
  );
}
