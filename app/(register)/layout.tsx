import { cookies } from "next/headers";
import type { ReactNode } from "react";
import type { WrongMoment } from "@/components/form/mistyped";
import { AccountGiven } from "@/components/form/use-draft";
import { FlashMessage } from "@/components/form/flash-message";
import { flashWords } from "@/components/form/flash-words";
import { LazyNews } from "@/components/history/news/news-lazy";
import { SessionKeeper } from "@/components/people/session/keeper";
import { NowBand, PastBand } from "@/components/shell/as-of-band";
import { Foot } from "@/components/shell/foot";
import { KnownAddress } from "@/components/shell/known-address";
import { PageTabs } from "@/components/shell/page-tabs";
import { Marking } from "@/components/shell/marking";
import { Rail } from "@/components/shell/rail";
import { AskedAtPress } from "@/components/ui/page/asked-at-press";
import { Topbar } from "@/components/shell/topbar";
import { TryThis } from "@/components/workspace/try-this/try-this";
import { OpenTarget } from "@/components/ui/fold/open-target";
import { Markup } from "@/components/ui/page/markup/markup";
import { TodayGiven } from "@/components/ui/date/today";
import { requestedPage } from "@/lib/auth/page";
import { mayUsePassword } from "@/lib/auth/sign-in/break-glass";
import { isSingleSignOn } from "@/lib/auth/sign-in/single-sign-on/provider";
import { mayReadRegister, waysToProve, type Role } from "@/lib/domain/people/actor";
import { clockOf, instantIn } from "@/lib/domain/base/moment";
import { addressIn, parameterValues, withoutParameters } from "@/lib/domain/base/page-address";
import { isPast } from "@/lib/domain/base/as-of";
import type { Refusal } from "@/lib/domain/base/refusal";
import { registerDay, registerZone } from "@/lib/i18n/register-zone";
import { currentMessages } from "@/lib/i18n/translator";
import { fieldErrorWords } from "@/lib/i18n/words/refusal-words";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import { loadUnread } from "@/lib/inbox/inbox/queries";
import { loadHasBegun } from "@/lib/history/compare/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { pastOf } from "./past-pages";
import { readAt, withoutMoment } from "./read-at";
import { RefusedAndNoted } from "./refused";
import { wrongMoment } from "./typed-dates";

export default async function RegisterLayout({ children }: { children: ReactNode }) {
  const [{ actor, viewer, at, moment, now, asOf, position, wrong, unknown }, address] = await Promise.all([
    readAt(),
    requestedPage(),
  ]);
  const [settings, jar, figures, unread, begun] = await Promise.all([
    loadSettings(),
    cookies(),
    loadFigures(actor, at),
    loadUnread(actor),
    isPast(at) ? loadHasBegun(actor, at) : true,
  ]);
  const hasTried = jar.get("tried") !== undefined;
  const counts = figures.ok ? figures.value : {};
  const home = withoutParameters(
    withoutMoment(address),
    unknown.map(({ name }) => name),
  );
  const { path } = addressIn(address);
  const tells = pastOf(path) === "tells" && mayReadRegister(actor);
  const [asked = ""] = parameterValues(address, "asOf");
  return (
    <TodayGiven day={registerDay(now)}>
      <AskedAtPress />
      <SessionKeeper
        account={{
          id: actor.id,
          email: actor.email,
          ...waysToProve(actor),
          byProvider: isSingleSignOn() && actor.proof?.byProvider === true,
          byPassword: mayUsePassword(actor.email) && actor.proof?.byPassword === true,
        }}
      />
      <Markup>
        <Marking settings={settings} at={now} />
      </Markup>
      <div className="grid max-xl:block print:block grid-cols-[var(--rail)_minmax(0,1fr)] min-h-[calc(100vh_-_24px)] print:min-h-0 bg-bg max-xl:bg-transparent">
        <Markup>
          <Rail {...{ actor, counts, path }} />
        </Markup>
        <div className="min-w-0 border-l border-l-rule bg-surface max-xl:border-0">
          <Topbar
            actor={viewer}
            role={actor.role}
            at={now}
            path={path}
            unread={unread.ok ? unread.value : 0}
            asOf={tells ? { asOf, now, home, typed: wrong && mistyped(wrong, asked) } : null}
          />
          {asOf === null ? null : tells ? (
            <PastBand {...{ asOf, home, begun }} />
          ) : (
            <NowBand {...{ asOf, home }} />
          )}
          <main
            id="main"
            tabIndex={-1}
            className="has-[>.listpage]:max-w-none has-[>.listpage]:pt-0 md:data-peek:pr-[calc(--spacing(98)+var(--gutter))]"
          >
            <FlashMessage words={flashWords()} />
            <PageTabs role={actor.role} counts={counts} path={path} />
            {settings.demonstration && !hasTried && asOf === null && isHome(actor.role, path) ? (
              <TryThis role={actor.role} />
            ) : null}
            {wrong ? (
              <RefusedAndNoted refusal={wrong} home={home} />
            ) : (
              <KnownAddress {...{ address, unknown }}>
                <AccountGiven id={actor.id}>{children}</AccountGiven>
              </KnownAddress>
            )}
            <OpenTarget />
            {asOf === null && mayReadRegister(actor) ? (
              <LazyNews since={position} words={newsWords()} />
            ) : null}
            <Foot at={moment} />
          </main>
        </div>
      </div>
    </TodayGiven>
  );
}

const isHome = (role: Role, path: string): boolean => path === (role === "OFFICER" ? "/mine" : "/");

const newsWords = () => {
  const { news, form } = currentMessages();
  return { ...news, coalitionOnly: form.coalitionOnly };
};

/** The refusal as an error of the as-of box. */
function mistyped({ errors = [] }: Refusal, text: string): WrongMoment {
  const at = instantIn(text);
  const [error] = errors;
  return at === null || !error
    ? wrongMoment(text)
    : { text: clockOf(at, registerZone()), error: fieldErrorWords(error) };
}
