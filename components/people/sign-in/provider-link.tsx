import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";

const t = translator("single-sign-on");

/** A link, not a form: the content policy lets no form lead to another site. */
export function ProviderLink({ next }: { next: string }) {
  const onward = next === "/" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <a className={buttonLook("primary large full w-full")} href={`/api/auth/single-sign-on${onward}`}>
        {t("button")}
      </a>
      <p className="text-muted my-6">{t("or")}</p>
    </>
  );
}
