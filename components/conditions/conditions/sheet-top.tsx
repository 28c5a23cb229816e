import type { ReactNode } from "react";
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
    <div className="ptop">
      <p className="pmeta">
        <span>{kindWords(sheet, keystoneKind(sheet), names)}</span>
      </p>
      <div className="head">
        <h1>{leafTitle(sheet.leaf, sheet.facts)}</h1>
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
      <p className="pline">{standing}</p>
    </div>
  );
}
