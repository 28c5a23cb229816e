import { Markup } from "@/components/ui/page/markup/markup";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { ParticipantTable } from "@/components/people/participants/table";
import { participantGroups, readParticipantView } from "@/components/people/participants/view";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { ExportLink } from "@/components/tables/export-link";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { PageHead } from "@/components/ui/page/page-head";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { isPositionExpected } from "@/lib/domain/people/participant";
import { registerDay } from "@/lib/i18n/register-zone";
import { translator } from "@/lib/i18n/translator";
import { loadParticipants } from "@/lib/people/participants/queries";
import { loadDesks } from "@/lib/people/people/queries";
import { readAt } from "../read-at";
import { RefusedAndNoted } from "../refused";
import { textOf, type PageOf } from "../search";
import { titled } from "../../titled";

const t = translator("participants");

export const generateMetadata = titled(() => t("title"));

export default async function ParticipantsPage({ searchParams }: PageOf) {
  const [{ actor, at, moment }, search] = await Promise.all([readAt(), searchParams]);
  const [loaded, desks] = await Promise.all([loadParticipants(actor, at), loadDesks(actor, at)]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/participants" />;

  const today = registerDay(moment);
  const view = readParticipantView(textOf(search.sort));
  const expected = loaded.value.filter((one) => isPositionExpected(one, today)).length;
  return (
    <>
      <PageHead title={t("title")}>
        {loaded.value.length === 0 ? null : <ExportLink href="/api/v1/participants.csv" />}
      </PageHead>
      {loaded.value.length === 0 ? (
        <EmptyState title={t("nothing.title")} text={t("nothing.text")} />
      ) : (
        <>
          <p className="text-muted mb-4">
            {t("intro", { count: loaded.value.length, expected })}{" "}
            {mayReadRegister(actor) ? <a href={asOfHref("/definitions#bars")}>{t("barsExplained")}</a> : null}
          </p>
          <Markup>
            <ParticipantTable
              groups={participantGroups(loaded.value, view)}
              view={view}
              today={today}
              desks={desks.ok ? desks.value : []}
              figures={mayReadRegister(actor)}
            />
          </Markup>
          <RowKeys />
        </>
      )}
    </>
  );
}
