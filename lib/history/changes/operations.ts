import { csv, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { changeList } from "@/lib/domain/exchange/tables/change-list";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { changes, presentChanges } from "@/lib/history/changes/answers";
import { parseChangesFilter } from "@/lib/history/changes/asked";
import { changesParameters } from "@/lib/history/changes/filter";
import { loadChanges, loadChangesCsv } from "@/lib/history/changes/queries";
import { withChangeWords } from "@/lib/i18n/words/table-words";

export const changeOperations = [
  operation({
    method: "GET",
    path: "/changes.csv",
    summary: "Download the view of /changes as CSV",
    may: mayReadRegister,
    query: changesParameters,
    filter: parseChangesFilter,
    asOf: true,
    answer: csv(changeList, withChangeWords),
    run: ({ actor, when, query }) => loadChangesCsv(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/changes",
    summary: "List changes since a baseline or a moment",
    may: mayReadRegister,
    query: changesParameters,
    filter: parseChangesFilter,
    asOf: true,
    answer: one(changes, presentChanges),
    run: ({ actor, when, query }) => loadChanges(actor, query, when),
  }),
];
