import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { buttonLook } from "@/components/ui/looks";
import type { Actor } from "@/lib/domain/people/actor";
import { mayExport, type ExportView } from "@/lib/domain/log/export";
import { translator } from "@/lib/i18n/translator";

const t = translator("tables");

interface Props {
  actor: Actor;
  what: ExportView["what"];
  /** The view's parameters; for a participant, its code. */
  filter?: string;
}

/** A package of the view's rows that others can check; only for users who may make packages. */
export function PackageLink({ actor, what, filter }: Props) {
  if (!mayExport(actor)) return null;
  return (
    <a className={buttonLook()} href={asOfHref(viewHref("/exports", { what, filter: filter || null }))}>
      {t("package")}
    </a>
  );
}

export const parametersIn = (href: string): string => href.split("?")[1] ?? "";
