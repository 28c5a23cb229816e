import { PledgeLink } from "@/components/pledges/pledge/pledge-link";
import type { GraphEdge, NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { translator } from "@/lib/i18n/translator";
import { boxTitle } from "@/lib/i18n/words/leaf-words";

const t = translator("graph");

interface Given {
  edge: GraphEdge;
  graph: NamedGraph;
  names: Readonly<Record<string, string>>;
}

/** Who waits, and what is special about it. */
export function WaitingBox({ edge, graph, names }: Given) {
  const box = graph.boxes.find(({ id }) => id === edge.to);
  if (!box) return null;
  const notes = [
    edge.negated ? t("note.not") : null,
    edge.basis === "INFERRED" ? t("note.ours") : null,
    edge.enough ? t("note.enough", { ...edge.enough }) : null,
    edge.count > 1 && box.nodes.length > 1 ? t("note.count", { count: edge.count }) : null,
  ].filter((note) => note !== null);
  return (
    <>
      {box.kind === "pledge" ? <PledgeLink reference={box.id} /> : boxTitle(box, graph, names)}
      {notes.length === 0 ? null : (
        <span className="text-muted"> {t("note.all", { notes: notes.join(", ") })}</span>
      )}
    </>
  );
}
