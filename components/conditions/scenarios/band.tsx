import { translator } from "@/lib/i18n/translator";

const t = translator("scenarios");

/** On screen and on paper, wherever figures rest on assumptions. */
export function Band() {
  return (
    <p className="scband" role="note">
      <b>{t("band.title")}</b> {t("band.text")}
    </p>
  );
}
