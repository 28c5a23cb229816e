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
    summary:
      "List entries of the access log (sign-ins, refusals, downloads, reads of sealed numbers), newest first",
    may: mayReadAccessLog,
    query: accessQuery.parameters,
    filter: accessQuery.parse,
    answer: list(accessEntry),
    run: ({ actor, query }) => loadAccessLog(actor, query),
  }),
];
