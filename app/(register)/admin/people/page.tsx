import { PeopleTable } from "@/components/people/people/people-table";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { Pager } from "@/components/tables/pager";
import { ListFrame } from "@/components/ui/ledger/list-frame";
import { buttonLook } from "@/components/ui/looks";
import { requireActorPage } from "@/lib/auth/page";
import { mayKeepPeople } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { peopleQuery } from "@/lib/people/people/filter";
import { countWaitingForAccounts } from "@/lib/people/account-proposals/queries";
import { loadPeople } from "@/lib/people/people/queries";
import { RefusedAndNoted } from "../../refused";
import type { PageOf } from "../../search";
import { titled } from "../../../titled";

const t = translator("people");

export const generateMetadata = titled(() => t("title"));

export default async function PeoplePage({ searchParams }: PageOf) {
  const [{ actor }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseListAddress(peopleQuery, search);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/admin/people" />;
  const [loaded, waiting] = await Promise.all([
    loadPeople(actor, asked.value),
    countWaitingForAccounts(actor),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/admin/people" />;

  const { items, next, total } = loaded.value;
  return (
    <ListFrame
      title={t("title")}
      summary={<p className="text-muted">{t("count", { total })}</p>}
      actions={
        mayKeepPeople(actor) ? (
          <a className={buttonLook("primary")} href="/admin/people/new">
            {t("create")}
          </a>
        ) : null
      }
      filter={
        waiting.ok && waiting.value > 0 ? (
          <p className="flex min-h-11 items-center">
            <a href="/review/accounts">{t("proposals.link", { count: waiting.value })}</a>
          </p>
        ) : null
      }
    >
      <PeopleTable people={items} />
      <Pager
        href={(cursor) => `/admin/people${cursor === undefined ? "" : `?cursor=${cursor}`}`}
        next={next}
        further={asked.value.after !== null}
      />
      <p className="text-muted">{t("intro")}</p>
      <RowKeys hint="walk" />
    </ListFrame>
  );
}
