import { list } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { mayReadAccessLog } from "@/lib/domain/people/actor";
import { accessEntry } from "@/lib/oversight/access/answers";
import { accessQuery } from "@/lib/oversight/access/filter";
import { loadAccessLog } from "@/lib/oversight/access/queries";

export const accessOperations = [
  operation({
    method: "GET",
    path: "/access-log",
    summary: "Who signed in, was refused, or took something away; newest first",
    may: mayReadAccessLog,
    query: accessQuery.parameters,
    filter: accessQuery.parse,
    answer: list(accessEntry),
    run: ({ actor, query }) => loadAccessLog(actor, query),
  }),
];
