// Who waits for whom: a drawing and a table that say the same.
import { Markup } from "@/components/ui/page/markup/markup";
import { ParticipantChoice, PriorityChoice } from "@/components/tables/choices";
import { filterWords } from "@/components/tables/filter-words";
import { Choice } from "@/components/ui/ledger/choice";
import { FilterBar } from "@/components/ui/ledger/filter-bar";
import type { NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { suppositionName } from "@/lib/domain/conditions/graph/suppose";
import { translator } from "@/lib/i18n/translator";
import { DeadlockLine } from "./deadlock-line";
import { GraphDrawing } from "./drawing";
import type { PlacedGraph } from "./geometry";
import { SupposeBar, SupposeOutcome } from "./suppose";
import { GraphTable } from "./table";
import { EMPTY_VIEW, GRAPH_ID, GRAPH_TABLE, graphHref, type GraphView } from "./view";
import { GraphWalk } from "./walk";

const t = translator("graph");

interface Given {
  graph: NamedGraph;
  /** Null: it could not be laid out. */
  placed: PlacedGraph | null;
  view: GraphView;
  names: Readonly<Record<string, string>>;
}

export function GraphSection({ graph, placed, view, names }: Given) {
  return (
    <section className="section" aria-labelledby={GRAPH_ID}>
      <h2 id={GRAPH_ID} className="sr-only">
        {t("title")}
      </h2>
      <SupposeBar {...{ graph, view, names }} />
      <SupposeOutcome {...{ graph, view }} />
      <DeadlockLine graph={graph} />
      <div className="flex flex-col mt-2 max-md:flex-col-reverse">
        <div>
          {placed === null || graph.boxes.length === 0 ? (
            <p className="text-muted">{t(placed === null ? "notDrawn" : "nothing")}</p>
          ) : (
            <>
              <Markup>
                <div className="wide" role="region" aria-label={t("drawing")} tabIndex={0}>
                  <GraphDrawing {...{ graph, placed, view, names }} />
                </div>
              </Markup>
              <Legend />
              <GraphWalk drawing={`${GRAPH_ID}-drawing`} table={GRAPH_TABLE} />
            </>
          )}
          <GraphFilterForm {...{ view, names }} />
        </div>
        <Markup>
          <GraphTable {...{ graph, view, names }} open={placed === null} />
        </Markup>
      </div>
    </section>
  );
}

function Legend() {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 mt-3 mb-4 text-muted text-caption">
      <li className="kbar">{t("legend.bar")}</li>
      <li className="kline">{t("legend.line")}</li>
      <li className="kours">{t("legend.ours")}</li>
      <li className="kshut">{t("legend.shut")}</li>
      <li>{t("legend.moon")}</li>
      <li>{t("legend.keys")}</li>
    </ul>
  );
}

const DEPTHS = ["1", "2", "3"] as const;

function GraphFilterForm({ view, names }: Pick<Given, "view" | "names">) {
  const isFiltered = view.participant.length + view.priority.length > 0 || view.depth !== null;
  return (
    <FilterBar
      action={`/conditions#${GRAPH_ID}`}
      words={{ ...filterWords(), label: t("filter.label"), show: t("filter.show") }}
      keep={{ suppose: view.suppose.map(suppositionName), about: view.about }}
      whole={isFiltered ? graphHref({ ...EMPTY_VIEW, suppose: view.suppose }) : null}
    >
      <ParticipantChoice chosen={view.participant} names={names} />
      <PriorityChoice chosen={view.priority} />
      <Choice
        name="depth"
        label={t("filter.depth")}
        all={t("filter.allSteps")}
        chosen={view.depth === null ? [] : [String(view.depth)]}
        options={DEPTHS.map((steps) => [steps, t("filter.steps", { steps: Number(steps) })])}
      />
      <Choice
        name="draw"
        label={t("filter.drawn")}
        all={t("filter.plain")}
        chosen={[
          ...(view.dormant === "with" ? ["dormant"] : []),
          ...(view.needs === "with" ? ["needs"] : []),
        ]}
        options={[
          ["dormant", t("filter.dormant")],
          ["needs", t("filter.needs")],
          ["dormant,needs", t("filter.both")],
        ]}
      />
    </FilterBar>
  );
}
