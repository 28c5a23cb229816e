import { created, list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byFinding } from "@/lib/api/params";
import { mayNoteFindings, mayActOnFinding } from "@/lib/domain/oversight/finding";
import { mayReadRegister } from "@/lib/domain/people/actor";
import {
  finding,
  findingRow,
  findingSheet,
  presentFinding,
  presentFindingRow,
  presentFindingSheet,
} from "@/lib/oversight/findings/answers";
import { answerFinding, closeFinding, noteFinding, reopenFinding } from "@/lib/oversight/findings/commands";
import { findingQuery } from "@/lib/oversight/findings/filter";
import { loadFinding, loadFindings } from "@/lib/oversight/findings/queries";
import { entryInput, findingInput } from "@/lib/oversight/findings/schema";

export const findingOperations = [
  operation({
    method: "GET",
    path: "/findings",
    summary: "List findings on records, newest first; by default those not closed",
    may: mayReadRegister,
    query: findingQuery.parameters,
    filter: findingQuery.parse,
    answer: list(findingRow, presentFindingRow),
    run: ({ actor, query }) => loadFindings(actor, query),
  }),
  operation({
    method: "POST",
    path: "/findings",
    summary: "Note a finding on a record",
    may: mayNoteFindings,
    body: findingInput,
    answer: created(finding, ({ reference }) => `/api/v1/findings/${reference}`, presentFinding),
    run: ({ actor, body }) => noteFinding(actor, body),
  }),
  operation({
    method: "GET",
    path: "/findings/{id}",
    summary: "Get a finding by its reference or ID, with its history",
    may: mayReadRegister,
    params: byFinding,
    answer: one(findingSheet, presentFindingSheet),
    run: ({ actor, path }) => loadFinding(actor, path),
  }),
  operation({
    method: "POST",
    path: "/findings/{id}/answer",
    summary: "Answer a finding",
    may: (actor) => mayActOnFinding(actor, "answer"),
    params: byFinding,
    version: "required",
    body: entryInput,
    answer: one(finding, presentFinding),
    refuses: ["own-proposal", "no-such-step"],
    run: ({ actor, path, version, body }) =>
      answerFinding(actor, { finding: path, ifMatch: version, ...body }),
  }),
  operation({
    method: "POST",
    path: "/findings/{id}/close",
    summary: "Close a finding, with the grounds for it",
    may: (actor) => mayActOnFinding(actor, "close"),
    params: byFinding,
    version: "required",
    body: entryInput,
    answer: one(finding, presentFinding),
    refuses: ["own-proposal", "already-there"],
    run: ({ actor, path, version, body }) =>
      closeFinding(actor, { finding: path, ifMatch: version, ...body }),
  }),
  operation({
    method: "POST",
    path: "/findings/{id}/reopen",
    summary: "Open a closed finding again, with a reason",
    may: (actor) => mayActOnFinding(actor, "reopen"),
    params: byFinding,
    version: "required",
    body: entryInput,
    answer: one(finding, presentFinding),
    refuses: ["own-proposal", "already-there"],
    run: ({ actor, path, version, body }) =>
      reopenFinding(actor, { finding: path, ifMatch: version, ...body }),
  }),
];
