import { Markup } from "@/components/ui/page/markup/markup";
import { SearchForm, TYPED } from "@/components/history/audit/search-form";
import { LogTable } from "@/components/history/audit/table";
import { auditHref, hasLogFilter, type AuditView } from "@/components/history/audit/view";
import { Mistyped, wrongBoxes } from "@/components/form/mistyped";
import { LogState } from "@/components/trust/checkpoints/log-state";
import { counted } from "@/components/tables/counted";
import { PackageLink } from "@/components/tables/package-link";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { Pager } from "@/components/tables/pager";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { ListFrame } from "@/components/ui/ledger/list-frame";
import { ListSummary } from "@/components/ui/ledger/list-summary";
import { logQuery } from "@/lib/history/audit/filter";
import { loadLog } from "@/lib/history/audit/queries";
import { loadLogState } from "@/lib/trust/checkpoints/queries";
import { requireActorPage } from "@/lib/auth/page";
import { mayReadLog } from "@/lib/domain/people/actor";
import type { Refusal } from "@/lib/domain/base/refusal";
import { translator } from "@/lib/i18n/translator";
import { parseListAddress } from "@/lib/schema/listed";
import { RefusedAndNoted } from "../refused";
import { textOf, type PageOf, type Search } from "../search";
import { settleDays } from "../typed-dates";
import { SavedViewsMenu } from "../saved-views-menu";
import { titled } from "../../titled";

const t = translator("audit");

const ui = translator("ui");

export const generateMetadata = titled<PageOf>(async ({ searchParams }) => {
  const asked = parseListAddress(logQuery, await searchParams);
  return asked.ok ? t("title") : ui("errorTitle", { title: t("title") });
});

export default async function AuditPage({ searchParams }: PageOf) {
  const [{ actor, at }, search] = await Promise.all([requireActorPage(), searchParams]);
  if (!mayReadLog(actor))
    return <RefusedAndNoted refusal={{ code: "role" }} home="/audit" why={t("forWhom")} />;
  await settleDays(["from", "to"]);
  const asked = parseListAddress(logQuery, search);
  const [loaded, logState] = await Promise.all([
    asked.ok ? loadLog(actor, asked.value) : asked,
    loadLogState(actor),
  ]);
  if (!loaded.ok && !isMistyped(loaded.refusal))
    return <RefusedAndNoted refusal={loaded.refusal} home="/audit" />;

  const view = asked.ok ? asked.value : typed(search);
  const narrowed = hasLogFilter(view);
  const isWhole = asked.ok && asked.value.after === null && !narrowed;
  const state = narrowed ? "filtered" : "first";
  const wrong = wrongBoxes(loaded.ok ? [] : (loaded.refusal.errors ?? []), { ...view });
  return (
    <ListFrame
      title={t("title")}
      summary={
        loaded.ok ? (
          <ListSummary whole={narrowed ? { href: "/audit", label: t("clear") } : null}>
            {t("total", { ...counted(loaded.value), narrowed: String(narrowed) })}
          </ListSummary>
        ) : null
      }
      actions={
        <>
          <SavedViewsMenu />
          <PackageLink actor={actor} what="LOG" />
        </>
      }
      filter={
        <>
          <Mistyped wrong={wrong} prefix="log-" />
          <SearchForm view={view} wrong={wrong} />
        </>
      }
    >
      {loaded.ok ? (
        <>
          {loaded.value.items.length === 0 ? (
            <EmptyState title={t(`nothing.${state}.title`)} text={t(`nothing.${state}.text`)} />
          ) : (
            <Markup>
              <LogTable entries={loaded.value.items} {...{ view, actor, at }} />
            </Markup>
          )}
          <Pager
            of="log"
            href={(cursor) => auditHref(view, cursor)}
            next={loaded.value.next}
            further={asked.ok && asked.value.after !== null}
          />
        </>
      ) : null}
      {logState.ok && isWhole ? <LogState state={logState.value} /> : null}
      <p className="text-muted mt-4">{t("intro")}</p>
      <RowKeys hint="walk" />
    </ListFrame>
  );
}

/** Whether only text boxes are wrong, so that the user can fix them in the form. */
const isMistyped = ({ code, errors = [] }: Refusal): boolean =>
  code === "invalid" && errors.every(({ path }) => (TYPED as readonly string[]).includes(path));

const typed = (search: Search): AuditView => ({
  actor: textOf(search.actor),
  action: textOf(search.action)?.split(",") ?? [],
  record: textOf(search.record),
  from: textOf(search.from),
  to: textOf(search.to),
});
