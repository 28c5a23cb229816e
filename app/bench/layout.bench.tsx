import { connection } from "next/server";
import type { ReactNode } from "react";
import { FlashMessage } from "@/components/form/flash-message";
import { flashWords } from "@/components/form/flash-words";
import { SessionKeeper } from "@/components/people/session/keeper";
import { Foot } from "@/components/shell/foot";
import { Marking } from "@/components/shell/marking";
import { Rail } from "@/components/shell/rail";
import { Topbar } from "@/components/shell/topbar";
import { memory } from "./memory";

export default async function TwinLayout({ children }: { children: ReactNode }) {
  await connection();
  const { actor, at, settings, figures } = memory();
  const { own, baseline, ...counts } = figures;
  return (
    <>
      <SessionKeeper account={{ id: actor.id, email: actor.email, byCode: false }} />
      <Marking settings={settings} at={at} />
      <div className="shell">
        <Rail actor={actor} counts={{ ...counts, mine: own, mineItems: own }} since={baseline} />
        <div className="page">
          <Topbar
            role={actor.role}
            actor={actor}
            at={at}
            timeZone={settings.timeZone}
            asOf={{ asOf: null, now: at, timeZone: settings.timeZone, typed: null, home: "/" }}
          />
          <main id="main" tabIndex={-1}>
            <FlashMessage words={flashWords()} />
            {children}
            <Foot at={at} timeZone={settings.timeZone} />
          </main>
        </div>
      </div>
    </>
  );
}
