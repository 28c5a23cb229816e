import type { ReactNode } from "react";
import { RecordHead } from "@/components/ui/page/record-head";
import type { KeystoneDetails } from "@/lib/domain/conditions/keystone-details";
import { keystoneKind } from "@/lib/domain/conditions/keystone-list";
import { leafTitle } from "@/lib/i18n/words/leaf-words";
import { kindWords } from "./kind-words";

export function KeystoneTop({
  details,
  names,
  stateLine,
  actions,
}: {
  details: KeystoneDetails;
  names: Readonly<Record<string, string>>;
  stateLine: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <RecordHead
      title={leafTitle(details.leaf, details.facts)}
      meta={<span>{kindWords(details, keystoneKind(details), names)}</span>}
      actions={actions}
    >
      <p className="pline">{stateLine}</p>
    </RecordHead>
  );
}
