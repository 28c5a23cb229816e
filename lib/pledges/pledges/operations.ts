import { STAGE_REFUSALS } from "@/lib/domain/pledge/stage";
import { asItIs, created, csv, list, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId, byReference } from "@/lib/api/params";
import { orProposed } from "@/lib/api/proposal";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-table";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import {
  changedMany,
  history,
  pledge,
  pledgeRead,
  pledgeRow,
  presentHistory,
  presentOutcomes,
  presentPledge,
  presentPledgeRead,
  presentPledgeRow,
} from "@/lib/pledges/pledges/answers";
import { changePledges } from "@/lib/pledges/pledges/change-many";
import { applyRuling } from "@/lib/pledges/pledges/apply-ruling";
import {
  addEvidence,
  changePledge,
  confirmPledge,
  logPledge,
  retractEvidence,
  setStage,
  voidPledge,
} from "@/lib/pledges/pledges/commands";
import { conditionInput, conditionPart, wholeCondition } from "@/lib/pledges/pledges/condition-schema";
import { answerLink } from "@/lib/pledges/pledges/links";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { historyParameters, pledgeParameters, withHistoryParameters } from "@/lib/pledges/pledges/filter";
import { loadHistory, loadPledgeRead, loadPledges, loadPledgesCsv } from "@/lib/pledges/pledges/queries";
import {
  applyRulingInput,
  changeManyInput,
  confirmInput,
  evidenceInput,
  linkAnswerInput,
  pledgeChanges,
  pledgeInput,
  retractInput,
  stageInput,
  voidInput,
} from "@/lib/pledges/pledges/schema";
import { setCondition } from "@/lib/pledges/pledges/set-condition";

export const pledgeOperations = [
  operation({
    method: "GET",
    path: "/pledges",
    summary: "List pledges, filtered and sorted",
    may: mayReadRegister,
    query: pledgeParameters,
    filter: parsePledgeFilter,
    asOf: true,
    answer: list(pledgeRow, presentPledgeRow),
    run: ({ actor, when, query }) => loadPledges(actor, query, when),
  }),
  operation({
    method: "GET",
    path: "/pledges.csv",
    summary: "Download the view of /pledges as CSV",
    may: mayReadRegister,
    query: pledgeParameters,
    filter: parsePledgeFilter,
    asOf: true,
    answer: csv(pledgeList, asItIs),
    run: ({ actor, when, query }) => loadPledgesCsv(actor, query, when),
  }),
  operation({
    method: "POST",
    path: "/pledges",
    summary: "Log a pledge",
    may: mayKeepRecords,
    body: pledgeInput,
    answer: created(pledge, (pledge) => `/api/v1/pledges/${pledge.reference}`, presentPledge),
    refuses: ["another-desk", "reason-missing", "evidence-missing"],
    run: ({ actor, at, body }) => logPledge(actor, body, at),
  }),
  operation({
    method: "GET",
    path: "/pledges/{reference}",
    summary: "Get a pledge, now or as it was at a past moment",
    may: mayReadRegister,
    params: byReference,
    query: withHistoryParameters,
    asOf: true,
    answer: one(pledgeRead, presentPledgeRead),
    run: ({ actor, when, path, query }) => loadPledgeRead(actor, path, query.history, when),
  }),
  operation({
    method: "PATCH",
    path: "/pledges/{reference}",
    summary: "Change the content of a pledge",
    may: mayKeepRecords,
    params: byReference,
    version: "required",
    body: pledgeChanges,
    answer: orProposed(one(pledge, presentPledge)),
    refuses: ["another-desk", "no-such-step", "reason-missing", "proposal-open"],
    run: ({ actor, at, path, version, body: { reason, ...changes } }) =>
      changePledge(actor, { reference: path, ifMatch: version, changes, reason }, at),
  }),
  operation({
    method: "POST",
    path: "/pledges/{reference}/stage",
    summary: "Set or propose a stage",
    may: mayKeepRecords,
    params: byReference,
    version: "required",
    body: stageInput,
    answer: orProposed(one(pledge, presentPledge)),
    refuses: ["another-desk", ...STAGE_REFUSALS, "proposal-open"],
    run: ({ actor, at, path, version, body }) =>
      setStage(actor, { reference: path, ifMatch: version, ...body }, at),
  }),
  operation({
    method: "PUT",
    path: "/pledges/{reference}/condition",
    summary: "Set the condition that must be true before a pledge can start",
    may: mayKeepRecords,
    params: byReference,
    version: "required",
    body: conditionInput,
    bodyDescribed: conditionInput.extend({ condition: conditionPart.nullable() }),
    written: wholeCondition,
    answer: orProposed(one(pledge, presentPledge)),
    refuses: ["another-desk", "no-such-step", "reason-missing", "proposal-open"],
    run: ({ actor, at, path, version, body }) =>
      setCondition(actor, { reference: path, ifMatch: version, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/pledges/{reference}/confirm",
    summary: "Confirm that the record is still correct",
    may: mayKeepRecords,
    params: byReference,
    body: confirmInput,
    mayBeEmpty: true,
    answer: one(pledge, presentPledge),
    refuses: ["another-desk", "no-such-step"],
    run: ({ actor, at, path, body }) => confirmPledge(actor, { reference: path, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/pledges/change",
    summary: "Change the owner, next action or due date of several pledges, or confirm them",
    may: mayKeepRecords,
    body: changeManyInput,
    answer: one(changedMany, presentOutcomes),
    run: ({ actor, body }) => changePledges(actor, body),
  }),
  operation({
    method: "POST",
    path: "/pledges/{reference}/void",
    summary: "Void a pledge",
    may: mayKeepRecords,
    params: byReference,
    version: "optional",
    body: voidInput,
    answer: orProposed(one(pledge, presentPledge)),
    refuses: ["another-desk", "no-such-step", "reason-missing", "proposal-open"],
    run: ({ actor, at, path, version, body }) =>
      voidPledge(actor, { reference: path, ifMatch: version, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/pledges/{reference}/apply-ruling",
    summary: "Apply a ruling to the record of a pledge",
    may: mayKeepRecords,
    params: byReference,
    version: "required",
    body: applyRulingInput,
    answer: orProposed(one(pledge, presentPledge)),
    refuses: ["another-desk", "already-there", "no-such-step", "reason-missing", "proposal-open"],
    run: ({ actor, at, path, version, body }) =>
      applyRuling(actor, { reference: path, ifMatch: version, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/pledges/{reference}/links",
    summary: "Confirm or decline the link of a pledge to another participant",
    may: mayKeepRecords,
    params: byReference,
    body: linkAnswerInput,
    version: "required",
    answer: one(pledge, presentPledge),
    refuses: ["another-desk", "no-such-step", "own-proposal", "reason-missing"],
    run: ({ actor, at, path, version, body }) =>
      answerLink(actor, { reference: path, ifMatch: version, ...body }, at),
  }),
  operation({
    method: "POST",
    path: "/pledges/{reference}/evidence",
    summary: "Add evidence to a pledge",
    may: mayKeepRecords,
    params: byReference,
    body: evidenceInput,
    answer: created(pledge, (pledge) => `/api/v1/pledges/${pledge.reference}`, presentPledge),
    refuses: ["another-desk", "no-such-step"],
    run: ({ actor, at, path, body }) => addEvidence(actor, { reference: path, evidence: body }, at),
  }),
  operation({
    method: "GET",
    path: "/pledges/{reference}/history",
    summary: "List the history of a pledge, newest first",
    may: mayReadRegister,
    params: byReference,
    query: historyParameters,
    asOf: true,
    answer: one(history, presentHistory),
    run: ({ actor, when, path, query }) => loadHistory(actor, path, query, when),
  }),
  operation({
    method: "POST",
    path: "/evidence/{id}/retract",
    summary: "Retract evidence",
    may: mayKeepRecords,
    params: byId,
    body: retractInput,
    answer: one(pledge, presentPledge),
    refuses: ["another-desk", "already-there", "no-such-step", "reason-missing"],
    run: ({ actor, at, path, body }) => retractEvidence(actor, { id: path, ...body }, at),
  }),
];
