import { FilterForm } from "@/components/access/filter-form";
import { Nothing, Summary } from "@/components/access/summary";
import { AccessTable } from "@/components/access/table";
import { accessHref } from "@/components/access/view";
import { Pager } from "@/components/tables/pager";
import { accessParameters, parseAccessFilter } from "@/lib/access/filter";
import { loadAccessLog } from "@/lib/access/queries";
import { requireActorPage } from "@/lib/auth/page";
import type { Actor } from "@/lib/domain/actor";
import { LARGEST_LIMIT } from "@/lib/domain/listing";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/parameters";
import { loadPeople } from "@/lib/people/queries";
import { loadSettings } from "@/lib/settings/queries";
import { Refused } from "../refused";
import type { Search } from "../search";
import { titled } from "../../titled";
import { ViewsBeside } from "../views-beside";

const t = translator("access");

export const generateMetadata = titled(() => t("title"));

export default async function AccessLogPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  const asked = parseAccessFilter(pageParameters(accessParameters, search));
  if (!asked.ok) return <Refused refusal={asked.refusal} home="/access-log" />;
  const [loaded, people, { timeZone }] = await Promise.all([
    loadAccessLog(actor, asked.value, at),
    peopleFor(actor),
    loadSettings(),
  ]);
  if (!loaded.ok) return <Refused refusal={loaded.refusal} home="/access-log" why={t("forAuditors")} />;

  const { after, limit: _limit, ...view } = asked.value;
  const { items, next, total, capped } = loaded.value;
  return (
    <>
      <div className="head">
        <h1>{t("title")}</h1>
        <div className="actions">
          <ViewsBeside />
        </div>
      </div>
      <p className="muted">{t("intro")}</p>
      <FilterForm view={view} people={people} />
      <Summary view={view} total={total} capped={capped} />
      {items.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <AccessTable entries={items} view={view} at={at} timeZone={timeZone} />
      )}
      <Pager of="log" href={(cursor) => accessHref(view, cursor)} next={next} further={after !== null} />
    </>
  );
}

/** To choose from; another than these can be asked for by the address. */
async function peopleFor(actor: Actor): Promise<[string, string][]> {
  const loaded = await loadPeople(actor, { after: null, limit: LARGEST_LIMIT });
  return loaded.ok ? loaded.value.items.map(({ email, name }) => [email, name]) : [];
}
