import { csv, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { unresolvedItems } from "@/lib/domain/exchange/tables/derived";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { withItemWords } from "@/lib/i18n/words/table-words";
import { presentUnresolved, unresolvedPage } from "@/lib/unresolved/unresolved/answers";
import { loadUnresolved, loadUnresolvedCsv } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { itemQuery } from "@/lib/unresolved/unresolved/filter";

export const unresolvedOperations = [
  operation({
    method: "GET",
    path: "/unresolved.csv",
    summary: "Download the items of /unresolved as CSV",
    may: mayReadRegister,
    query: itemQuery.parameters,
    filter: parseUnresolvedFilter,
    asOf: true,
    answer: csv(unresolvedItems, withItemWords),
    run: ({ actor, when, query }) => loadUnresolvedCsv(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/unresolved",
    summary: "List unresolved items, with totals and groups",
    may: mayReadRegister,
    query: itemQuery.parameters,
    filter: parseUnresolvedFilter,
    asOf: true,
    answer: one(unresolvedPage, presentUnresolved),
    run: ({ actor, when, query }) => loadUnresolved(actor, query, when),
  }),
];
