import { Markup } from "@/components/ui/page/markup/markup";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ChangesSince } from "@/components/unresolved/briefing/changes";
import { HoldingBack } from "@/components/unresolved/briefing/holding-back";
import { NextSteps } from "@/components/unresolved/briefing/next-steps";
import { Items, OpenNow } from "@/components/unresolved/briefing/open-now";
import { Paper } from "@/components/unresolved/briefing/paper";
import { BriefingPositions } from "@/components/unresolved/briefing/positions";
import { Shortfalls } from "@/components/unresolved/briefing/shortfalls";
import { participantNameOf } from "@/components/people/participants/view";
import { buttonLook, leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { Fold } from "@/components/ui/fold/fold";
import { PrintButton } from "@/components/ui/print-button";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadCitations } from "@/lib/unresolved/briefing/queries";
import type { Actor } from "@/lib/domain/people/actor";
import type { BriefingCitations } from "@/lib/domain/unresolved/briefing";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { ok, type Result } from "@/lib/domain/base/result";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { loadNames } from "../../names";
import { readAt } from "../../read-at";
import { RefusedAndNoted } from "../../refused";
import { readingOf, type PageOf } from "../../search";
import { loadBriefing } from "../briefing";
import { loadParticipantNamed } from "../../participants/[code]/view";
import { titled } from "../../../titled";

const t = translator("briefing");

export const generateMetadata = titled<PageOf<"code">>(async ({ params }) => {
  const participant = await loadParticipantNamed((await params).code);
  return participant.ok ? t("titleOf", { name: participantNameOf(participant.value) }) : t("title");
});

export default async function ParticipantBriefingPage({ params, searchParams }: PageOf<"code">) {
  const [{ actor, at, moment }, { code }, search] = await Promise.all([readAt(), params, searchParams]);
  const participant = await loadParticipantNamed(code);
  if (!participant.ok) return <RefusedAndNoted refusal={participant.refusal} home="/briefing" />;
  const [briefing, stated, names, { marking }] = await Promise.all([
    loadBriefing(actor, code, readingOf(search), at),
    loadStated(actor, code, at),
    loadNames(actor, at),
    loadSettings(),
  ]);
  if (!briefing.ok) return <RefusedAndNoted refusal={briefing.refusal} home="/briefing" />;
  if (!stated.ok) return <RefusedAndNoted refusal={stated.refusal} home="/briefing" />;

  const name = participantNameOf(participant.value);
  const { counted, byClass } = briefing.value.summary;
  const given = { briefing: briefing.value, names: names.participants, today: registerDay(moment) };
  return (
    <Paper marking={marking} at={moment}>
      <PageHead title={t("titleOf", { name })}>
        <a className={buttonLook()} href={asOfHref("/briefing")}>
          {t("forAll")}
        </a>
        <PrintButton label={t("print")} />
      </PageHead>
      <p className={leadLook("print:hidden")}>{t("leadOf", { name })}</p>
      <p className="headline mt-4 print:mt-0 print:max-w-none">
        {t("open.sentence", {
          name,
          count: counted,
          gap: byClass.GAP,
          blocked: byClass.BLOCKED,
          quality: byClass.QUALITY,
        })}
      </p>
      <Markup>
        <BriefingPositions
          participant={participant.value}
          pledges={stated.value.pledges}
          cited={stated.value.stated}
        />
      </Markup>
      <Markup>
        <OpenNow briefing={given.briefing} today={given.today} />
      </Markup>
      <Markup>
        <ChangesSince {...given} />
      </Markup>
      <Markup>
        <NextSteps {...given} owners={names.owners} />
      </Markup>
      <Markup>
        <Fold className="mt-6" summary={t("sheet.fullOf")}>
          <HoldingBack {...given} />
          <Items which="blocked" {...given} />
          <Items which="oldest" {...given} />
          <Shortfalls briefing={given.briefing} />
        </Fold>
      </Markup>
    </Paper>
  );
}

/** More than any participant has today; the list of pledges has the rest. */
const PLEDGES = 40;

/** A participant's statements, with the evidence for each pledge. */
async function loadStated(
  actor: Actor,
  code: string,
  at: NowOrAsOf,
): Promise<Result<{ pledges: PledgeRow[]; stated: BriefingCitations }>> {
  const filter = parsePledgeFilter(new URLSearchParams({ participant: code, limit: String(PLEDGES) }));
  if (!filter.ok) return filter;
  const pledges = await loadPledges(actor, filter.value, at);
  if (!pledges.ok) return pledges;
  const stated = await loadCitations(
    actor,
    pledges.value.items.map(({ reference }) => reference),
    at,
  );
  return stated.ok ? ok({ pledges: pledges.value.items, stated: stated.value }) : stated;
}
