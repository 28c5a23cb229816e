import { connection } from "next/server";
import type { ReactNode } from "react";
import { AccountGiven } from "@/components/form/use-draft";
import { FlashMessage } from "@/components/form/flash-message";
import { flashWords } from "@/components/form/flash-words";
import { SessionKeeper } from "@/components/people/session/keeper";
import { Foot } from "@/components/shell/foot";
import { Marking } from "@/components/shell/marking";
import { PageTabs } from "@/components/shell/page-tabs";
import { Rail } from "@/components/shell/rail";
import { Topbar } from "@/components/shell/topbar";
import { Markup } from "@/components/ui/page/markup/markup";
import { memory } from "./memory";

export default async function TwinLayout({ children }: { children: ReactNode }) {
  await connection();
  const { actor, at, settings, figures } = memory();
  return (
    <AccountGiven id={actor.id}>
      <SessionKeeper
        account={{
          id: actor.id,
          email: actor.email,
          byCode: false,
          byPasskey: false,
          byProvider: false,
          byPassword: true,
        }}
      />
      <Markup>
        <Marking settings={settings} at={at} />
      </Markup>
      <div className="grid max-xl:block print:block grid-cols-[var(--rail)_minmax(0,1fr)] min-h-[calc(100vh_-_24px)] print:min-h-0 bg-bg max-xl:bg-transparent">
        <Markup>
          <Rail actor={actor} counts={figures} path="/" />
        </Markup>
        <div className="min-w-0 border-l border-l-rule bg-surface max-xl:border-0">
          <Topbar
            path="/"
            role={actor.role}
            actor={actor}
            at={at}
            unread={0}
            asOf={{ asOf: null, now: at, typed: null, home: "/" }}
          />
          <main id="main" tabIndex={-1}>
            <FlashMessage words={flashWords()} />
            <PageTabs role={actor.role} counts={figures} path="/" />
            {children}
            <Foot at={at} />
          </main>
        </div>
      </div>
    </AccountGiven>
  );
}
