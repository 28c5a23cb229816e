import { loadGraph } from "@/app/graph";
import { oneRemembered } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { graph, presentGraph } from "@/lib/conditions/graph/answers";
import { graphParameters, parseGraphFilter } from "@/lib/conditions/graph/filter";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { afterOthers } from "@/lib/platform/in-turns";

export const graphOperations = [
  operation({
    method: "GET",
    path: "/conditions/graph",
    summary: "Get the graph of who waits for whom: at most 120 nodes, their edges, and cycles",
    may: mayReadRegister,
    query: graphParameters,
    filter: parseGraphFilter,
    asOf: true,
    answer: oneRemembered(graph, presentGraph),
    run: ({ actor, when, query }) => afterOthers(() => loadGraph(actor, query, when)),
  }),
];
