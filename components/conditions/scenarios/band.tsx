import { translator } from "@/lib/i18n/translator";

const t = translator("scenarios");

/** On screen and on paper, wherever figures rest on assumptions. */
export function Band() {
  return (
    <p
      className="mb-4 px-4 py-3 border-2 border-dashed border-waiting bg-waiting-tint [print-color-adjust:exact]"
      role="note"
    >
      <b>{t("band.title")}</b> {t("band.text")}
    </p>
  );
}
