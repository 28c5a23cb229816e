import { PeopleTable } from "@/components/people/people/people-table";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { askedInAddress } from "@/lib/schema/listed";
import { peopleQuery } from "@/lib/people/people/filter";
import { countWaitingForAccounts } from "@/lib/people/account-proposals/queries";
import { loadPeople } from "@/lib/people/people/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { RefusedAndNoted } from "../../refused";
import type { Search } from "../../search";
import { titled } from "../../../titled";

const t = translator("people");

export const generateMetadata = titled(() => t("title"));

export default async function PeoplePage({ searchParams }: { searchParams: Promise<Search> }) {
  const [{ actor }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = askedInAddress(peopleQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/admin/people" />;
  const [loaded, { timeZone }, waiting] = await Promise.all([
    loadPeople(actor, asked.value),
    loadSettings(),
    countWaitingForAccounts(actor),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/admin/people" />;

  const { items, next, total } = loaded.value;
  return (
    <>
      <PageHead title={t("title")}>
        {mayKeepPeople(actor) ? (
          <a className="btn primary" href="/admin/people/new">
            {t("create")}
          </a>
        ) : null}
      </PageHead>
      <p className="muted mb-4">{t("intro")}</p>
      {waiting.ok && waiting.value > 0 ? (
        <p className="mb-4">
          <a href="/review/accounts">{t("proposals.link", { count: waiting.value })}</a>
        </p>
      ) : null}
      <PeopleTable people={items} timeZone={timeZone} />
      <p className="pager">
        <span>{t("count", { total })}</span>
        {asked.value.after === null ? null : <a href="/admin/people">{t("first")}</a>}
        {next === null ? null : <a href={`/admin/people?cursor=${next}`}>{t("more")}</a>}
      </p>
    </>
  );
}
