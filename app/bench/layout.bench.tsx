import { connection } from "next/server";
import type { ReactNode } from "react";
import { Foot } from "@/components/shell/foot";
import { Marking } from "@/components/shell/marking";
import { Rail } from "@/components/shell/rail";
import { Topbar } from "@/components/shell/topbar";
import { memory } from "./memory";

/** The frame of every page. */
export default async function TwinLayout({ children }: { children: ReactNode }) {
  await connection();
  const { actor, at, settings, figures } = memory();
  const { own, ...counts } = figures;
  return (
    <>
      <Marking settings={settings} at={at} />
      <div className="shell">
        <Rail actor={actor} counts={{ ...counts, mine: own, mineItems: own }} />
        <div className="page">
          <Topbar actor={actor} at={at} timeZone={settings.timeZone} />
          <main id="main" tabIndex={-1}>
            {children}
            <Foot at={at} timeZone={settings.timeZone} />
          </main>
        </div>
      </div>
    </>
  );
}
