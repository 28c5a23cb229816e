import { one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayReadLag } from "@/lib/domain/details/entry-lag";
import { entryLag, presentEntryLag } from "@/lib/oversight/entry-lag/answers";
import { lagQuery } from "@/lib/oversight/entry-lag/filter";
import { loadEntryLag } from "@/lib/oversight/entry-lag/queries";

export const entryLagOperations = [
  operation({
    method: "GET",
    path: "/entry-lag",
    summary: "Get how long it took from the day something was stated until it was logged",
    may: mayReadLag,
    query: lagQuery.parameters,
    filter: lagQuery.parse,
    answer: one(entryLag, presentEntryLag),
    run: ({ actor, query }) => loadEntryLag(actor, query),
  }),
];
