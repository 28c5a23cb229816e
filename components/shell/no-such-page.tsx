import { getTranslations } from "next-intl/server";

/** Also what a role sees at the address of something it may not see: the two look the same. Its title stands here,
    because Next asks a page that isn't found for no metadata. */
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
