import { asItIs, csv, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { coverageTable } from "@/lib/domain/exchange/tables/derived";
import { mayReadRegister } from "@/lib/domain/people/actor";
import { coverage } from "@/lib/unresolved/coverage/answers";
import { loadCoverage, loadCoverageCsv, loadCoverageSince } from "@/lib/unresolved/coverage/queries";
import { coverageParameters } from "@/lib/unresolved/coverage/schema";

export const coverageOperations = [
  operation({
    method: "GET",
    path: "/coverage.csv",
    summary: "Download the cells of /coverage as CSV",
    may: mayReadRegister,
    query: coverageParameters,
    asOf: true,
    answer: csv(coverageTable, asItIs),
    run: ({ actor, when, query }) => loadCoverageCsv(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/coverage",
    summary: "Get the coverage: one cell for each participant and priority",
    may: mayReadRegister,
    query: coverageParameters,
    asOf: true,
    answer: one(coverage),
    run: ({ actor, when, query: { since } }) =>
      since === null ? loadCoverage(actor, when) : loadCoverageSince(actor, since, when),
  }),
];
