// Addresses of the drawing: what is supposed and filtered is a link.
import { viewHref } from "@/components/ui/address/view-href";
import { suppositionName, type Supposition } from "@/lib/domain/conditions/graph/suppose";
import type { GraphQuestion } from "@/lib/domain/conditions/graph/graph";
import type { Reading } from "@/lib/domain/conditions/without-inferred";

export type GraphView = GraphQuestion & { inferred: Reading };

export const GRAPH_ID = "graph";
export const GRAPH_TABLE = "graph-table";

export const graphValues = ({
  about,
  participant,
  priority,
  depth,
  dormant,
  needs,
  inferred,
  suppose,
}: GraphView) => ({
  about,
  participant,
  priority,
  depth,
  draw: [...(dormant === "with" ? ["dormant"] : []), ...(needs === "with" ? ["needs"] : [])],
  inferred: inferred === "with" ? null : inferred,
  suppose: suppose.map(suppositionName),
});

export const graphHref = (view: GraphView): string => viewHref("/conditions", graphValues(view), GRAPH_ID);

export const isSupposing = ({ suppose }: GraphView, one: Supposition): boolean =>
  suppose.some((other) => suppositionName(other) === suppositionName(one));

/** Adds the supposition at the end, or removes it if it is there. */
export const supposedHref = (view: GraphView, one: Supposition): string => {
  const others = view.suppose.filter((other) => suppositionName(other) !== suppositionName(one));
  return graphHref({ ...view, suppose: isSupposing(view, one) ? others : [...others, one] });
};

export const EMPTY_VIEW: GraphView = {
  about: null,
  participant: [],
  priority: [],
  depth: null,
  dormant: "without",
  needs: "without",
  inferred: "with",
  suppose: [],
};
