import type { ReactNode } from "react";
import { RecordHead } from "@/components/ui/page/record-head";
import type { KeystoneDetails } from "@/lib/domain/conditions/keystone-details";
import { keystoneKind } from "@/lib/domain/conditions/keystone-list";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { kindWords } from "./kind-words";

export function SheetTop({
  sheet,
  names,
  standing,
  actions,
}: {
  sheet: KeystoneDetails;
  names: Readonly<Record<string, string>>;
  standing: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <RecordHead
      title={leafTitle(sheet.leaf, sheet.facts)}
      meta={<span>{kindWords(sheet, keystoneKind(sheet), names)}</span>}
      actions={actions}
    >
      <p className="pline">{standing}</p>
    </RecordHead>
  );
}
