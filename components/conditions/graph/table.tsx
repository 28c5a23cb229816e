// The drawing as a table: what is waited for, its state, who waits for it and who says so.
import { groupedBy } from "@/lib/domain/base/listing";
import { Fragment } from "react";
import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { Fold } from "@/components/ui/fold/fold";
import { Ledger } from "@/components/ui/ledger/ledger";
import { StatusMark } from "@/components/ui/marks/mark";
import { StageMark } from "@/components/ui/marks/stage-ring";
import { leafHref } from "@/components/conditions/conditions/view";
import type { GraphBox, NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { translator } from "@/lib/i18n/translator";
import { boxTitle } from "@/lib/i18n/words/leaf-words";
import { between } from "@/lib/i18n/signs";
import { WaitingBox } from "./waiter";
import { eventLook, isSupposedBox, supposeHrefOf } from "./box-looks";
import { GRAPH_TABLE, isSupposing, type GraphView } from "./view";

const t = translator("graph");
const domain = translator("domain");

interface Given {
  graph: NamedGraph;
  view: GraphView;
  names: Readonly<Record<string, string>>;
}

export function GraphTable({ graph, view, names, open }: Given & { open: boolean }) {
  const lines = groupedBy(graph.edges, ({ from }) => from);
  const rows = graph.boxes
    .filter(({ id }) => lines.has(id))
    .sort((a, b) => necessary(graph, b) - necessary(graph, a) || b.holdsUp - a.holdsUp);
  return (
    <Fold
      summary={
        <>
          <h3 id={GRAPH_TABLE}>{t("table.title")}</h3>
          <span className="text-muted">
            {t("table.count", { things: rows.length, asleep: graph.asleep.length })}
          </span>
        </>
      }
      open={open}
    >
      <Ledger
        className="gtable"
        labelledBy={GRAPH_TABLE}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            heading: t("table.what"),
            names: true,
            cell: (box) => <What {...{ box, graph, names }} />,
          },
          {
            heading: t("table.state"),
            className: "whitespace-nowrap",
            cell: (box) => <State {...{ box, graph, view }} />,
          },
          {
            heading: t("table.who"),
            cell: ({ id }) => (
              <div>
                {(lines.get(id) ?? []).map((edge, place, all) => (
                  <Fragment key={edge.to}>
                    <span className="inline-block min-h-6">
                      <WaitingBox {...{ edge, graph, names }} />
                    </span>
                    {place < all.length - 1 ? between() : null}
                  </Fragment>
                ))}
              </div>
            ),
          },
          { heading: t("table.necessary"), numeric: true, cell: (box) => necessary(graph, box) },
          {
            heading: t("table.suppose"),
            className: "whitespace-nowrap",
            cell: (box) => <Suppose {...{ box, graph, view, names }} />,
          },
        ]}
      />
    </Fold>
  );
}

const necessary = ({ keystones }: NamedGraph, { id }: GraphBox): number => keystones.get(id)?.necessary ?? 0;

function What({ box, graph, names }: { box: GraphBox } & Omit<Given, "view">) {
  const title = boxTitle(box, graph, names);
  if (box.kind === "pledge")
    return (
      <>
        <PledgeLink reference={box.id} /> {graph.pledges.get(box.id)?.title ?? ""}
      </>
    );
  if (box.kind === "trigger") return <a href={asOfHref(leafHref({ trigger: box.id }))}>{title}</a>;
  if (box.kind === "approval") return <a href={asOfHref(leafHref({ approval: box.id }))}>{title}</a>;
  return title;
}

function State({ box, graph, view }: { box: GraphBox } & Omit<Given, "names">) {
  if (isSupposedBox(box, graph, view))
    return (
      <StatusMark glyph="true" family="done">
        {t("state.supposed")}
      </StatusMark>
    );
  const stage = graph.pledges.get(box.id)?.stage;
  if (stage) return <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>;
  if (box.nodes.length > 1) return t("state.several");
  const [glyph, family] = eventLook(box, graph, view);
  return (
    <StatusMark glyph={glyph} family={family}>
      {t(`state.${glyph === "true" || glyph === "unknown" ? glyph : "false"}`)}
    </StatusMark>
  );
}

function Suppose({ box, graph, view, names }: { box: GraphBox } & Given) {
  const href = supposeHrefOf(box, graph, view);
  if (href === undefined || box.nodes.length > 1) return null;
  const leaf = graph.keystones.get(box.id)?.leaf;
  return (
    <a href={href} aria-label={t("supposeThis", { title: boxTitle(box, graph, names) })}>
      {t(leaf !== undefined && isSupposing(view, leaf) ? "noLonger" : "suppose")}
    </a>
  );
}
