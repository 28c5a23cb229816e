import { list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { bySeq } from "@/lib/api/params";
import { mayReadLog } from "@/lib/domain/people/actor";
import { logEntry, logSheet } from "@/lib/history/audit/answers";
import { logQuery } from "@/lib/history/audit/filter";
import { loadLog, loadLogEntry } from "@/lib/history/audit/queries";

export const auditOperations = [
  operation({
    method: "GET",
    path: "/audit",
    summary: "List entries of the log (who changed which record, when and why), newest first",
    may: mayReadLog,
    query: logQuery.parameters,
    filter: logQuery.parse,
    answer: list(logEntry),
    run: ({ actor, query }) => loadLog(actor, query),
  }),
  operation({
    method: "GET",
    path: "/audit/{seq}",
    summary: "Get an entry of the log, with what it changed and what was hashed",
    may: mayReadLog,
    params: bySeq,
    answer: one(logSheet),
    run: ({ actor, path }) => loadLogEntry(actor, Number(path)),
  }),
];
