import { Markup } from "@/components/ui/page/markup/markup";
import { ChangesSince } from "@/components/unresolved/briefing/changes";
import { HoldingBack } from "@/components/unresolved/briefing/holding-back";
import { NextSteps } from "@/components/unresolved/briefing/next-steps";
import { Items, OpenNow } from "@/components/unresolved/briefing/open-now";
import { Paper } from "@/components/unresolved/briefing/paper";
import { Shortfalls } from "@/components/unresolved/briefing/shortfalls";
import { BriefingSheet } from "@/components/unresolved/briefing/sheet";
import { PackageLink } from "@/components/tables/package-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { buttonLook, leadLook } from "@/components/ui/looks";
import { Fold } from "@/components/ui/fold/fold";
import { Menu } from "@/components/ui/fold/menu";
import { PageHead } from "@/components/ui/page/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { Matters } from "@/components/unresolved/matters/matters";
import { mayKeepRecords } from "@/lib/domain/people/actor";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadNames } from "../names";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { readingOf, type PageOf } from "../search";
import { loadBriefing } from "./briefing";
import { titled } from "../../titled";
import { loadBriefingSheet } from "../../briefing-sheet/sheet";
import { loadWhatMatters } from "../../what-matters";

const t = translator("briefing");

export const generateMetadata = titled(() => t("title"));

export default async function BriefingPage({ searchParams }: PageOf) {
  const [{ actor, viewer, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const [briefing, sheet, matters, names, { marking }] = await Promise.all([
    loadBriefing(actor, null, readingOf(search), at),
    loadBriefingSheet(actor, { at, moment, package: null }),
    loadWhatMatters(actor, at),
    loadNames(actor, at),
    loadSettings(),
  ]);
  if (!briefing.ok) return <RefusedAndNoted refusal={briefing.refusal} home="/briefing" />;
  if (!sheet.ok) return <RefusedAndNoted refusal={sheet.refusal} home="/briefing" />;
  if (!matters.ok) return <RefusedAndNoted refusal={matters.refusal} home="/briefing" />;

  const given = { briefing: briefing.value, names: names.participants, today: registerDay(moment) };
  return (
    <Paper marking={marking} at={moment}>
      <PageHead title={t("title")}>
        <Menu
          label={t("forOne")}
          items={Object.entries(names.participants).map(([code, name]) => ({
            href: `/briefing/${code}`,
            label: name,
            current: false,
          }))}
        />
        <a className={buttonLook("primary")} href={asOfHref("/api/v1/briefing.pdf")}>
          {t("sheet.pdf")}
        </a>
        <PackageLink actor={actor} what="REGISTER" />
        <PrintButton label={t("print")} />
      </PageHead>
      <p className={leadLook()}>{t("lead")}</p>
      <Markup>
        <BriefingSheet sheet={sheet.value} />
      </Markup>
      <Markup>
        <Fold className="mt-6 print:hidden!" summary={t("sheet.full")}>
          <Matters
            titled
            matters={matters.value}
            names={names.participants}
            today={given.today}
            mayAct={mayKeepRecords(viewer)}
          />
          <OpenNow briefing={given.briefing} today={given.today} />
          <ChangesSince {...given} />
          <HoldingBack {...given} />
          <Items which="blocked" {...given} />
          <Items which="oldest" {...given} />
          <Shortfalls briefing={given.briefing} />
          <NextSteps {...given} owners={names.owners} />
        </Fold>
      </Markup>
    </Paper>
  );
}
