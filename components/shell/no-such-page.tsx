import { translator } from "@/lib/i18n/translator";

const t = translator("shell");

/**
 * Also shown for a page that a role may not see. Its title is here: Next asks such a page for no metadata.
 * `now`: the same page as it is now, if it was asked for as of a moment.
 */
export function NoSuchPage({ now = null }: { now?: string | null }) {
  return (
    <div className="state">
      <title>{t("notFound.title")}</title>
      <h1 className="mb-3">{t("notFound.title")}</h1>
      <p>{t("notFound.text")}</p>
      {now === null ? null : (
        <p className="mt-2">{t.rich("notFound.past", { now: (words) => <a href={now}>{words}</a> })}</p>
      )}
      <p className="mt-2">
        <a href="/">{t("notFound.home")}</a>
      </p>
    </div>
  );
}
