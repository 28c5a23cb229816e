import { translator } from "@/lib/i18n/translator";

const t = translator("mine");

export function NothingOfMine() {
  return (
    <div className="state">
      <h2>{t("nothing.title")}</h2>
      <p>{t("nothing.text")}</p>
    </div>
  );
}
