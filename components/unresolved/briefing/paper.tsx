// A page for printing: on paper, its foot is on every page, with marking, moment and address.
import type { ReactNode } from "react";
import { PageAddress } from "@/components/shell/page-address";
import { translator } from "@/lib/i18n/translator";
import { longMomentIn, zoneName } from "@/lib/i18n/dates";

const t = translator("briefing");

export function Paper({
  marking,
  at,
  timeZone,
  children,
}: {
  marking: string;
  at: string;
  timeZone: string;
  children: ReactNode;
}) {
  return (
    <div className="brief">
      <div className="brief-b">{children}</div>
      <div className="brief-f" aria-hidden="true">
        <div>
          <span>{marking}</span>
          <span>{t("asOf", { when: longMomentIn(timeZone, at), zone: zoneName(timeZone) })}</span>
          <PageAddress />
        </div>
      </div>
    </div>
  );
}
