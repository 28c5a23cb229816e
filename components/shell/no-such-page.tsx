import { getTranslations } from "next-intl/server";

/** Also shown for a page that a role may not see. Its title is here: Next asks such a page for no metadata. */
export async function NoSuchPage() {
  const t = await getTranslations("shell.notFound");
  return (
    <div className="state">
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>
        <a href="/">{t("home")}</a>
      </p>
    </div>
  );
}
