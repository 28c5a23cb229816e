import type { ReactNode } from "react";
import { Told } from "@/components/form/told";
import { SessionKeeper } from "@/components/session/keeper";
import { Foot } from "@/components/shell/foot";
import { Marking } from "@/components/shell/marking";
import { Rail } from "@/components/shell/rail";
import { Topbar } from "@/components/shell/topbar";
import { requireActorPage } from "@/lib/auth/page";
import { inShort } from "@/lib/domain/moment";
import { loadFigures, type Figures } from "@/lib/figures/queries";
import { loadSettings } from "@/lib/settings/queries";

export default async function RegisterLayout({ children }: { children: ReactNode }) {
  const { actor, at } = await requireActorPage();
  const [settings, figures] = await Promise.all([loadSettings(), loadFigures(actor, at)]);
  return (
    <>
      <SessionKeeper account={{ id: actor.id, email: actor.email }} />
      <Marking settings={settings} at={at} />
      <div className="shell">
        <Rail
          actor={actor}
          counts={figures.ok ? countsOf(figures.value) : {}}
          since={figures.ok && figures.value.baseline ? inShort(figures.value.baseline) : null}
        />
        <div className="page">
          <Topbar actor={actor} at={at} timeZone={settings.timeZone} />
          <main id="main" tabIndex={-1}>
            <Told />
            {children}
            <Foot at={at} timeZone={settings.timeZone} />
          </main>
        </div>
      </div>
    </>
  );
}

function countsOf({ own, baseline: _baseline, ...figures }: Figures) {
  return { ...figures, mine: own, mineItems: own };
}
