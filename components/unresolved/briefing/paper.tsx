// A page for printing: on paper, its foot is on every page, with marking, moment and address.
import type { ReactNode } from "react";
import { PageAddress } from "@/components/shell/page-address";
import { longMoment, registerZoneName } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";

const t = translator("briefing");

export function Paper({ marking, at, children }: { marking: string; at: string; children: ReactNode }) {
  return (
    <div className="brief max-w-245 print:table print:w-full print:max-w-none">
      <div className="print:table-row-group">{children}</div>
      <div className="brief-f print:break-inside-avoid" aria-hidden="true">
        <div className="print:flex print:justify-between print:gap-[8mm] print:mt-[4mm] print:pt-[1mm]">
          <span>{marking}</span>
          <span>{t("asOf", { when: longMoment(at), zone: registerZoneName() })}</span>
          <PageAddress />
        </div>
      </div>
    </div>
  );
}
