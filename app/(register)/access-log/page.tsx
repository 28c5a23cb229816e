import { AccessLogFilterForm } from "@/components/oversight/access/filter-form";
import { AccessTable } from "@/components/oversight/access/table";
import { accessHref, hasAccessLogFilter, type AccessView } from "@/components/oversight/access/view";
import { Mistyped, wrongBoxes } from "@/components/form/mistyped";
import { counted } from "@/components/tables/counted";
import { toWholeList } from "@/components/tables/filter-words";
import { Pager } from "@/components/tables/pager";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import { PageHead } from "@/components/ui/page/page-head";
import { accessQuery } from "@/lib/oversight/access/filter";
import { loadAccessLog } from "@/lib/oversight/access/queries";
import { requireActorPage } from "@/lib/auth/page";
import type { AccessEntry } from "@/lib/domain/log/access";
import { mayReadAccessLog, type Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { LARGEST_LIMIT, type Listed } from "@/lib/domain/base/listing";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { pageParameters } from "@/lib/schema/parameters";
import { loadPeople } from "@/lib/people/people/queries";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { mistypedDays, settleDays } from "../typed-dates";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("access");
const ui = translator("ui");
const DAYS = ["from", "to"] as const;

export const generateMetadata = titled<PageOf>(async ({ searchParams }) => {
  const { ok } = parseListAddress(accessQuery, await searchParams);
  return ok ? t("title") : ui("errorTitle", { title: t("title") });
});

export default async function AccessLogPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  if (!mayReadAccessLog(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home="/access-log" why={t("forAuditors")} />;
  await settleDays(DAYS);
  const params = pageParameters(accessQuery.parameters, search);
  const asked = accessQuery.parse(params);
  const filter = asked.ok ? asked : mistypedDays(asked.refusal, params, DAYS, accessQuery.parse);
  if (!filter.ok) return <RefusedAndNoted refusal={filter.refusal} home="/access-log" />;
  const [loaded, people] = await Promise.all([
    asked.ok ? loadAccessLog(actor, asked.value) : asked,
    peopleFor(actor),
  ]);
  const { after, limit: _limit, ...view } = filter.value;
  const wrong = wrongBoxes(loaded.ok ? [] : (loaded.refusal.errors ?? []), { ...view });
  return (
    <>
      <Mistyped wrong={wrong} />
      <PageHead title={t("title")}>
        <SavedViewsMenu />
      </PageHead>
      <p className="text-muted">{t("intro")}</p>
      <AccessLogFilterForm view={view} errors={wrong} people={people} />
      {loaded.ok ? <Entries found={loaded.value} further={after !== null} {...{ view, at }} /> : null}
    </>
  );
}

interface Found {
  found: Listed<AccessEntry>;
  view: AccessView;
  further: boolean;
  at: Instant;
}

function Entries({ found, view, further, at }: Found) {
  const { items, next } = found;
  const narrowed = hasAccessLogFilter(view);
  const state = narrowed ? "filtered" : "first";
  return (
    <>
      <ListSummary whole={toWholeList(narrowed, "/access-log")}>
        {t("total", { ...counted(found), narrowed: String(narrowed) })}
      </ListSummary>
      {items.length === 0 ? (
        <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)} />
      ) : (
        <AccessTable entries={items} view={view} at={at} />
      )}
      <Pager of="log" href={(cursor) => accessHref(view, cursor)} next={next} further={further} />
    </>
  );
}

/** Choices of the form; the address can name other people, too. */
async function peopleFor(actor: Actor): Promise<[string, string][]> {
  const loaded = await loadPeople(actor, { after: null, limit: LARGEST_LIMIT });
  return loaded.ok ? loaded.value.items.map(({ email, name }) => [email, name]) : [];
}
