import { Baselines } from "@/components/history/changes/baselines";
import { ChangesFilterForm } from "@/components/history/changes/filter-form";
import { Groups } from "@/components/history/changes/groups";
import { ChangesHeadline } from "@/components/history/changes/headline";
import { NoChanges } from "@/components/history/changes/nothing";
import { Period } from "@/components/history/changes/period";
import { SinceForm, type SinceFormProps } from "@/components/history/changes/since-form";
import { ChangesSections } from "@/components/history/changes/sections";
import { changesHref, changesCsvHref, type ChangesView } from "@/components/history/changes/view";
import { Mistyped, wrongMoments } from "@/components/form/mistyped";
import { ExportLink } from "@/components/tables/export-link";
import { parseTyped } from "@/components/tables/typed/parse-typed";
import { RowKeys } from "@/components/tables/keys/row-keys";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { EmptyState } from "@/components/ui/ledger/empty-state";
import { KeepPlace } from "@/components/ui/address/keep-place";
import { PageHead } from "@/components/ui/page/page-head";
import { loadBaselines } from "@/lib/history/baselines/queries";
import { parseChangesFilter } from "@/lib/history/changes/asked";
import { changesParameters } from "@/lib/history/changes/filter";
import { loadChanges } from "@/lib/history/changes/queries";
import { mayDecide } from "@/lib/domain/people/actor";
import { translator } from "@/lib/i18n/translator";
import { pageParameters } from "@/lib/schema/parameters";
import { loadNames } from "../names";
import { readAt } from "../read-at";
import { redirectToFull } from "../redirect-to-full";
import { RefusedAndNoted } from "../refused";
import type { PageOf } from "../search";
import { titled } from "../../titled";
import { momentsTyped } from "../typed-dates";
import { SavedViewsMenu } from "../saved-views-menu";

const t = translator("changes");

export const generateMetadata = titled(() => t("title"));

/** Rows per section where all sections are shown. */
const FIRST_ROWS = 4;
/** Rows of a section shown alone; each is two or three lines high. */
const PAGE_ROWS = 25;

export default async function ChangesPage({ searchParams }: PageOf) {
  const { actor, viewer, at, moment } = await readAt();
  const search = await searchParams;
  const baselines = await loadBaselines(actor, at);
  if (!baselines.ok) return <RefusedAndNoted refusal={baselines.refusal} home="/changes" />;

  const [latest] = baselines.value;
  const params = pageParameters(changesParameters, search);
  const { read, wrong } = momentsTyped(search, ["since", "until"]);
  // A typed moment wins over a chosen one.
  for (const [name, typed] of read) params.set(name, typed);
  if (!params.has("since") && latest) params.set("since", latest.name);
  const mayName = mayDecide(viewer);
  const named = <Baselines baselines={baselines.value} {...{ mayName, at: moment }} />;
  if (!params.has("since")) return <Unnamed {...{ at: moment, wrong, params }}>{named}</Unnamed>;

  const { asked, trouble } = parseTyped(parseChangesFilter, params);
  if (!asked.ok) return <RefusedAndNoted refusal={asked.refusal} home="/changes" />;
  const { since: _since, until: _until, after, limit: _limit, ...filter } = asked.value;
  const view: ChangesView = { ...filter, since: params.get("since") ?? "", until: params.get("until") };
  if (read.size > 0 && wrong.size === 0) await redirectToFull(asOfHref(changesHref(view)));

  const limited = { ...asked.value, limit: view.show === null ? FIRST_ROWS : PAGE_ROWS };
  const [loaded, { participants }] = await Promise.all([
    loadChanges(actor, limited, at),
    loadNames(actor, at),
  ]);
  if (!loaded.ok) return <RefusedAndNoted refusal={loaded.refusal} home="/changes" />;

  const changes = loaded.value;
  const something = Object.values(changes.counts).some((count) => count > 0);
  return (
    <>
      <Mistyped wrong={wrongMoments(wrong)} />
      <PageHead title={t("title")}>
        <SavedViewsMenu />
        {something ? <ExportLink href={changesCsvHref(view)} /> : null}
      </PageHead>
      <ChangesHeadline {...changes} view={view} />
      <Period from={changes.from} to={changes.to} />
      <ChangesFilterForm
        baselines={baselines.value}
        {...{ view, participants, at: moment, wrong, trouble }}
      />
      {something ? (
        <>
          {view.show === null ? <Groups groups={changes.groups} {...{ view, participants }} /> : null}
          <ChangesSections changes={changes} further={after > 0} {...{ view, participants }} />
        </>
      ) : (
        <NoChanges view={view} />
      )}
      {view.show === null ? named : null}
      <KeepPlace />
      <RowKeys />
    </>
  );
}

function Unnamed({ children, ...since }: SinceFormProps & { children: React.ReactNode }) {
  return (
    <>
      <Mistyped wrong={wrongMoments(new Map([...since.wrong].filter(([name]) => name === "since")))} />
      <PageHead title={t("title")} />
      <EmptyState title={t("nothing.noBaseline.title")} text={t("nothing.noBaseline.text")} />
      <SinceForm {...since} />
      {children}
    </>
  );
}
