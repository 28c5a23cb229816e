import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook } from "@/components/ui/looks";
import { translator } from "@/lib/i18n/translator";

const t = translator("tables");

/** Downloads the view's rows as a table. */
export function ExportLink({ href, label = t("export") }: { href: string; label?: string }) {
  return (
    <a data-export className={buttonLook()} href={asOfHref(href)}>
      {label}
    </a>
  );
}
