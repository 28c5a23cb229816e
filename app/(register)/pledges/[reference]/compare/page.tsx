import { asOfHref } from "@/components/ui/address/as-of-href";
import { MomentsForm } from "@/components/history/compare/moments-form";
import { OwnMoments } from "@/components/history/compare/own-moments";
import { derivedRows, recordRows, type CompareRow } from "@/components/history/compare/rows";
import { Sides } from "@/components/history/compare/sides";
import { CompareTable } from "@/components/history/compare/table";
import { compareHref } from "@/components/history/compare/view";
import { Mistyped, wrongMoments } from "@/components/form/mistyped";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { buttonLook, noticeLook, leadLook } from "@/components/ui/looks";
import { PageHead } from "@/components/ui/page/page-head";
import { requireActorPage } from "@/lib/auth/page";
import { instantIn } from "@/lib/domain/base/moment";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { loadComparison, type PastComparison } from "@/lib/history/compare/queries";
import { comparedParameters, parseCompared } from "@/lib/history/compare/schema";
import { loadHistory } from "@/lib/pledges/pledges/queries";
import { redirectToFull } from "../../../redirect-to-full";
import { or404, RefusedAndNoted } from "../../../refused";
import { textOf, type PageOf } from "../../../search";
import { titled } from "../../../../titled";
import { momentsTyped } from "../../../typed-dates";

const t = translator("changes");

const MOMENTS = 50;

export const generateMetadata = titled<PageOf<"reference">>(async ({ params }) =>
  t("compare.title", await params),
);

export default async function ComparePage({ params, searchParams }: PageOf<"reference">) {
  const { actor, at } = await requireActorPage();
  const [{ reference }, search] = await Promise.all([params, searchParams]);
  const page = { cursor: null, limit: MOMENTS };
  const history = or404(await loadHistory(actor, reference, page, at));
  const home = `/pledges/${reference}/compare`;
  if (!history.ok) return <RefusedAndNoted refusal={history.refusal} home={home} />;

  const asked = pageParameters(comparedParameters, search);
  const only = textOf(search.show) === "differences";
  const { read, wrong } = momentsTyped(search, ["from", "to"]);
  for (const [name, typed] of read) asked.set(name, typed);
  const from = asked.get("from");
  const view = { reference, from: from ?? "", to: asked.get("to"), only };
  if (read.size > 0 && wrong.size === 0 && from !== null) await redirectToFull(compareHref(view));

  const head = (
    <>
      <Mistyped wrong={wrongMoments(wrong)} />
      <PageHead title={t("compare.title", { reference })}>
        <a className={buttonLook()} href={asOfHref(`/pledges/${reference}`)}>
          {t("compare.back", { reference })}
        </a>
      </PageHead>
      <p className={leadLook()}>{t("compare.lead")}</p>
    </>
  );
  const moments = <OwnMoments reference={reference} entries={history.value.items} />;
  if (from === null || wrong.size > 0) {
    return (
      <>
        {head}
        <MomentsForm
          {...{ reference, at, wrong }}
          from={instantIn(from ?? "")}
          to={instantIn(view.to ?? "")}
        />
        <EmptyState title={t("compare.choose.title")} text={t("compare.choose.text")} />
        {moments}
      </>
    );
  }
  const named = parseCompared(asked);
  const loaded = named.ok ? await loadComparison(actor, reference, named.value, at) : named;
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home={home} />;
  return (
    <>
      {head}
      <MomentsForm {...{ reference, at, wrong }} from={loaded.value.from.at} to={loaded.value.to.at} />
      <Compared comparison={loaded.value} view={view} />
      {moments}
    </>
  );
}

function Compared({
  comparison: { from, to },
  view,
}: {
  comparison: PastComparison;
  view: Parameters<typeof compareHref>[0];
}) {
  if (from.details === null && to.details === null)
    return <p className={noticeLook()}>{t("compare.absentBoth")}</p>;
  if (from.details === null || to.details === null) return <Sides {...{ from, to, view }} count={null} />;
  const shown = (rows: readonly CompareRow[]) => (view.only ? rows.filter(({ differs }) => differs) : rows);
  const record = recordRows(from.details, to.details);
  const derived = derivedRows(from.details, to.details);
  const count = record.filter(({ differs }) => differs).length;
  const given = { from, to };
  return (
    <>
      <Sides {...given} view={view} count={count} />
      <CompareTable {...given} id="record" title={t("compare.record")} rows={shown(record)} />
      <CompareTable {...given} id="follows" title={t("compare.stands")} rows={shown(derived)} />
    </>
  );
}
