// Words of the button that uses a passkey: the browser gets only these.
import { translator } from "@/lib/i18n/translator";

const t = translator("second-factor");

export type PasskeyWords = ReturnType<typeof passkeyWords>;

export const passkeyWords = () => ({
  waiting: t("passkey.waiting"),
  confirmed: t("passkey.confirmed"),
  offline: t("passkey.fault.offline"),
  over: t("passkey.fault.over"),
  cancelled: t("passkey.fault.cancelled"),
  known: t("passkey.fault.known"),
});
